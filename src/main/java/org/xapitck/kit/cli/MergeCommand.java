package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.MergedFolder;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code merge}: joins shards and wires that were run apart. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    description = "Joins the report folders of shards, or of separately run wires, into one.",
    footer = "%nThe exit code is that of one run with all these results.")
final class MergeCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "Report folders.")
  private List<Path> parts;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The report folder to write.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Catalogue catalogue = ResultsFile.judge(parts.get(0), Catalogues.packed());
    RunReport merged =
        MergedFolder.write(parts, out, catalogue, Environment.ofProcess().variables());
    spec.commandLine().getOut().println(merged.word());
    spec.commandLine().getOut().println("report: " + out.toAbsolutePath());
    return merged.exitCode();
  }
}
