package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.catalogue.TaskOutcome;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.TaskSources;

/** Tasks that the server runs itself, started by the user's sources. */
public final class ServerRunSteps {
  /** By this name the world remembers how a task ended. */
  static final String END = "status at the end";

  private final World world;

  public ServerRunSteps(World world) {
    this.world = world;
  }

  /** By the first source whose task comes to this; not applicable where none does. */
  @Given("a task of the server's that {outcome}")
  public void aTaskOfTheServers(TaskOutcome outcome) {
    if (sources().isEmpty()) {
      throw new Inapplicable("no --task-source names a message that starts work on this server");
    }
    AtomicReference<TaskSource> shown = new AtomicReference<>();
    world.act(
        () -> {
          try {
            world.beAbout(outcome == TaskOutcome.RUNS ? running() : ended(outcome, shown));
          } catch (Breach breach) {
            // also where this is done again for a later step, which it says nothing about
            throw new Blocked(breach.getMessage());
          }
        });
  }

  private TaskSources sources() {
    return world.stage().sources();
  }

  /** A task that other scenarios look at too, or one of its own where the server collected that. */
  private Subject ended(TaskOutcome outcome, AtomicReference<TaskSource> shown) {
    if (shown.get() != null) {
      return started(shown.get(), outcome);
    }
    WorkWatch watch = world.stage().watch();
    Optional<WorkWatch.Observation> found = watch.find(outcome);
    if (found.isEmpty()) {
      watch.obstacles().stream()
          .findFirst()
          .ifPresent(
              obstacle -> {
                throw new Blocked(obstacle);
              });
      throw none(outcome, watch.outcomes());
    }
    shown.set(found.get().source());
    if (outcome == TaskOutcome.HAS_PARTS && !stillHasParts(found.get())) {
      return started(shown.get(), outcome);
    }
    found.get().exchanges().forEach(world.stage().notes()::add);
    return taken(found.get().task().orElseThrow(), found.get().last());
  }

  /** Some servers let go of the parts when the whole ends. */
  private boolean stillHasParts(WorkWatch.Observation found) {
    return new Parts(world.voice()).anyOf(found.task().orElseThrow().ref());
  }

  /** The last source: what lasts longest can be interrupted. */
  private Subject running() {
    TaskSource source = sources().last();
    sources()
        .obstacle(source)
        .ifPresent(
            why -> {
              throw new Blocked(why);
            });
    sources().interrupts();
    return started(source, TaskOutcome.RUNS);
  }

  private Subject started(TaskSource source, TaskOutcome outcome) {
    SourceRun run = new SourceRun(source, sources(), world.voice(), world.stage().clock());
    SourceRun.Started started = run.start();
    if (started.task().isEmpty()) {
      throw started
          .obstacle()
          .<RuntimeException>map(Blocked::new)
          .orElseGet(() -> none(outcome, source.toString()));
    }
    Subject task = started.task().get();
    Sight last =
        sources()
            .patience()
            .await(
                () -> run.look(task, outcome == TaskOutcome.HAS_PARTS),
                sight -> sight.gone() || sight.isOver() || sight.shows(outcome));
    if (last.shows(outcome)) {
      return taken(task, last);
    }
    world.voice().endStarted();
    throw last.isOver()
        ? none(outcome, source + " (" + last.status() + ")")
        : new Blocked(run.obstacle(last));
  }

  /** From here on the task may end, and be collected, at any moment. */
  private Subject taken(Subject task, Sight last) {
    world.taskIsCompleted();
    world.tell(END, last.status());
    return task;
  }

  private static Inapplicable none(TaskOutcome outcome, String sources) {
    return new Inapplicable("no task " + outcome + " of those started by " + sources);
  }
}
