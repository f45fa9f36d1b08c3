package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.Bundle;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.catalogue.Catalogues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bundle}: a report folder as one file to hand in. */
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    description = "Packs results, configuration, versions, baseline and hashes into one file.")
final class BundleCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "A report folder.")
  private Path folder;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The zip file.")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Bundle.write(folder, out, ResultsFile.judge(folder, Catalogues.packed()));
    spec.commandLine().getOut().println("bundle: " + out.toAbsolutePath());
    return 0;
  }
}
