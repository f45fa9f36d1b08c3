package org.xapitck.kit.scenario;

import java.util.Optional;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.work.TaskSources;

/**
 * What the scenarios of one wire share.
 *
 * @param api with the server, over the wire of this execution
 * @param catalogue what the page says
 * @param supplies what comes from outside
 * @param notes the notes of the scenario that runs on the present thread
 * @param passwords the logins with a wrong password that this wire makes
 * @param detected what the server is judged by
 * @param budget the kit's few tasks where tasks stay; empty where they go when they are destroyed
 * @param sources what starts tasks that the server runs
 * @param work watches those that were started for all scenarios; empty where nothing starts any
 */
public record ScenarioContext(
    ApiClient api,
    Catalogue catalogue,
    Supplies supplies,
    ScenarioLog notes,
    WrongPasswords passwords,
    DetectedRelease detected,
    Optional<TaskBudget> budget,
    TaskSources sources,
    Optional<WorkWatch> work) {

  /** The same with the work of the server under watch. */
  public ScenarioContext watching(WorkWatch watch) {
    return new ScenarioContext(
        api, catalogue, supplies, notes, passwords, detected, budget, sources, Optional.of(watch));
  }

  /**
   * What watches the server's work.
   *
   * @throws IllegalStateException where none was started, which is a fault of the kit
   */
  public WorkWatch watch() {
    return work.orElseThrow(
        () -> new IllegalStateException("no work is watched, though a scenario asks for it"));
  }

  /** The same where somebody else notes what is said. */
  ScenarioContext notedBy(ScenarioLog other) {
    return new ScenarioContext(
        api, catalogue, supplies, other, passwords, detected, budget, sources, work);
  }
}
