package org.xapitck.kit.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.xapitck.kit.ledger.Ledger;

/**
 * How a run treats its server, and which deviations it forgives.
 *
 * @param ledger the ledger's file; empty for one of the run's own in the user's state folder
 * @param maxLiveTasks the most tasks of the kit's that live at any moment
 * @param maxRate calls per second over all wires; empty for as fast as the server answers
 * @param threads scenarios at once, over all wires
 * @param seed for a random order of the scenarios; empty for the order of the files
 * @param baselines files of known deviations
 * @param failOnWarning whether a warning fails the run
 * @param failFast whether the run stops at the first failure that no baseline knows
 * @param showExchanges whether the exchanges of each scenario are printed
 */
public record ExecutionOptions(
    Optional<Path> ledger,
    int maxLiveTasks,
    OptionalDouble maxRate,
    int threads,
    OptionalLong seed,
    List<Path> baselines,
    boolean failOnWarning,
    boolean failFast,
    boolean showExchanges) {

  /** xapi keeps 200 tasks for all its clients together. */
  public static final int MOST_LIVE_TASKS = 200;

  public ExecutionOptions {
    baselines = List.copyOf(baselines);
  }

  /** 50 live tasks, three scenarios at once, no limit of the rate, nothing forgiven. */
  public static ExecutionOptions usual() {
    return new ExecutionOptions(
        Optional.empty(),
        Ledger.LIVE_TASKS,
        OptionalDouble.empty(),
        RunOptions.USUAL_THREADS,
        OptionalLong.empty(),
        List.of(),
        false,
        false,
        false);
  }

  /** The same with so many scenarios at once, perhaps in a random order. */
  ExecutionOptions withThreads(int number, OptionalLong order) {
    return new ExecutionOptions(
        ledger,
        maxLiveTasks,
        maxRate,
        number,
        order,
        baselines,
        failOnWarning,
        failFast,
        showExchanges);
  }

  /** The same with these baselines. */
  public ExecutionOptions withBaselines(List<Path> files) {
    return new ExecutionOptions(
        ledger,
        maxLiveTasks,
        maxRate,
        threads,
        seed,
        files,
        failOnWarning,
        failFast,
        showExchanges);
  }

  /** The same, printing the exchanges. */
  public ExecutionOptions withExchanges() {
    return new ExecutionOptions(
        ledger, maxLiveTasks, maxRate, threads, seed, baselines, failOnWarning, failFast, true);
  }

  /** The same with this ledger. */
  public ExecutionOptions withLedger(Path file) {
    return new ExecutionOptions(
        Optional.of(file),
        maxLiveTasks,
        maxRate,
        threads,
        seed,
        baselines,
        failOnWarning,
        failFast,
        showExchanges);
  }
}
