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
        "Runs, and writes the failures found as a baseline. Reasons, links and dates are kept of what"
            + " the file, or a --baseline, knows already.")
final class BaselineCommand implements Callable<Integer> {

  @Option(
      names = "--write",
      paramLabel = "FILE",
      required = true,
      description = "The baseline to write; replaced where it is there.")
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
