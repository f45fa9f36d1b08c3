package org.xapitck.kit.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.scenario.Scenario;

/** Around each scenario: room for its tasks before, nothing left of it after. */
public final class Hooks {
  private final Scenario scenario;

  public Hooks(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Waits until the scenario may make tasks. */
  @Before
  public void enter() throws InterruptedException {
    scenario.api().ledger().admission().enter(says(Intent.MANY_TASKS));
    if (says(Intent.LARGE)) {
      scenario.api().ledger().admission().enterLong();
    }
  }

  private boolean says(Intent intent) {
    return scenario.context().notes().intents().contains(intent);
  }

  /** Ends the session and the tasks that the scenario made, whatever became of it. */
  @After(order = 0)
  public void leave() {
    try {
      scenario.caller().endAnotherSession();
    } finally {
      leaveTasks();
    }
  }

  private void leaveTasks() {
    try {
      scenario.caller().disposeOfAll();
    } finally {
      if (says(Intent.LARGE)) {
        scenario.api().ledger().admission().leaveLong();
      }
      scenario.api().ledger().admission().leave(says(Intent.MANY_TASKS));
    }
  }
}
