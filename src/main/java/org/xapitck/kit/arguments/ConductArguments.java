package org.xapitck.kit.arguments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.xapitck.kit.ledger.Admission;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.options.ExecutionOptions;
import org.xapitck.kit.options.RunOptions;
import picocli.CommandLine.Option;

/** The options by which a run spares its server, and those that say what fails it. */
@OptionGroup("How the run goes, and what fails it")
final class ConductArguments {

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "" + RunOptions.USUAL_THREADS,
      description = "Scenarios at once over all wires, 1 to 8; ${DEFAULT-VALUE} by default.")
  private int threads;

  @Option(
      names = "--random-order",
      paramLabel = "SEED",
      description = "Run the scenarios in a random order; the same number gives the same order.")
  private Long seed;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description =
          "File in which the run notes its tasks; by default its own file in the user's "
              + "state folder, removed when no task is left.")
  private Path ledger;

  @Option(
      names = "--max-live-tasks",
      paramLabel = "N",
      defaultValue = "" + Ledger.LIVE_TASKS,
      description = "Most tasks at any moment, 6 to 200; ${DEFAULT-VALUE} by default.")
  private int maxLiveTasks;

  @Option(
      names = "--max-rate",
      paramLabel = "CALLS",
      description = "Most calls per second over all wires; by default as fast as answers come.")
  private Double maxRate;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "YAML list of known deviations, which do not fail the run; repeatable.")
  private List<Path> baselines = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "WHAT",
      description = "warning: a warning fails the run too.")
  private String failOn;

  @Option(names = "--fail-fast", description = "Stop at the first failure.")
  private boolean failFast;

  /** What the user asked for. */
  ExecutionOptions execution() {
    if (threads < 1 || threads > RunOptions.MOST_THREADS) {
      throw new BadConfiguration(
          "--threads " + threads + ": allowed are 1 to " + RunOptions.MOST_THREADS);
    }
    if (maxLiveTasks < Admission.TASKS_OF_A_SCENARIO
        || maxLiveTasks > ExecutionOptions.MOST_LIVE_TASKS) {
      throw new BadConfiguration(
          "--max-live-tasks "
              + maxLiveTasks
              + ": allowed are "
              + Admission.TASKS_OF_A_SCENARIO
              + ", which is what one scenario may need, to "
              + ExecutionOptions.MOST_LIVE_TASKS);
    }
    if (maxRate != null && !(maxRate >= 0.1 && maxRate <= 1e6)) {
      throw new BadConfiguration("--max-rate " + maxRate + ": allowed are 0.1 to 1000000");
    }
    if (failOn != null && !failOn.equals("warning")) {
      throw new BadConfiguration("--fail-on " + failOn + ": allowed is warning");
    }
    return new ExecutionOptions(
        Optional.ofNullable(ledger),
        maxLiveTasks,
        maxRate == null ? OptionalDouble.empty() : OptionalDouble.of(maxRate),
        threads,
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        baselines,
        failOn != null,
        failFast,
        false);
  }
}
