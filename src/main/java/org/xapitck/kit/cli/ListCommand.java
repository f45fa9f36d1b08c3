package org.xapitck.kit.cli;

import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.run.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: what {@code run} would run with the same options; asks no server. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Shows what run would run: wire, requirements, scenario. Needs no server.",
    footer = {
      "%nAccepts all options of run, so that one line serves both; those not listed have no effect."
    })
final class ListCommand implements Callable<Integer> {

  @Mixin private RunArguments arguments;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Listing.of(arguments.options()).forEach(spec.commandLine().getOut()::println);
    return 0;
  }
}
