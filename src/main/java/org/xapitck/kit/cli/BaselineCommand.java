package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code baseline}: writes down what a server deviates in today, so that only what is new fails.
 */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description =
        "Runs, and writes the failures found as a baseline. Keeps reasons, links and "
            + "dates that the file, or a --baseline, already has.")
final class BaselineCommand implements Callable<Integer> {

  @Option(
      names = "--write",
      paramLabel = "FILE",
      required = true,
      description = "The baseline to write; an existing file is replaced.")
  private Path file;

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    return Certifying.perform(
        arguments.options(),
        arguments.environment(),
        certification -> certification.writeBaseline(file));
  }
}
