package org.xapitck.kit.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xapitck.kit.archive.Verification;
import org.xapitck.kit.text.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-bundle}: says offline whether a bundle can be believed. */
@Command(
    name = "verify-bundle",
    mixinStandardHelpOptions = true,
    description = "Checks whether a byte was changed, a result dropped or a filter used.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:sound", "1:changed, incomplete or filtered", "2:no bundle"})
final class VerifyBundleCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "A file that bundle made.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Verification verification = Verification.of(file);
    PrintWriter out = spec.commandLine().getOut();
    verification.says().forEach(line -> out.println(Printable.stripped(line)));
    verification.problems().forEach(line -> out.println("problem: " + Printable.stripped(line)));
    out.println(verification.isSound() ? "sound" : "not to be trusted");
    return verification.isSound() ? 0 : 1;
  }
}
