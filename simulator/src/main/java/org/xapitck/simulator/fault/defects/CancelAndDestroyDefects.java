package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong when a task is to end. */
final class CancelAndDestroyDefects {
  private static final String CANCEL = "task.cancel";
  private static final String DESTROY = "task.destroy";
  private static final String SET_STATUS = "task.set_status";
  private static final List<String> FINAL = List.of("success", "failure", "cancelled");

  private CancelAndDestroyDefects() {}

  static void register(DefectBuilder defects) {
    cancelling(defects);
    destroying(defects);
  }

  private static void cancelling(DefectBuilder defects) {
    defects
        .must("cancel-reopens", "cancel makes a task pending that had ended")
        .at(CANCEL)
        .by(
            whereEnded(
                (call, server) -> server.call(call, SET_STATUS, Parameters.ref(call), "pending")))
        .breaks("task.cancel.completed");
    defects
        .should("cancel-rewrites-the-end", "cancel makes a task cancelled that had failed")
        .at(CANCEL)
        .by(
            whereEnded(
                (call, server) -> server.call(call, SET_STATUS, Parameters.ref(call), "cancelled")))
        .breaks("task.cancel.completed_same");
    defects
        .must("cancel-leaves-a-sixth-status", "a task that was cancelled shows a status aborted")
        .at(CANCEL)
        .by(
            Intercept.stateful(
                method -> method.equals(CANCEL) || FieldView.isSeen(method, "status"),
                () -> {
                  Set<String> cancelled = ConcurrentHashMap.newKeySet();
                  return (call, server) -> {
                    Answer answer = server.answer(call);
                    if (call.method().equals(CANCEL)) {
                      cancelled.add(Parameters.ref(call));
                      return answer;
                    }
                    return FieldView.see(
                        call,
                        answer,
                        "status",
                        (ref, right) ->
                            cancelled.contains(ref) && right.equals(Value.of("pending"))
                                ? Value.of("aborted")
                                : right);
                  };
                }))
        .breaks("task.cancel.effect");
    defects
        .must("cancel-refused-with-a-wrong-code", "cancel is refused as TASK_NOT_CANCELLABLE")
        .at(CANCEL)
        .by(
            Intercept.answers(
                CANCEL,
                answer ->
                    answer instanceof Answer.Success
                        ? new Answer.Failure("TASK_NOT_CANCELLABLE", List.of())
                        : answer))
        .breaks("task.cancel.error");
    defects
        .must("cancel-refused-but-done", "cancel says OPERATION_NOT_ALLOWED and changes the map")
        .at(CANCEL)
        .by(
            Intercept.calls(
                CANCEL,
                (call, server) -> {
                  Answer answer = server.answer(call);
                  if (answer instanceof Answer.Success) {
                    server.call(call, SET_STATUS, Parameters.ref(call), "cancelling");
                    return new Answer.Failure("OPERATION_NOT_ALLOWED", List.of("task"));
                  }
                  return answer;
                }))
        .breaks("task.cancel.error");
    defects
        .must("cancel-fails-twice", "a second cancel fails with TASK_ALREADY_CANCELLED")
        .at(CANCEL)
        .by(
            Intercept.calls(
                CANCEL,
                (call, server) -> {
                  boolean marked =
                      server
                          .value(call, "task.get_current_operations", Parameters.ref(call))
                          .filter(map -> !((Value.Struct) map).members().isEmpty())
                          .isPresent();
                  Answer answer = server.answer(call);
                  return marked && answer instanceof Answer.Success
                      ? new Answer.Failure("TASK_ALREADY_CANCELLED", List.of())
                      : answer;
                }))
        .breaks("task.cancel.error");
  }

  private static Alteration whereEnded(java.util.function.BiConsumer<Call, RightServer> more) {
    return Intercept.afterwards(
        CANCEL,
        (call, server) -> {
          if (FINAL.contains(server.text(call, "task.get_status", Parameters.ref(call)))) {
            more.accept(call, server);
          }
        });
  }

  private static void destroying(DefectBuilder defects) {
    defects
        .must("destroy-forgets-nothing", "destroy of a task that ended changes nothing")
        .at(DESTROY)
        .by(
            Intercept.calls(
                DESTROY,
                (call, server) ->
                    FINAL.contains(server.text(call, "task.get_status", Parameters.ref(call)))
                            && call.parameters().size() == 2
                        ? new Answer.Success(Value.VOID)
                        : server.answer(call)))
        .breaks("task.destroy.effect");
    defects
        .must("destroy-leaves-it-listed", "get_all still lists a task that was destroyed")
        .at("task.get_all")
        .by(ghosts("task.get_all"))
        .breaks("task.destroy.effect");
    defects
        .must("destroy-leaves-its-status", "get_status still answers for a task that was destroyed")
        .at("task.get_status")
        .by(ghosts("task.get_status"))
        .breaks("task.destroy.effect");
    defects
        .must("destroy-twice-succeeds", "a second destroy of a task succeeds")
        .at(DESTROY)
        .by(ghosts(DESTROY))
        .breaks("task.destroy.again");
    defects
        .must("destroy-needs-an-end", "destroy of a pending task is refused")
        .at(DESTROY)
        .by(
            Intercept.calls(
                DESTROY,
                (call, server) ->
                    server.text(call, "task.get_status", Parameters.ref(call)).equals("pending")
                            && call.parameters().size() == 2
                        ? new Answer.Failure("OPERATION_NOT_ALLOWED", List.of("task"))
                        : server.answer(call)))
        .breaks("task.destroy.pending");
    defects
        .must("destroyed-is-another-error", "a destroyed task is OBJECT_NO_LONGER_EXISTS")
        .at("error of destroyed tasks")
        .by(deadAs("OBJECT_NO_LONGER_EXISTS"))
        .breaks("error.destroyed");
  }

  /** A message goes on as if destroyed tasks were there. */
  private static Alteration ghosts(String method) {
    return Intercept.stateful(
        name -> name.equals(DESTROY) || name.equals(method),
        () -> {
          Set<String> destroyed = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            boolean wasDestroyed = destroyed.contains(Parameters.ref(call));
            boolean ended =
                FINAL.contains(server.text(call, "task.get_status", Parameters.ref(call)));
            Answer answer = server.answer(call);
            if (call.method().equals(DESTROY) && ended && answer instanceof Answer.Success) {
              destroyed.add(Parameters.ref(call));
            }
            if (!call.method().equals(method)) {
              return answer;
            }
            return switch (method) {
              case "task.get_all" ->
                  Intercept.ofSuccess(answer, all -> withGhosts((Value.Array) all, destroyed));
              case "task.get_status" ->
                  wasDestroyed ? new Answer.Success(Value.of("success")) : answer;
              default -> wasDestroyed ? new Answer.Success(Value.VOID) : answer;
            };
          };
        });
  }

  private static Value withGhosts(Value.Array all, Set<String> destroyed) {
    List<Value> items = new java.util.ArrayList<>(all.items());
    destroyed.forEach(ref -> items.add(Value.of(ref)));
    return new Value.Array(items);
  }

  private static Alteration deadAs(String code) {
    return Intercept.stateful(
        name -> name.startsWith("task."),
        () -> {
          Set<String> destroyed = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals(DESTROY) && answer instanceof Answer.Success) {
              destroyed.add(Parameters.ref(call));
            }
            return Intercept.isFailure(answer, "HANDLE_INVALID")
                    && destroyed.contains(Parameters.ref(call))
                ? new Answer.Failure(code, List.of("task", Parameters.ref(call)))
                : answer;
          };
        });
  }
}
