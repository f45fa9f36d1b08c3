package org.xapitck.kit.suite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * Why a run as a whole is no pass, in a sentence for the log of a build.
 *
 * @param run how it ended
 * @param folder its reports
 */
record FailedRun(RunReport run, Path folder) {

  /** Fails the calling test unless the exit code of the run is 0. */
  void raise() {
    if (run.exitCode() != Verdicts.EXIT_CONFORMANT) {
      throw withoutTrace(sentence());
    }
  }

  /** A failure that shows its message alone: a stack trace would lead into the kit. */
  static AssertionFailedError withoutTrace(String message) {
    AssertionFailedError failure = new AssertionFailedError(message);
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  /** The verdict, its first cause, and where to read on. */
  String sentence() {
    Path broken = folder.resolve(ReportFolder.KIT_ERROR).toAbsolutePath();
    if (run.exitCode() == Verdicts.EXIT_KIT_ERROR && Files.isRegularFile(broken)) {
      return run.word() + ": the kit failed, and " + broken + " says where";
    }
    return run.word()
        + firstCause().map(cause -> ": " + cause).orElse("")
        + " (exit code "
        + run.exitCode()
        + "; report in "
        + folder.toAbsolutePath()
        + ")";
  }

  private Optional<String> firstCause() {
    Verdicts verdicts = run.verdicts();
    return switch (run.exitCode()) {
      case Verdicts.EXIT_NON_CONFORMANT ->
          first(Stream.of(Verdict.FAIL, Verdict.WARNING).map(verdicts::counting), this::isNew);
      case Verdicts.EXIT_KIT_ERROR ->
          first(Stream.of(verdicts.with(Verdict.KIT_ERROR)), entry -> true);
      case Verdicts.EXIT_BASELINE -> verdicts.staleEntries().stream().findFirst();
      default ->
          run.notices().stream()
              .findFirst()
              .or(() -> first(Stream.of(verdicts.all()), RequirementVerdict::isUntestedMust));
    };
  }

  private boolean isNew(RequirementVerdict entry) {
    return run.verdicts().known(entry).isEmpty();
  }

  /** The first that matches, with the first line of its message, which names neither again. */
  private static Optional<String> first(
      Stream<List<RequirementVerdict>> lists, Predicate<RequirementVerdict> matching) {
    return lists
        .flatMap(List::stream)
        .filter(matching)
        .findFirst()
        .map(
            entry -> {
              String where = entry.requirement().id() + " on " + entry.wire().id() + ": ";
              return (where + entry.headline()).replaceFirst("\\.$", "");
            });
  }
}
