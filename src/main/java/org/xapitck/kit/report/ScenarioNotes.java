package org.xapitck.kit.report;

import java.util.Optional;

/** Answers the questions of the Allure writer about a scenario. Called by many threads. */
@FunctionalInterface
public interface ScenarioNotes {

  /**
   * What is known of a scenario that ended. Called once per scenario, on the thread that ran it,
   * after its last hook.
   *
   * @param scenario Cucumber's id of this execution: {@code Scenario.getId()} in a hook
   */
  Optional<ScenarioNote> of(String scenario);
}
