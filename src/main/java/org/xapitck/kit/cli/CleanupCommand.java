package org.xapitck.kit.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.run.Cleanup;
import org.xapitck.kit.run.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cleanup}: destroys the tasks that a run could not, because it was killed or the server was
 * away.
 */
@Command(
    name = "cleanup",
    mixinStandardHelpOptions = true,
    description = {
      "Destroys the tasks that broken-off runs left, according to their ledgers.",
      "Ends with 0 if nothing is left, 1 if something is, 4 if the server is " + "unreachable."
    },
    footer = {
      "%nAccepts all options of run, so that one line serves both; those not listed have no effect."
    })
final class CleanupCommand implements Callable<Integer> {

  @Option(
      names = "--orphans",
      description =
          "Find tasks by the kit's marks instead of by ledgers: lists those of older "
              + "runs at --url, and asks before it destroys them.")
  private boolean orphans;

  @Option(names = "--yes", description = "With --orphans: do not ask.")
  private boolean yes;

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    Environment environment = Environment.ofProcess();
    Cleanup cleanup = new Cleanup(arguments.options(), environment);
    Thread leaving = new Thread(cleanup::leave, "log-out");
    Runtime.getRuntime().addShutdownHook(leaving);
    return orphans ? cleanup.orphans(() -> yes || confirmed(environment)) : cleanup.finish();
  }

  private static boolean confirmed(Environment environment) {
    environment.out().print("destroy them? [y/N] ");
    environment.out().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().matches("(?i)y|yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
