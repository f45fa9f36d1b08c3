package org.xapitck.kit.execution;

import java.util.List;
import java.util.Set;
import org.xapitck.kit.model.Exchange;

/** Scenarios that ended, as the recorder would have noted them. */
public final class EndedScenario {
  private EndedScenario() {}

  /** One that passed. */
  public static RunningScenario passed(List<String> requirements, Exchange... exchanges) {
    RunningScenario scenario =
        new RunningScenario("Feature", "Rule", "scenario", requirements, Set.of(), 0);
    for (Exchange exchange : exchanges) {
      scenario.add(exchange, 0);
    }
    return scenario;
  }

  /**
   * One that failed.
   *
   * @param keyword of the step that failed
   * @param error null where no step was found
   */
  public static RunningScenario failed(
      List<String> requirements, String keyword, Throwable error, Exchange... exchanges) {
    RunningScenario scenario = passed(requirements, exchanges);
    scenario.stepStarts(keyword);
    scenario.failed(error, keyword + " the step");
    // a hook that fails afterwards
    scenario.failed(new IllegalStateException("a later failure"), "hook");
    return scenario;
  }
}
