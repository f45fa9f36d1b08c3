package org.xapitck.simulator.plan;

import java.util.Iterator;
import java.util.Optional;
import org.xapitck.simulator.clock.Schedule;
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

  /**
   * Starts a task and its subtasks.
   *
   * @param session the session whose call started it, or the empty text
   * @return the reference of the task
   */
  public String start(String session, String label, Plan plan) {
    return start(session, label, Optional.empty(), plan);
  }

  private String start(String session, String label, Optional<String> parent, Plan plan) {
    boolean cancellable = plan.cancel().isPresent();
    String ref = tasks.start(new ServerTasks.Start(session, label, parent, cancellable));
    Run run = new Run(ref, plan);
    plan.cancel().ifPresent(delay -> tasks.onCancel(ref, run::cancel));
    for (String name : plan.subtasks()) {
      // a name without a plan is refused when plans are read
      plans.find(name).ifPresent(part -> start(session, name, Optional.of(ref), part));
    }
    run.proceed();
    return ref;
  }

  private final class Run {
    private final String ref;
    private final Plan plan;
    private final Iterator<Plan.Step> steps;
    private Schedule.Appointment next = () -> {};
    private boolean ending;

    Run(String ref, Plan plan) {
      this.ref = ref;
      this.plan = plan;
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
        tasks.succeed(ref, XmlRpcCodec.fragment(Value.of(succeeds.result())));
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
