package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.SourceTasks;
import org.xapitck.kit.work.TaskSource;

/** Tasks that the server runs itself, started by the user's sources. */
public final class ServerRunSteps {
  private final Scenario scenario;
  private final SourceTasks tasks;

  public ServerRunSteps(Scenario scenario, SourceTasks tasks) {
    this.scenario = scenario;
    this.tasks = tasks;
  }

  /**
   * Started by a source of the user's ({@code --task-source}), or by a plan of the simulator, and
   * watched: {@code runs}, {@code ended} (success or failure), {@code succeeded}, {@code failed},
   * {@code has subtasks}. Not applicable without a source that ends so.
   */
  @Given("a task of the server's that {outcome}")
  public void aTaskOfTheServers(TaskOutcome outcome) {
    if (tasks.isEmpty()) {
      throw new NotApplicable(Reason.Plain.NO_SOURCE);
    }
    AtomicReference<TaskSource> shown = new AtomicReference<>();
    scenario.act(() -> scenario.takeUp(tasks.of(outcome, shown)));
  }
}
