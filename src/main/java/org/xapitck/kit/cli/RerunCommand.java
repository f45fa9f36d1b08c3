package org.xapitck.kit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.xapitck.kit.arguments.RunArguments;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.text.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rerun}: runs what judges one requirement, and prints everything that was said. */
@Command(
    name = "rerun",
    mixinStandardHelpOptions = true,
    description = "Runs the scenarios of one requirement alone and prints every exchange.")
final class RerunCommand implements Callable<Integer> {
  /** Beside the report of the whole run, which stays. */
  private static final Path REPORT = Path.of("reports", "rerun");

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "A requirement, such as task.cancel.effect.")
  private String id;

  @Mixin private RunArguments arguments;

  @Override
  public Integer call() {
    RunOptions options = arguments.options(REPORT);
    if (!options.scope().tags().isEmpty()) {
      throw new BadConfiguration("--tags: rerun takes the id of one requirement instead");
    }
    if (options.judge().find(id).isEmpty()) {
      throw new BadConfiguration(
          "rerun "
              + id
              + ": no requirement of the catalogue, which `list` shows"
              + Nearest.question(id, ids(options)));
    }
    return Certifying.certify(
        options.withTags("@" + id).withExecution(options.execution().withExchanges()),
        arguments.environment());
  }

  private static List<String> ids(RunOptions options) {
    return options.judge().requirements().stream().map(Requirement::id).toList();
  }
}
