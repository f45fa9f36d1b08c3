package org.xapitck.simulator.admin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.control.BadDay;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.task.TaskState;

/** What goes wrong with a task on a bad day, each in one call. */
final class TaskScenarioOperations {
  private static final Schema TASK = Schema.object("task!", Schema.text());

  private TaskScenarioOperations() {}

  static List<Operation> of(Control control) {
    return List.of(
        ScenarioOperations.scenario(
            "task-cancelled",
            "taskCancelled",
            "How a task ends when a client asks to cancel it: one that is there, or a new one.",
            Schema.object(
                "task", Schema.text(),
                "label", Schema.text(),
                "owner", TaskOperations.Owners.FORM,
                "ends", Schema.choice(ScenarioOperations.names(BadDay.CancelEnd.values())),
                "after", Schema.number(0, PlanForm.LONGEST)),
            TASK,
            asked -> cancelled(control, asked.body())),
        ScenarioOperations.scenario(
            "task-collected",
            "taskCollected",
            "A task is collected before anybody looks: one that is there, or a new one.",
            Schema.object("task", Schema.text()),
            TASK,
            asked -> {
              String ref =
                  asked
                      .body()
                      .text("task")
                      .orElseGet(() -> control.tasks().add(TaskState.pending("collected")));
              if (!control.badDay().collected(ref)) {
                throw noTask(ref);
              }
              return task(ref);
            }),
        ScenarioOperations.scenario(
            "misleading-progress",
            "misleadingProgress",
            "A new task that succeeds after some seconds, with progress that stands, falls, or is"
                + " 1 early.",
            Schema.object(
                "progress!", Schema.choice(ScenarioOperations.names(BadDay.Progress.values())),
                "label", Schema.text(),
                "owner", TaskOperations.Owners.FORM,
                "seconds", Schema.number(0.01, PlanForm.LONGEST)),
            TASK,
            asked ->
                task(
                    control
                        .badDay()
                        .misleads(
                            TaskOperations.Owners.of(control, asked.body()),
                            asked.body().text("label").orElse("misleading"),
                            ScenarioOperations.chosen(
                                asked.body(), "progress", BadDay.Progress.values()),
                            PlanForm.seconds(asked.body(), "seconds", 10)))));
  }

  private static Value cancelled(Control control, Fields body) throws Problem {
    BadDay.CancelEnd end = ScenarioOperations.chosen(body, "ends", BadDay.CancelEnd.values());
    Duration after = PlanForm.seconds(body, "after", 0.1);
    Optional<String> ref = body.text("task");
    if (ref.isEmpty()) {
      String owner = TaskOperations.Owners.of(control, body);
      String label = body.text("label").orElse("cancellable");
      return task(control.badDay().cancellable(owner, label, end, after));
    }
    if (!control.badDay().cancelEnds(ref.get(), end, after)) {
      throw noTask(ref.get());
    }
    return task(ref.get());
  }

  private static Problem noTask(String ref) {
    return Problem.at("/task", "no such task: " + ref);
  }

  private static Value task(String ref) {
    return Fields.object("task", ref);
  }
}
