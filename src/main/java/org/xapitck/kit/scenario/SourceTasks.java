package org.xapitck.kit.scenario;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

/**
 * Tasks that the server runs itself, started by the user's sources: for the scenarios about them,
 * and as a substitute if create gives no task.
 */
public final class SourceTasks {
  /** By this name the scenario keeps how a task ended. */
  public static final String END = "status at the end";

  private static final Owner DENIED = Owner.of(TaskClass.CREATE + ".role");

  private final Scenario scenario;

  public SourceTasks(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Whether nothing starts any. */
  public boolean isEmpty() {
    return sources().isEmpty();
  }

  private TaskSources sources() {
    return scenario.context().sources();
  }

  /**
   * A task that came to this.
   *
   * @param shown the source of an earlier one that was collected; set here
   * @throws NotApplicable where no source comes to this
   * @throws PreconditionFailed where that cannot be known
   * @throws ConformanceFailure where the server shows such a task in a wrong way
   */
  public ScenarioTask of(TaskOutcome outcome, AtomicReference<TaskSource> shown) {
    try {
      return outcome == TaskOutcome.RUNS ? running() : ended(outcome, shown);
    } catch (ConformanceFailure failure) {
      if (SourceRun.isBeyondDoubt(failure)) {
        throw failure.seenTwice();
      }
      // also where this is done again for a later step, which it says nothing about
      throw new PreconditionFailed(SourceRun.otherwise(failure));
    }
  }

  /** A pending task of the speaker's, or one that is like it as far as one looks at it. */
  public ScenarioTask mine(AtomicReference<TaskSource> shown) {
    try {
      return made();
    } catch (ConformanceFailure noTask) {
      // what ended stays as it is, so that two looks at it agree
      boolean cancelled = says(Intent.USES_UP_A_TASK);
      return inPlace(cancelled ? TaskOutcome.RUNS : TaskOutcome.ENDED, shown, noTask);
    }
  }

  /**
   * The same where it has to be one that ended so; one that create gives is still pending.
   *
   * @throws ConformanceFailure of create where no source's task can end so
   */
  public ScenarioTask mineEndedAs(String status, AtomicReference<TaskSource> shown) {
    try {
      return made();
    } catch (ConformanceFailure noTask) {
      return switch (status) {
        case "success" -> inPlace(TaskOutcome.SUCCEEDED, shown, noTask);
        case "failure" -> inPlace(TaskOutcome.FAILED, shown, noTask);
        default -> throw noTask;
      };
    }
  }

  private ScenarioTask made() {
    return scenario.maker().create("made by a conformance test");
  }

  /** Refuses to expect of a task that stands in what create would have given. */
  public void refuseToCompare() {
    scenario
        .itIfAny()
        .flatMap(it -> scenario.caller().insteadOf(it.ref()))
        .ifPresent(
            noTask -> {
              throw noTask;
            });
  }

  /**
   * A task to look at or to cancel in place of one that create did not give. Nothing is written to
   * it, and nothing that create would have given is expected of it.
   *
   * @param outcome what such a task has to come to; a scenario that cancels a pending task needs
   *     one that runs
   * @param noTask what create did instead; thrown where no task can stand in
   */
  private ScenarioTask inPlace(
      TaskOutcome outcome, AtomicReference<TaskSource> shown, ConformanceFailure noTask) {
    if (isEmpty() || noTask.owner().equals(DENIED) || needsItsOwn()) {
      throw noTask;
    }
    boolean usedUp = says(Intent.USES_UP_A_TASK);
    try {
      if (usedUp && outcome != TaskOutcome.RUNS) {
        // what the scenarios share is not for this one to end
        find(outcome).map(WorkObservation::source).ifPresent(shown::set);
      }
      ScenarioTask task = of(outcome, shown);
      scenario.caller().standsIn(task, noTask);
      scenario.context().notes().without(TaskClass.CREATE);
      return task;
    } catch (NotApplicable | PreconditionFailed none) {
      throw noTask;
    }
  }

  /** Whether a scenario writes; or ends a task in a role that may start none. */
  private boolean needsItsOwn() {
    return says(Intent.USES_UP_A_TASK) && says(Intent.ROLE_MATRIX)
        || scenario.context().notes().requirements().stream()
            .map(scenario.catalogue()::need)
            .anyMatch(SourceTasks::isOfWriting);
  }

  private boolean says(Intent intent) {
    return scenario.context().notes().intents().contains(intent);
  }

  private static boolean isOfWriting(Requirement requirement) {
    String method = TaskClass.method(requirement.subject());
    return !method.equals(TaskClass.CANCEL)
        && TaskClass.effect(method).filter(effect -> effect != Effect.READS).isPresent();
  }

  private Optional<WorkObservation> find(TaskOutcome outcome) {
    return scenario.context().watch().find(outcome);
  }

  /** A task that other scenarios look at too, or one of its own where the server collected that. */
  private ScenarioTask ended(TaskOutcome outcome, AtomicReference<TaskSource> shown) {
    if (shown.get() != null) {
      return started(shown.get(), outcome);
    }
    Optional<WorkObservation> found = find(outcome);
    if (found.isEmpty()) {
      throw unseen(outcome);
    }
    shown.set(found.get().source());
    if (outcome == TaskOutcome.HAS_SUBTASKS && !stillHasParts(found.get())) {
      return started(shown.get(), outcome);
    }
    found.get().exchanges().forEach(scenario.context().notes()::add);
    return taken(found.get().task().orElseThrow(), found.get().last());
  }

  private RuntimeException unseen(TaskOutcome outcome) {
    WorkWatch watch = scenario.context().watch();
    for (WorkObservation seen : watch.deviating()) {
      seen.exchanges().forEach(scenario.context().notes()::add);
      throw seen.deviation().orElseThrow();
    }
    return watch.obstacles().stream()
        .findFirst()
        .<RuntimeException>map(PreconditionFailed::new)
        .orElseGet(() -> none(outcome, watch.outcomes()));
  }

  /** Some servers let go of the parts when the whole ends. */
  private boolean stillHasParts(WorkObservation found) {
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
                () -> run.look(task, outcome == TaskOutcome.HAS_SUBTASKS),
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
