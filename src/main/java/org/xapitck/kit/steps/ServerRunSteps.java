package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.scenario.SourceRun;
import org.xapitck.kit.scenario.Subtasks;
import org.xapitck.kit.scenario.WorkSnapshot;
import org.xapitck.kit.scenario.WorkWatch;
import org.xapitck.kit.verdict.ConformanceFailure;
import org.xapitck.kit.verdict.NotApplicable;
import org.xapitck.kit.verdict.PreconditionFailed;
import org.xapitck.kit.verdict.Reason;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

/** Tasks that the server runs itself, started by the user's sources. */
public final class ServerRunSteps {
  /** By this name the scenario keeps how a task ended. */
  static final String END = "status at the end";

  private final Scenario scenario;

  public ServerRunSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Started by a source of the user's ({@code --task-source}), or by a plan of the simulator, and
   * watched: {@code runs}, {@code ended} (success or failure), {@code succeeded}, {@code failed},
   * {@code has parts}. Not applicable without a source that comes to this.
   */
  @Given("a task of the server's that {outcome}")
  public void aTaskOfTheServers(TaskOutcome outcome) {
    if (sources().isEmpty()) {
      throw new NotApplicable(Reason.Plain.NO_SOURCE);
    }
    AtomicReference<TaskSource> shown = new AtomicReference<>();
    scenario.act(
        () -> {
          try {
            scenario.takeUp(outcome == TaskOutcome.RUNS ? running() : ended(outcome, shown));
          } catch (ConformanceFailure failure) {
            // also where this is done again for a later step, which it says nothing about
            throw new PreconditionFailed(SourceRun.otherwise(failure));
          }
        });
  }

  private TaskSources sources() {
    return scenario.context().sources();
  }

  /** A task that other scenarios look at too, or one of its own where the server collected that. */
  private ScenarioTask ended(TaskOutcome outcome, AtomicReference<TaskSource> shown) {
    if (shown.get() != null) {
      return started(shown.get(), outcome);
    }
    WorkWatch watch = scenario.context().watch();
    Optional<WorkWatch.Observation> found = watch.find(outcome);
    if (found.isEmpty()) {
      watch.obstacles().stream()
          .findFirst()
          .ifPresent(
              obstacle -> {
                throw new PreconditionFailed(obstacle);
              });
      throw none(outcome, watch.outcomes());
    }
    shown.set(found.get().source());
    if (outcome == TaskOutcome.HAS_PARTS && !stillHasParts(found.get())) {
      return started(shown.get(), outcome);
    }
    found.get().exchanges().forEach(scenario.context().notes()::add);
    return taken(found.get().task().orElseThrow(), found.get().last());
  }

  /** Some servers let go of the parts when the whole ends. */
  private boolean stillHasParts(WorkWatch.Observation found) {
    return new Subtasks(scenario.caller()).anyOf(found.task().orElseThrow().ref());
  }

  /** The last source: what lasts longest can be interrupted. */
  private ScenarioTask running() {
    TaskSource source = sources().last();
    sources()
        .obstacle(source)
        .ifPresent(
            why -> {
              throw new PreconditionFailed(why);
            });
    sources().interrupts();
    return started(source, TaskOutcome.RUNS);
  }

  private ScenarioTask started(TaskSource source, TaskOutcome outcome) {
    SourceRun run =
        new SourceRun(source, sources(), scenario.caller(), scenario.context().supplies().clock());
    SourceRun.Started started = run.start();
    if (started.task().isEmpty()) {
      throw started
          .obstacle()
          .<RuntimeException>map(PreconditionFailed::new)
          .orElseGet(() -> none(outcome, source.toString()));
    }
    ScenarioTask task = started.task().get();
    WorkSnapshot last =
        sources()
            .patience()
            .await(
                () -> run.look(task, outcome == TaskOutcome.HAS_PARTS),
                sight -> sight.gone() || sight.isOver() || sight.shows(outcome));
    if (last.shows(outcome)) {
      return taken(task, last);
    }
    scenario.caller().endStarted();
    throw last.isOver()
        ? none(outcome, source + " (" + last.status() + ")")
        : new PreconditionFailed(run.obstacle(last));
  }

  /** From here on the task may end, and be collected, at any moment. */
  private ScenarioTask taken(ScenarioTask task, WorkSnapshot last) {
    scenario.taskIsCompleted();
    scenario.memory().keep(END, last.status());
    return task;
  }

  private static NotApplicable none(TaskOutcome outcome, String sources) {
    return new NotApplicable(new Reason.NoSuchOutcome(outcome, sources));
  }
}
