package org.xapitck.simulator.plan;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.task.ServerTasks;

/** Moves tasks as their plans say. Each task has its own run, and runs share nothing. */
public final class PlanRunner {
  private final Plans plans;
  private final ServerTasks tasks;
  private final Schedule schedule;

  /** A runner for these plans. */
  public PlanRunner(Plans plans, ServerTasks tasks, Schedule schedule) {
    this.plans = plans;
    this.tasks = tasks;
    this.schedule = schedule;
  }

  /** The plans that work may follow. */
  public Plans plans() {
    return plans;
  }

  /**
   * Starts a task and its subtasks.
   *
   * @param session the session whose call started it, or the empty text
   * @return the reference of the task
   */
  public String start(String session, String label, Work work) {
    return start(session, label, Optional.empty(), work);
  }

  /** Does work without a task; answers when it is through, and never if it hangs. */
  public void answer(Work work, Consumer<Answer> then) {
    Plan.Outcome outcome = work.plan().outcome();
    if (!(outcome instanceof Plan.Outcome.Hangs)) {
      schedule.after(
          work.plan().length(),
          () ->
              then.accept(
                  outcome instanceof Plan.Outcome.Succeeds succeeds
                      ? new Answer.Success(result(work, succeeds))
                      : ((Plan.Outcome.Fails) outcome).error()));
    }
  }

  private static Value result(Work work, Plan.Outcome.Succeeds succeeds) {
    return work.result().orElseGet(() -> Value.of(succeeds.result()));
  }

  private String start(String session, String label, Optional<String> parent, Work work) {
    Plan plan = work.plan();
    boolean cancellable = plan.cancel().isPresent();
    String ref = tasks.start(new ServerTasks.Start(session, label, parent, cancellable));
    Run run = new Run(ref, work);
    plan.cancel().ifPresent(delay -> tasks.onCancel(ref, run::cancel));
    for (String name : plan.subtasks()) {
      // a name without a plan is refused when plans are read
      plans.find(name).ifPresent(part -> start(session, name, Optional.of(ref), Work.of(part)));
    }
    run.proceed();
    return ref;
  }

  private final class Run {
    private final String ref;
    private final Work work;
    private final Plan plan;
    private final Iterator<Plan.Step> steps;
    private Schedule.Appointment next = () -> {};
    private boolean ending;

    Run(String ref, Work work) {
      this.ref = ref;
      this.work = work;
      this.plan = work.plan();
      this.steps = plan.steps().iterator();
    }

    synchronized void proceed() {
      if (ending) {
        return;
      }
      if (steps.hasNext()) {
        Plan.Step step = steps.next();
        next =
            schedule.after(
                step.after(),
                () -> {
                  tasks.progress(ref, step.progress());
                  proceed();
                });
      } else if (!(plan.outcome() instanceof Plan.Outcome.Hangs)) {
        next = schedule.after(plan.rest(), this::end);
      }
    }

    private void end() {
      if (plan.outcome() instanceof Plan.Outcome.Succeeds succeeds) {
        tasks.succeed(ref, XmlRpcCodec.fragment(result(work, succeeds)));
      } else if (plan.outcome() instanceof Plan.Outcome.Fails fails) {
        tasks.fail(ref, fails.error().description());
      }
    }

    synchronized void cancel() {
      if (!ending) {
        ending = true;
        next.cancel();
        schedule.after(plan.cancel().orElseThrow(), () -> tasks.cancelled(ref));
      }
    }
  }
}
