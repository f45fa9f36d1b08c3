package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** Look-ups that are right for a fresh task, and wrong once something has happened to it. */
final class LookUpAgainDefects {
  private static final String BY_LABEL = "task.get_by_name_label";
  private static final String BY_UUID = "task.get_by_uuid";
  private static final Value NOTHING = new Value.Array(List.of());

  private LookUpAgainDefects() {}

  static void register(DefectBuilder defects) {
    lost(defects, "changed", LookUpAgainDefects::changes);
    lost(defects, "cancelled", "task.cancel"::equals);
    defects
        .must("label-look-up-remembers", "a label that was looked up once is found for ever")
        .at(BY_LABEL)
        .by(remembered(BY_LABEL))
        .breaks(BY_LABEL + ".destroyed");
    defects
        .must("uuid-look-up-remembers", "a uuid that was looked up once is found for ever")
        .at(BY_UUID)
        .by(remembered(BY_UUID))
        .breaks(BY_UUID + ".destroyed");
    defects
        .must("label-goes-with-its-first", "a label is found no more once one of its tasks is gone")
        .at(BY_LABEL)
        .by(withItsFirst())
        .breaks(BY_LABEL + ".twin_destroyed");
    defects
        .should("cancelled-map-is-closed", "set_other_config refuses a task that was cancelled")
        .at("map of a cancelled task")
        .by(
            Intercept.stateful(
                Set.of("task.cancel", "task.set_other_config")::contains,
                () -> {
                  Set<String> cancelled = ConcurrentHashMap.newKeySet();
                  return (call, server) -> {
                    boolean closed =
                        call.method().equals("task.set_other_config")
                            && cancelled.contains(Parameters.ref(call));
                    if (call.method().equals("task.cancel")) {
                      cancelled.add(Parameters.ref(call));
                    }
                    return closed
                        ? new Answer.Failure("OTHER_OPERATION_IN_PROGRESS", List.of("task"))
                        : server.answer(call);
                  };
                }))
        .breaks("task.cancel.writable");
  }

  private static boolean changes(String method) {
    return method.startsWith("task.set_")
        || method.startsWith("task.add_to_")
        || method.startsWith("task.remove_from_");
  }

  private static void lost(DefectBuilder defects, String how, Predicate<String> event) {
    for (String lookUp : List.of(BY_LABEL, BY_UUID)) {
      String what = lookUp.equals(BY_LABEL) ? "label" : "uuid";
      defects
          .must(
              what + "-look-up-loses-" + how,
              "a task that was " + how + " is not found by its " + what)
          .at(lookUp)
          .of("look-ups after an event")
          .by(losing(lookUp, event))
          .breaks(lookUp + "." + how);
    }
  }

  private static Alteration losing(String lookUp, Predicate<String> event) {
    return Intercept.stateful(
        method -> method.equals(lookUp) || event.test(method),
        () -> {
          Set<String> lost = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (!call.method().equals(lookUp)) {
              lost.add(Parameters.ref(call));
              return answer;
            }
            return without(call, answer, lost);
          };
        });
  }

  private static Answer without(Call call, Answer answer, Set<String> lost) {
    if (!(answer instanceof Answer.Success success)) {
      return answer;
    }
    if (success.value() instanceof Value.Array array) {
      return new Answer.Success(
          new Value.Array(
              array.items().stream().filter(v -> !lost.contains(Parameters.text(v))).toList()));
    }
    return lost.contains(Parameters.text(success.value()))
        ? new Answer.Failure("UUID_INVALID", List.of("task", Parameters.text(call, 1)))
        : answer;
  }

  private static Alteration remembered(String lookUp) {
    return Intercept.stateful(
        lookUp::equals,
        () -> {
          Map<String, Answer> found = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            boolean finds =
                answer instanceof Answer.Success success && !success.value().equals(NOTHING);
            String asked = Parameters.text(call, 1);
            boolean known = call.parameters().size() == 2 && !isOfSession(answer);
            if (finds) {
              found.put(asked, answer);
            }
            return known ? found.getOrDefault(asked, answer) : answer;
          };
        });
  }

  private static boolean isOfSession(Answer answer) {
    return Intercept.isFailure(answer, "SESSION_INVALID");
  }

  private static Alteration withItsFirst() {
    return Intercept.stateful(
        Set.of("task.destroy", BY_LABEL)::contains,
        () -> {
          List<String> gone = new ArrayList<>();
          return (call, server) -> {
            String label = server.text(call, "task.get_name_label", Parameters.ref(call));
            Answer answer = server.answer(call);
            if (call.method().equals("task.destroy") && answer instanceof Answer.Success) {
              gone.add(label);
            }
            return call.method().equals(BY_LABEL) && gone.contains(Parameters.text(call, 1))
                ? Intercept.ofSuccess(answer, any -> NOTHING)
                : answer;
          };
        });
  }
}
