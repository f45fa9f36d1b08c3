package org.xapitck.kit.scenario;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

/**
 * One start of a source, and observations of the task that it gave. Used by one thread at a time.
 */
public final class SourceRun {
  /** All records of a busy server are some hundred kilobytes, and each answer is kept. */
  private static final int THOROUGH_LOOKS = 10;

  private final TaskSource source;
  private final TaskSources sources;
  private final ApiCaller caller;
  private final Subtasks parts;
  private final Clock clock;
  private boolean partsSeen;
  private int looks;

  /**
   * A run of a source that has not begun.
   *
   * @param caller whose account starts it
   */
  public SourceRun(TaskSource source, TaskSources sources, ApiCaller caller, Clock clock) {
    this.source = source;
    this.sources = sources;
    this.caller = caller;
    this.parts = new Subtasks(caller);
    this.clock = clock;
  }

  /**
   * What came of a start.
   *
   * @param task empty where the source gave none
   * @param obstacle why it gave none; empty also where nobody counts on it
   */
  public record Started(Optional<ScenarioTask> task, Optional<Reason> obstacle) {}

  /** Starts the work; its task is disposed of with the caller's other tasks. */
  public Started start() {
    Instant now = clock.instant();
    ApiCaller.Started started = caller.start(source);
    if (started.ref().isEmpty()) {
      // an old release has no message that runs a plan, and a low role may not call it
      Optional<Reason> nothing =
          Optional.of(started.answer())
              .filter(answer -> sources.areNamed())
              .map(answer -> new Reason.SourceGaveNoTask(source.toString(), AnswerText.of(answer)));
      nothing.ifPresent(sources::startsNothing);
      return new Started(Optional.empty(), nothing);
    }
    String ref = started.ref().get();
    Exchange created = caller.call("get_created", ref);
    if (ErrorCodes.isUnknown(created.answer())) {
      Reason why = new Reason.SourceGaveUnknownTask(source.toString());
      sources.strike(source, why);
      sources.startsNothing(why);
      return new Started(Optional.empty(), Optional.of(why));
    }
    ScenarioTask.Start when =
        new ScenarioTask.Start(now, (Instant) caller.reader().typed(created, ApiType.DATETIME));
    return new Started(
        Optional.of(ScenarioTask.started(ref, caller.speaker().account(), when)), Optional.empty());
  }

  /**
   * Looks at a task.
   *
   * @param lookForParts whether it matters that it has parts
   */
  public WorkSnapshot look(ScenarioTask task, boolean lookForParts) {
    Exchange exchange = caller.call("get_status", task.ref());
    String status =
        ErrorCodes.isUnknown(exchange.answer())
            ? ""
            : (String) caller.reader().typed(exchange, ApiType.STRING);
    boolean thoroughly = looks++ < THOROUGH_LOOKS || TaskClass.isFinal(status);
    if (lookForParts && !partsSeen && !status.isEmpty()) {
      partsSeen = thoroughly ? parts.anyOf(task.ref()) : parts.areListed(task.ref());
    }
    return new WorkSnapshot(status, partsSeen);
  }

  /** Why a task of this source cannot be judged that was not seen to end. */
  public Reason obstacle(WorkSnapshot last) {
    return last.gone()
        ? new Reason.SourceTaskRemoved(source.toString())
        : new Reason.SourceTaskStill(
            source.toString(), last.status(), sources.patience().toString());
  }

  /**
   * Whether a failure counts whatever the source is: the server shows a task of its own as a wrong
   * type, or lacks a message of the page. That it refuses a call may be the fault of the source,
   * which then gave something else than a task.
   */
  static boolean isBeyondDoubt(ConformanceFailure failure) {
    List<String> owners = failure.owner().ids();
    boolean ofTheClass = !owners.isEmpty() && owners.stream().allMatch(TaskClass::has);
    return ofTheClass
        && (failure.getCause() instanceof WrongType
            || owners.stream().allMatch(id -> Refusals.isOfTheMessage(id)));
  }

  /** What a failure of the server's means to those who only need its work. */
  public static Reason otherwise(ConformanceFailure failure) {
    return new Reason.SourceAnswersOtherwise(failure.expected(), failure.actual(), failure.call());
  }
}
