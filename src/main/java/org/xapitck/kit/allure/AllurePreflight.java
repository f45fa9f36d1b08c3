package org.xapitck.kit.allure;

import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Label;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.verdict.Verdict;

/**
 * Writes the Allure result of what happens before any scenario: connecting and logging in. Where
 * that fails, nothing else would be in the report.
 */
public final class AllurePreflight {

  private AllurePreflight() {}

  /**
   * Writes one result.
   *
   * @param results the folder {@code allure-results}
   * @param wire where it happened; empty where it concerns all of them
   * @param name what was tried, such as {@code log in}
   * @param verdict how it ended
   * @param message why; empty on pass
   * @param at when it ended
   * @throws ReportFolderException where the folder cannot be written
   */
  public static void write(
      Path results,
      Optional<Wire> wire,
      String name,
      Verdict verdict,
      String message,
      Instant at,
      UnaryOperator<String> mask) {
    String where = wire.map(Wire::title).orElse("All wires");
    Stream<Label> labels =
        Stream.of(
            AllureShape.label("epic", "Preflight"),
            AllureShape.label("feature", name),
            AllureShape.label("story", where),
            AllureShape.label("parentSuite", where),
            AllureShape.label("suite", "preflight"),
            AllureShape.label("severity", "blocker"));
    String said = verdict == Verdict.PASS ? null : mask.apply(message);
    if (said != null && verdict != Verdict.FAIL) {
      said = verdict.id() + ": " + said;
    }
    String full = "preflight: " + name + wire.map(one -> " on " + one.id()).orElse("");
    try {
      new FileSystemResultsWriter(results)
          .write(AllureShape.bare(full, labels, AllureShape.status(verdict), said, at));
    } catch (AllureResultsWriteException e) {
      throw new ReportFolderException(results + " cannot be written", e);
    }
  }
}
