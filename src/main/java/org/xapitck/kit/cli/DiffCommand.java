package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.Diff;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.report.RunReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two runs. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Shows new failures, what is fixed and what is no longer tested.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:no new failure", "1:a new failure", "2:a report cannot be read"})
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "A report folder.")
  private Path old;

  @Parameters(index = "1", paramLabel = "NEW", description = "A report folder.")
  private Path now;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Diff diff = Diff.of(read(old), read(now));
    diff.lines().forEach(spec.commandLine().getOut()::println);
    return diff.isWorse() ? 1 : 0;
  }

  /** Each in the words of the catalogue that judged it. */
  private static RunReport read(Path place) {
    return ResultsFile.read(place, ResultsFile.judge(place, Catalogues.packed()));
  }
}
