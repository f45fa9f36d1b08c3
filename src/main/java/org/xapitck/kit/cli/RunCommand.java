package org.xapitck.kit.cli;

import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: certifies a server. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Certifies the bundled simulator, or the server at a URL.")
final class RunCommand implements Callable<Integer> {

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    return Certifying.certify(arguments.options(), arguments.environment());
  }
}
