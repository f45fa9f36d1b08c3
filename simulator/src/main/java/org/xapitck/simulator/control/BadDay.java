package org.xapitck.simulator.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.fault.live.Effect;
import org.xapitck.simulator.fault.live.Fault;
import org.xapitck.simulator.fault.live.FaultRule;
import org.xapitck.simulator.fault.live.Faults;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Work;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.task.ServerTasks;

/** What goes wrong on a bad day, each in one call. */
public final class BadDay {
  private final Machine machine;
  private final Faults faults;

  BadDay(Machine machine, Faults faults) {
    this.machine = machine;
    this.faults = faults;
  }

  /** What becomes of the tasks when the toolstack starts again. */
  public enum Tasks {
    /** They are gone, as xapi keeps none; nobody is told. */
    GONE,
    /** They stay as they are for ever: nobody works on them any more. */
    PENDING
  }

  /** What becomes of the events when the toolstack starts again. */
  public enum Events {
    /** Tokens of before are refused with EVENTS_LOST. */
    LOST,
    /** Tokens of before are read, and nobody is told of what ended. */
    SILENT
  }

  /** How a task ends that a client asks to be cancelled. */
  public enum CancelEnd {
    /** As cancelled, without an error. */
    CANCELLED,
    /** As cancelled, with the error TASK_CANCELLED and its reference. */
    CANCELLED_WITH_ERROR,
    /** As failed: the cancellation went wrong. */
    FAILURE,
    /** As a success: it was done before the wish was heard. */
    SUCCESS
  }

  /** How the progress of a task misleads. */
  public enum Progress {
    /** It stands at 0.3 for nearly the whole time. */
    STANDS,
    /** It falls from 0.8 to 0.2 and rises again. */
    FALLS,
    /** It is 1 long before the end. */
    EARLY
  }

  /** A session is over: its next call is refused with SESSION_INVALID. False if there is none. */
  public boolean sessionExpired(String ref) {
    return machine.get().sessions().end(ref);
  }

  /** All sessions are over. Gives back how many there were. */
  public int sessionsDropped() {
    var sessions = machine.get().sessions();
    return (int) sessions.all().stream().filter(session -> sessions.end(session.ref())).count();
  }

  /**
   * The toolstack starts again: connections are cut, all sessions are over, and a new generation of
   * events begins.
   */
  public void toolstackRestart(Tasks tasks, Events events) {
    Machine.Parts parts = machine.get();
    parts.events().dropWaiting();
    parts.serverTasks().abandon();
    if (tasks == Tasks.GONE) {
      parts.tasks().clear();
    }
    sessionsDropped();
    parts.events().restart(events == Events.LOST);
    machine.dropConnections();
  }

  /**
   * The server is a member of a pool: it refuses every call with HOST_IS_SLAVE and the master's
   * address. One where nobody listens is a master that died.
   *
   * @param promotedAfter how long until it is promoted, by the clock of the simulator; empty for
   *     never
   * @return the fault that does it; {@link #promotion} takes it off
   */
  public Fault slave(String master, Optional<Duration> promotedAfter) {
    endSlavery();
    Effect refusal = new Effect.Refusal(new Answer.Failure("HOST_IS_SLAVE", List.of(master)));
    Fault fault =
        faults.add(
            FaultRule.on("*", refusal)
                .except("session.slave_local_*", "session.local_logout", "system.listMethods"));
    promotedAfter.ifPresent(time -> machine.get().schedule().after(time, this::promotion));
    return fault;
  }

  /** A member becomes master: it answers, knows no session and no task, and its events are new. */
  public void promotion() {
    endSlavery();
    toolstackRestart(Tasks.GONE, Events.LOST);
  }

  private void endSlavery() {
    faults.all().stream()
        .filter(
            fault ->
                fault.rule().effect() instanceof Effect.Refusal refusal
                    && refusal.error().code().equals("HOST_IS_SLAVE"))
        .forEach(fault -> faults.remove(fault.id()));
  }

  /**
   * Calls that come too often are late, and never refused, as with a rate limit of xapi 26.17.
   * {@code Async.} calls are answered at once, as their tasks are what waits there.
   *
   * @return the fault that does it
   */
  public Fault rateLimit(double burst, double perSecond) {
    return faults.add(FaultRule.on("*", new Effect.Throttle(burst, perSecond)).except("Async.*"));
  }

  /**
   * A task ends so when a client asks to cancel it.
   *
   * @param after from the wish to the end
   * @return false if there is no such task
   */
  public boolean cancelEnds(String ref, CancelEnd end, Duration after) {
    Machine.Parts parts = machine.get();
    if (parts.tasks().find(ref).isEmpty()) {
      return false;
    }
    ServerTasks tasks = parts.serverTasks();
    tasks.adopt(ref, () -> parts.schedule().after(after, () -> end(tasks, ref, end)));
    return true;
  }

  private static void end(ServerTasks tasks, String ref, CancelEnd end) {
    switch (end) {
      case CANCELLED -> tasks.cancelled(ref);
      case CANCELLED_WITH_ERROR -> tasks.cancelledWithError(ref);
      case FAILURE -> tasks.fail(ref, List.of("INTERNAL_ERROR", "the task could not be cancelled"));
      case SUCCESS -> tasks.succeed(ref, "<value></value>");
    }
  }

  /** A task that runs until it is cancelled, and what it does then. Gives back its reference. */
  public String cancellable(String session, String label, CancelEnd end, Duration after) {
    Plan plan =
        new Plan(
            List.of(new Plan.Step(Duration.ofMillis(100), 0.5)),
            Duration.ZERO,
            new Plan.Outcome.Hangs(),
            Optional.of(after),
            List.of());
    String ref = machine.get().runner().start(session, label, Work.of(plan));
    cancelEnds(ref, end, after);
    return ref;
  }

  /** A task is collected before anybody looks. False if there is none. */
  public boolean collected(String ref) {
    return machine.get().tasks().remove(ref);
  }

  /**
   * A task succeeds in the end, but its progress misleads. Gives back its reference.
   *
   * @param length how long it takes
   */
  public String misleads(String session, String label, Progress progress, Duration length) {
    Duration tenth = length.dividedBy(10);
    List<Plan.Step> steps =
        switch (progress) {
          case STANDS ->
              List.of(new Plan.Step(tenth, 0.3), new Plan.Step(tenth.multipliedBy(8), 0.9));
          case FALLS ->
              List.of(
                  new Plan.Step(tenth.multipliedBy(3), 0.8),
                  new Plan.Step(tenth.multipliedBy(3), 0.2),
                  new Plan.Step(tenth.multipliedBy(3), 0.9));
          case EARLY ->
              List.of(new Plan.Step(tenth, 1.0), new Plan.Step(tenth.multipliedBy(8), 1.0));
        };
    Plan plan =
        new Plan(steps, tenth, new Plan.Outcome.Succeeds("ok"), Optional.empty(), List.of());
    return machine.get().runner().start(session, label, Work.of(plan));
  }
}
