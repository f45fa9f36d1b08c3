package org.xapitck.simulator.fault.variants;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** Other behaviour that the page leaves open. */
final class BehaviourVariants {
  private static final String CANCEL = "task.cancel";
  private static final String DESTROY = "task.destroy";
  private static final String SET_STATUS = "task.set_status";

  private static final Set<String> PARTS = Set.of("task.get_all_records", "task.get_subtasks");
  private static final Optional<Value> NO_WHOLE = Optional.of(Value.of("OpaqueRef:NULL"));
  private static final Optional<Value> PENDING = Optional.of(Value.of("pending"));

  private BehaviourVariants() {}

  static void register(VariantTable table) {
    cancelling(table);
    ending(table);
    errors(table);
    table.release(
        "other-config-of-owners",
        "since xapi 25.8 every role may write the map of its own tasks",
        "task.set_other_config",
        Release.XAPI_25_8);
    table.variant(
        "extra-methods",
        "there are messages that the page does not name",
        "other messages",
        "error.method",
        Intercept.together(
            renamed("task.list", "task.get_all"), renamed("task.rename", "task.get_all")));
    table.variant(
        "foreign-tasks",
        "a hundred tasks of others come and go",
        "other clients",
        "task.get_all",
        ForeignTasks.alteration());
    table.variant(
        "writes-at-once-reversed",
        "of two clients that write at once the later one is served first",
        "other clients",
        "task.set_progress",
        LastServedFirst.alteration());
    table.variant(
        "server-run-void",
        "the result of a server's task is Void",
        "result of tasks of the server's",
        "task.result",
        FieldView.everywhere(
            "result",
            right -> Values.text(right, text -> text.equals("<value>ok</value>") ? "" : text)));
    table.variant(
        "parts-go-when-done",
        "parts of a server's task are removed when they have ended",
        "parts of tasks of the server's",
        "task.subtasks",
        Intercept.calls(PARTS::contains, BehaviourVariants::withoutEndedParts));
    table.variant(
        "exact-role-untold",
        "a session tells its permissions but not the name of its role",
        "the permissions of a session",
        "session.",
        Intercept.together(
            Intercept.value("session.get_rbac_permissions", BehaviourVariants::withoutRoles),
            Intercept.value(
                "session.get_record",
                record ->
                    Values.member(record, "rbac_permissions", BehaviourVariants::withoutRoles))));
    table.variant(
        "clock-one-hour-off",
        "the clock of the server is an hour late",
        "the clock",
        "task.created",
        Intercept.together(late("created"), late("finished")));
  }

  private static Value withoutRoles(Value permissions) {
    return permissions instanceof Value.Array array
        ? new Value.Array(
            array.items().stream()
                .filter(name -> Role.named(Parameters.text(name)).isEmpty())
                .toList())
        : permissions;
  }

  private static Answer withoutEndedParts(Call call, RightServer server) {
    server
        .value(call, "task.get_all_records")
        .filter(Value.Struct.class::isInstance)
        .map(all -> ((Value.Struct) all).members())
        .orElse(List.of())
        .stream()
        .filter(task -> !Values.get(task.value(), "subtask_of").equals(NO_WHOLE))
        .filter(task -> !Values.get(task.value(), "status").equals(PENDING))
        .forEach(task -> server.call(call, DESTROY, task.name()));
    return server.answer(call);
  }

  private static Alteration renamed(String name, String right) {
    return Intercept.calls(
        name, (call, server) -> server.answer(new Call(right, call.parameters())));
  }

  private static Alteration late(String field) {
    return FieldView.everywhere(field, right -> Values.moved(right, Duration.ofHours(-1)));
  }

  private static void cancelling(VariantTable table) {
    table.variant(
        "cancel-not-allowed",
        "cancel is refused with OPERATION_NOT_ALLOWED",
        CANCEL,
        CANCEL,
        Intercept.calls(
            CANCEL,
            (call, server) -> {
              boolean there = call.parameters().size() == 2 && !status(call, server).isEmpty();
              return there
                  ? new Answer.Failure(
                      "OPERATION_NOT_ALLOWED", List.of("task", Parameters.ref(call)))
                  : server.answer(call);
            }));
    table.variant(
        "cancel-removes",
        "cancel ends the task, which is collected at once",
        CANCEL,
        CANCEL,
        cancelledAndGone());
    for (String end : List.of("cancelled", "failure", "success", "cancelling")) {
      table.variant(
          "cancel-makes-" + end,
          "cancel makes a pending task " + end + " at once",
          CANCEL,
          CANCEL,
          Intercept.calls(
              CANCEL,
              (call, server) -> {
                boolean pending = status(call, server).equals("pending");
                Answer answer = server.answer(call);
                if (pending && answer instanceof Answer.Success) {
                  server.call(call, SET_STATUS, Parameters.ref(call), end);
                }
                return answer;
              }));
    }
  }

  /** Cancelled, and collected in the same moment. */
  private static Alteration cancelledAndGone() {
    return Intercept.afterwards(
        CANCEL,
        (call, server) -> {
          server.call(call, SET_STATUS, Parameters.ref(call), "cancelled");
          server.call(call, DESTROY, Parameters.ref(call));
        });
  }

  private static String status(Call call, RightServer server) {
    return server.text(call, "task.get_status", Parameters.ref(call));
  }

  private static void ending(VariantTable table) {
    table.variant(
        "destroy-at-once",
        "destroy removes a pending task at once",
        DESTROY,
        DESTROY,
        Intercept.calls(
            DESTROY,
            (call, server) -> {
              if (call.parameters().size() == 2 && status(call, server).equals("pending")) {
                server.call(call, SET_STATUS, Parameters.ref(call), "success");
              }
              return server.answer(call);
            }));
    table.variant(
        "collected-at-once",
        "a task is gone as soon as it ended",
        "collection",
        "task.set_status",
        Collection.after(Duration.ZERO));
    table.variant(
        "collected-after-20-ms",
        "a task is gone 20 ms after it ended",
        "collection",
        "task.set_status",
        Collection.after(Duration.ofMillis(20)));
    table.variant(
        "finished-set",
        "set_status to a final status notes when",
        "finished",
        "task.finished",
        finished());
  }

  private static Alteration finished() {
    Set<String> ends = Set.of("success", "failure", "cancelled");
    return Intercept.stateful(
        method -> method.equals(SET_STATUS) || FieldView.isSeen(method, "finished"),
        () -> {
          Map<String, Value> times = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (!call.method().equals(SET_STATUS)) {
              return FieldView.see(call, answer, "finished", times::getOrDefault);
            }
            if (answer instanceof Answer.Success && ends.contains(Parameters.text(call, 2))) {
              // long enough after any task that lives: nobody may end before it was made
              server
                  .value(call, "task.get_created", Parameters.ref(call))
                  .ifPresent(made -> times.put(Parameters.ref(call), made));
            }
            return answer;
          };
        });
  }

  private static void errors(VariantTable table) {
    table.variant(
        "duplicate-key-with-three-parameters",
        "MAP_DUPLICATE_KEY names the key, the old value and the new one",
        "MAP_DUPLICATE_KEY",
        "task.add_to_other_config",
        Intercept.calls(
            "task.add_to_other_config",
            (call, server) -> {
              Answer answer = server.answer(call);
              return Intercept.isFailure(answer, "MAP_DUPLICATE_KEY")
                  ? new Answer.Failure(
                      "MAP_DUPLICATE_KEY",
                      List.of(Parameters.text(call, 2), "old", Parameters.text(call, 3)))
                  : answer;
            }));
    table.variant(
        "class-in-capitals",
        "errors spell the class Task",
        "class in errors",
        "error.",
        Intercept.refusals(
            "HANDLE_INVALID",
            right ->
                new Answer.Failure(
                    "HANDLE_INVALID",
                    List.of("Task", ((Answer.Failure) right).parameters().get(1)))));
    table.variant(
        "types-told-apart",
        "a value of another type is FIELD_TYPE_ERROR",
        "type errors",
        "error.type",
        Intercept.refusals(
            "INTERNAL_ERROR", right -> new Answer.Failure("FIELD_TYPE_ERROR", List.of("value"))));
    table.variant(
        "numbers-as-texts-refused",
        "set_progress takes no text for a number",
        "texts for numbers",
        "task.set_progress",
        Intercept.calls(
            "task.set_progress",
            (call, server) ->
                call.parameters().size() == 3 && call.parameters().get(2) instanceof Value.Text
                    ? new Answer.Failure("FIELD_TYPE_ERROR", List.of("value"))
                    : server.answer(call)));
    table.variant(
        "tasks-of-others-open",
        "every role may change the tasks of others",
        "ownership",
        "task.cancel",
        OpenTasks.alteration());
  }
}
