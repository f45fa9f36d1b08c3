package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.target.Fate;
import org.xapitck.kit.target.Patience;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.TaskSources;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;

/** Tasks that the server runs itself: started by the user's sources, and watched. */
public final class ServerRunSteps {
  /** By this name the world remembers how a task ended. */
  static final String END = "status at the end";

  private final World world;
  private final Parts parts;

  public ServerRunSteps(World world) {
    this.world = world;
    this.parts = new Parts(world);
  }

  /** By the first source whose task comes to this; not applicable where none does. */
  @Given("a task of the server's that {fate}")
  public void aTaskOfTheServers(Fate fate) {
    TaskSources sources = world.stage().sources();
    if (sources.isEmpty()) {
      throw new Inapplicable("no --task-source names a message that starts work on this server");
    }
    world.act(() -> world.beAbout(first(fate, sources)));
  }

  private Subject first(Fate fate, TaskSources sources) {
    Optional<String> unseen = Optional.empty();
    for (TaskSource source : sources.candidates(fate)) {
      Subject task = start(source);
      // from here on it may end, and be collected, at any moment
      world.taskIsCompleted();
      if (fate == Fate.RUNS) {
        return task;
      }
      Look last = watch(task.ref(), fate, sources.patience());
      if (last.shows(fate)) {
        world.tell(END, last.status());
        return task;
      }
      if (last.isOver()) {
        sources.missed(source, fate);
      } else {
        unseen = Optional.of(endUnseen(source, last, sources.patience()));
      }
    }
    throw unseen
        .<RuntimeException>map(Blocked::new)
        .orElseGet(() -> new Inapplicable("no task " + fate + " of those started by " + sources));
  }

  private static String endUnseen(TaskSource source, Look last, Patience patience) {
    return last.gone()
        ? "the server removed the task of " + source + " before its end could be seen"
        : "the task of " + source + " was still " + last.status() + " after " + patience;
  }

  private Subject start(TaskSource source) {
    Instant now = world.stage().clock().instant();
    Exchange exchange = world.voice().start(source);
    String ref =
        Said.reference(exchange)
            .filter(given -> world.conversation().ledger().find(given).isPresent())
            .orElseThrow(() -> noTask(source, exchange.answer()));
    return Subject.started(ref, world.voice().speaker(), now);
  }

  /** An old release has no message that runs a plan; whoever names a source counts on it. */
  private RuntimeException noTask(TaskSource source, Answer answer) {
    String what = source + " gave no new task: " + Said.of(answer);
    boolean unknown =
        answer instanceof Answer.Failure failure && failure.code().equals("MESSAGE_METHOD_UNKNOWN");
    return unknown && !world.stage().sources().areNamed()
        ? new Inapplicable(what)
        : new Blocked(what);
  }

  /**
   * What a look at a task showed.
   *
   * @param status its status; empty where the server no longer knows it
   * @param hasParts whether another task is a part of it; only asked where that matters
   */
  private record Look(String status, boolean hasParts) {
    boolean gone() {
      return status.isEmpty();
    }

    boolean isOver() {
      return Told.isFinal(status);
    }

    boolean shows(Fate fate) {
      return switch (fate) {
        case RUNS -> true;
        case ENDED -> List.of("success", "failure").contains(status);
        case SUCCEEDED -> status.equals("success");
        case FAILED -> status.equals("failure");
        case HAS_PARTS -> hasParts;
      };
    }
  }

  private Look watch(String ref, Fate fate, Patience patience) {
    return patience.await(
        () -> look(ref, fate), look -> look.gone() || look.isOver() || look.shows(fate));
  }

  private Look look(String ref, Fate fate) {
    boolean hasParts = fate == Fate.HAS_PARTS && parts.anyOf(ref);
    Exchange exchange = world.call("get_status", ref);
    String status =
        Told.isUnknown(exchange.answer()) ? "" : (String) world.typed(exchange, ApiType.STRING);
    return new Look(status, hasParts);
  }
}
