package org.xapitck.kit.scenario;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Value;

/**
 * A task that the scenario made.
 *
 * @param ref its reference
 * @param maker whose session made it
 * @param label its name_label as created; empty for one that the server runs
 * @param snapshot its record before anything was tried, where the scenario will compare
 * @param started its beginning; only of one that the server runs, and that changes by itself
 */
public record ScenarioTask(
    String ref,
    Account maker,
    String label,
    Optional<Map<String, Value>> snapshot,
    Optional<Start> started) {

  /**
   * The beginning of a task that the server runs.
   *
   * @param asked when it was asked for, by the kit's clock
   * @param created by the server's
   */
  public record Start(Instant asked, Instant created) {}

  /** A task of a client's. */
  static ScenarioTask created(String ref, Account maker, String label) {
    return new ScenarioTask(ref, maker, label, Optional.empty(), Optional.empty());
  }

  /** A task that the server runs. */
  public static ScenarioTask started(String ref, Account maker, Start when) {
    return new ScenarioTask(ref, maker, "", Optional.empty(), Optional.of(when));
  }

  ScenarioTask with(Map<String, Value> record) {
    return new ScenarioTask(ref, maker, label, Optional.of(record), started);
  }
}
