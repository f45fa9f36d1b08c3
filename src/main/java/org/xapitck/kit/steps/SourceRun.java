package org.xapitck.kit.steps;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.TaskSources;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;

/** One start of a source, and looks at the task that came of it. Used by one thread at a time. */
final class SourceRun {
  /** All records of a busy server are some hundred kilobytes, and each answer is kept. */
  private static final int THOROUGH_LOOKS = 10;

  private final TaskSource source;
  private final TaskSources sources;
  private final Voice voice;
  private final Parts parts;
  private final Clock clock;
  private boolean partsSeen;
  private int looks;

  /**
   * A run of a source that has not begun.
   *
   * @param voice whose account starts it
   */
  SourceRun(TaskSource source, TaskSources sources, Voice voice, Clock clock) {
    this.source = source;
    this.sources = sources;
    this.voice = voice;
    this.parts = new Parts(voice);
    this.clock = clock;
  }

  /**
   * What came of a start.
   *
   * @param task empty where the source gave none
   * @param obstacle why it gave none; empty also where nobody counts on it
   */
  record Started(Optional<Subject> task, Optional<String> obstacle) {}

  /** Starts the work; its task is disposed of with the voice's other tasks. */
  Started start() {
    Instant now = clock.instant();
    Voice.Started started = voice.start(source);
    if (started.ref().isEmpty()) {
      // an old release has no message that runs a plan, and a low role may not call it
      return new Started(
          Optional.empty(),
          sources.areNamed()
              ? Optional.of(source + " gave no new task: " + Said.of(started.answer()))
              : Optional.empty());
    }
    String ref = started.ref().get();
    Exchange created = voice.call("get_created", ref);
    if (Told.isUnknown(created.answer())) {
      String why = source + " gave a reference that is of no task";
      sources.strike(source, why);
      return new Started(Optional.empty(), Optional.of(why));
    }
    Subject.Start when = new Subject.Start(now, (Instant) voice.typed(created, ApiType.DATETIME));
    return new Started(Optional.of(Subject.started(ref, voice.speaker(), when)), Optional.empty());
  }

  /**
   * Looks at a task.
   *
   * @param lookForParts whether it matters that it has parts
   */
  Sight look(Subject task, boolean lookForParts) {
    Exchange exchange = voice.call("get_status", task.ref());
    String status =
        Told.isUnknown(exchange.answer()) ? "" : (String) voice.typed(exchange, ApiType.STRING);
    boolean thoroughly = looks++ < THOROUGH_LOOKS || Told.isFinal(status);
    if (lookForParts && !partsSeen && !status.isEmpty()) {
      partsSeen = thoroughly ? parts.anyOf(task.ref()) : parts.areListed(task.ref());
    }
    return new Sight(status, partsSeen);
  }

  /** Why a task of this source cannot be judged that was not seen to end. */
  String obstacle(Sight last) {
    return last.gone()
        ? "the server removed the task of " + source + " before its end could be seen"
        : "the task of "
            + source
            + " was still "
            + last.status()
            + " after "
            + sources.patience()
            + " (--task-patience)";
  }
}
