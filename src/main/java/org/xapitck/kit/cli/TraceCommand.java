package org.xapitck.kit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.archive.Trace;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code trace}: which scenario of a run judged which requirement. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Shows requirement, scenarios, wires and verdicts of a run.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every must was reached", "2:no results", "3:a must was not reached"})
final class TraceCommand implements Callable<Integer> {
  private static final int EXIT_BARE = 3;

  @Option(
      names = "--results",
      defaultValue = "reports/latest",
      paramLabel = "DIR",
      description = "A report folder; ${DEFAULT-VALUE} by default.")
  private Path results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = ResultsFile.judge(results, Catalogues.packed());
    Trace trace = Trace.of(ResultsFile.read(results, catalogue), catalogue);
    PrintWriter out = spec.commandLine().getOut();
    trace.lines().forEach(out::println);
    out.println("musts that no scenario reached: " + trace.bare().size());
    trace.bare().forEach(id -> out.println("  " + id));
    return trace.bare().isEmpty() ? 0 : EXIT_BARE;
  }
}
