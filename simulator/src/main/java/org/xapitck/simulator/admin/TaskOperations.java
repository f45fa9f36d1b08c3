package org.xapitck.simulator.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.task.Task;
import org.xapitck.simulator.task.TaskState;
import org.xapitck.simulator.task.TaskStatus;

/** Tasks in any state at once, and by plans. */
final class TaskOperations {
  private static final List<String> STATUSES =
      Stream.of(TaskStatus.values()).map(TaskStatus::label).toList();

  private static final Object[] STATE = {
    "status", Schema.choice(STATUSES),
    "progress", Schema.number(),
    "result", Schema.text().saying("as the field shows it; a server writes <value>...</value>"),
    "error", Schema.list(Schema.text(), 0).saying("code and parameters"),
    "other_config", Schema.map(Schema.text())
  };

  private static final Object[] NAMES = {"label", Schema.text(), "description", Schema.text()};

  private static final Schema.Obj CHANGE = Schema.object(STATE);

  private static final Schema.Obj NEW =
      Schema.object(
          Stream.of(
                  NAMES,
                  STATE,
                  new Object[] {
                    "owner", Owners.FORM,
                    "parts", Schema.list(Schema.object(joined(NAMES, STATE)), 0).saying("subtasks"),
                    "plan",
                        Schema.textOr(PlanForm.FORM)
                            .saying("the name of a plan, or one; then nothing but label and owner")
                  })
              .flatMap(Stream::of)
              .toArray());

  static final Schema TASK =
      Schema.object(
          "ref!", Schema.text(),
          "label!", Schema.text(),
          "description!", Schema.text(),
          "status!", Schema.choice(STATUSES),
          "progress!", Schema.anything().saying("a number; null where it is NaN or infinite"),
          "result!", Schema.text(),
          "error!", Schema.list(Schema.text(), 0),
          "other_config!", Schema.map(Schema.text()),
          "owner!", Schema.text().saying("a session, perhaps one that is over; empty for nobody's"),
          "created!", Schema.moment(),
          "parts!", Schema.list(Schema.text(), 0));

  private static final Schema REMOVED = Schema.object("removed!", Schema.whole(0, Long.MAX_VALUE));

  private TaskOperations() {}

  private static Object[] joined(Object[] some, Object[] more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray();
  }

  static List<Operation> of(Control control) {
    return List.of(
        Operation.get(
            "/__admin/tasks",
            "listTasks",
            "All tasks, oldest first.",
            Schema.object("tasks!", Schema.list(TASK, 0)),
            asked ->
                Fields.object(
                    "tasks",
                    new Value.Array(
                        control.tasks().all().stream().map(TaskOperations::value).toList()))),
        Operation.of(
                "POST",
                "/__admin/tasks",
                "addTask",
                "Adds a task in any state, or one that the server runs by a plan.",
                NEW,
                TASK,
                asked -> find(control, add(control, asked.body())))
            .answering(201),
        Operation.of(
            "DELETE",
            "/__admin/tasks",
            "removeTasks",
            "Removes all tasks, as a server does that collects them.",
            Operation.NOTHING,
            REMOVED,
            asked -> {
              int count = control.tasks().all().size();
              control.tasks().clear();
              return Fields.object("removed", new Value.Int(count));
            }),
        Operation.get(
            "/__admin/tasks/{ref}",
            "getTask",
            "One task.",
            TASK,
            asked -> find(control, asked.path().get("ref"))),
        Operation.of(
            "PATCH",
            "/__admin/tasks/{ref}",
            "changeTask",
            "Changes what is given of a task, past all rules of the API.",
            CHANGE,
            TASK,
            asked -> {
              String ref = asked.path().get("ref");
              if (!control.tasks().change(ref, state -> changed(state, asked.body()))) {
                throw noTask(ref);
              }
              return find(control, ref);
            }),
        Operation.of(
            "DELETE",
            "/__admin/tasks/{ref}",
            "removeTask",
            "Removes a task, as a server does that collects it.",
            Operation.NOTHING,
            REMOVED,
            asked -> {
              if (!control.tasks().remove(asked.path().get("ref"))) {
                throw noTask(asked.path().get("ref"));
              }
              return Fields.object("removed", new Value.Int(1));
            }));
  }

  private static String add(Control control, Fields body) throws Problem {
    String owner = Owners.of(control, body);
    if (!body.has("plan")) {
      return control.tasks().add(state(body, owner));
    }
    List<String> allowed = List.of("label", "owner", "plan");
    for (Value.Member member : body.struct().members()) {
      if (!allowed.contains(member.name())) {
        throw Problem.at(
            body.at(member.name()),
            "a task that a plan moves has no " + member.name() + " of its own",
            member.name(),
            allowed);
      }
    }
    Plan plan = PlanForm.of(control, body);
    return control.start(owner, body.text("label").orElseGet(() -> PlanForm.name(body)), plan);
  }

  private static TaskState state(Fields body, String owner) {
    List<TaskState> parts = new ArrayList<>();
    for (Fields part : body.objects("parts")) {
      parts.add(state(part, owner));
    }
    TaskState plain =
        new TaskState(
            body.text("label").orElse(""),
            body.text("description").orElse(""),
            TaskStatus.PENDING,
            0,
            "",
            List.of(),
            Map.of(),
            owner,
            parts);
    return changed(plain, body);
  }

  private static TaskState changed(TaskState state, Fields body) {
    return new TaskState(
        state.label(),
        state.description(),
        body.text("status").map(TaskOperations::status).orElse(state.status()),
        body.number("progress").orElse(state.progress()),
        body.text("result").orElse(state.result()),
        body.has("error") ? body.texts("error") : state.error(),
        body.has("other_config") ? body.object("other_config").asTexts() : state.otherConfig(),
        state.session(),
        state.parts());
  }

  private static TaskStatus status(String label) {
    return TaskStatus.values()[STATUSES.indexOf(label)];
  }

  static Value find(Control control, String ref) throws Problem {
    return value(control.tasks().find(ref).orElseThrow(() -> noTask(ref)));
  }

  static Problem noTask(String ref) {
    return new Problem(Problem.NOT_FOUND, "no such task: " + ref);
  }

  private static Value value(Task task) {
    return Fields.object(
        "ref",
        task.origin().ref(),
        "label",
        task.origin().label(),
        "description",
        task.origin().description(),
        "status",
        task.status().label(),
        "progress",
        Double.isFinite(task.progress()) ? new Value.Real(task.progress()) : new Value.Nil(),
        "result",
        task.result(),
        "error",
        Value.texts(task.errorInfo()),
        "other_config",
        Value.texts(task.otherConfig()),
        "owner",
        task.origin().session(),
        "created",
        task.origin().created().toString(),
        "parts",
        Value.texts(task.subtasks()));
  }

  /** Whose a task is to be. */
  static final class Owners {
    static final Schema FORM =
        Schema.text()
            .saying("a user, whose newest session or a new one it is, or a session; else nobody");

    private Owners() {}

    static String of(Control control, Fields body) throws Problem {
      String owner = body.text("owner").orElse("");
      if (owner.isEmpty()) {
        return "";
      }
      List<String> sessions = control.sessions().stream().map(Session::ref).toList();
      return sessions.contains(owner)
          ? owner
          : control
              .sessionOf(owner)
              .map(Session::ref)
              .orElseThrow(() -> Problem.at(body.at("owner"), "no such user or session: " + owner));
    }
  }
}
