package org.xapitck.kit.steps;

import io.cucumber.java.en.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.xapitck.kit.target.Fate;
import org.xapitck.kit.target.Patience;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.TaskSources;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Wire;

/** Tasks that the server runs itself: started by the user's sources, and watched. */
public final class ServerRunSteps {
  /** By this name the world remembers how a task ended. */
  static final String END = "status at the end";

  /** All records of a busy server are some hundred kilobytes, and a scenario keeps each answer. */
  private static final int THOROUGH_LOOKS = 10;

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
    world.act(
        () -> {
          try {
            world.beAbout(first(fate, sources));
          } catch (Breach breach) {
            // also where this is done again for a later step, which it says nothing about
            throw new Blocked(breach.getMessage());
          }
        });
  }

  private Subject first(Fate fate, TaskSources sources) {
    Wire wire = world.conversation().wire();
    List<String> obstacles = new ArrayList<>();
    for (TaskSource source : sources.candidates(fate, wire)) {
      Optional<String> known = sources.obstacle(source, fate, wire);
      Optional<Subject> task = known.isPresent() ? Optional.empty() : start(source, obstacles);
      known.ifPresent(obstacles::add);
      if (task.isPresent()) {
        // from here on it may end, and be collected, at any moment
        world.taskIsCompleted();
        if (fate == Fate.RUNS) {
          sources.interrupts(source, wire);
        }
        Look last = watch(task.get().ref(), fate, sources.patience());
        if (last.shows(fate)) {
          world.tell(END, last.status());
          return task.get();
        }
        note(source, fate, last, obstacles);
        world.voice().endStarted();
      }
    }
    if (!obstacles.isEmpty()) {
      throw new Blocked(obstacles.get(0));
    }
    throw new Inapplicable(
        "no task " + fate + " of those started by " + sources.misses(fate, wire));
  }

  private void note(TaskSource source, Fate fate, Look last, List<String> obstacles) {
    TaskSources sources = world.stage().sources();
    if (last.isOver()) {
      sources.missed(source, fate, world.conversation().wire(), last.status());
    } else if (last.gone()) {
      obstacles.add("the server removed the task of " + source + " before its end could be seen");
    } else {
      String why =
          "the task of " + source + " was still " + last.status() + " after " + sources.patience();
      sources.outlasts(source, why + " (--task-patience)");
      obstacles.add(why + " (--task-patience)");
    }
  }

  /** The task, where the source gave one; else the reason is added, if anybody counts on it. */
  private Optional<Subject> start(TaskSource source, List<String> obstacles) {
    Instant now = world.stage().clock().instant();
    Voice.Started started = world.voice().start(source);
    if (started.ref().isEmpty()) {
      // an old release has no message that runs a plan, and a low role may not call it
      if (world.stage().sources().areNamed()) {
        obstacles.add(source + " gave no new task: " + Said.of(started.answer()));
      }
      return Optional.empty();
    }
    String ref = started.ref().get();
    Exchange created = world.call("get_created", ref);
    if (Told.isUnknown(created.answer())) {
      String why = source + " gave a reference that is of no task";
      world.stage().sources().strike(source, why);
      obstacles.add(why);
      return Optional.empty();
    }
    return Optional.of(
        Subject.started(
            ref,
            world.voice().speaker(),
            new Subject.Start(now, (Instant) world.typed(created, ApiType.DATETIME))));
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
        case RUNS -> !gone() && !isOver();
        case ENDED -> List.of("success", "failure").contains(status);
        case SUCCEEDED -> status.equals("success");
        case FAILED -> status.equals("failure");
        case HAS_PARTS -> hasParts;
      };
    }
  }

  private Look watch(String ref, Fate fate, Patience patience) {
    AtomicInteger looks = new AtomicInteger();
    return patience.await(
        () -> look(ref, fate, looks.getAndIncrement()),
        look -> look.gone() || look.isOver() || look.shows(fate));
  }

  private Look look(String ref, Fate fate, int number) {
    Exchange exchange = world.call("get_status", ref);
    String status =
        Told.isUnknown(exchange.answer()) ? "" : (String) world.typed(exchange, ApiType.STRING);
    boolean thoroughly = number < THOROUGH_LOOKS || Told.isFinal(status);
    return new Look(
        status, fate == Fate.HAS_PARTS && (thoroughly ? parts.anyOf(ref) : parts.areListed(ref)));
  }
}
