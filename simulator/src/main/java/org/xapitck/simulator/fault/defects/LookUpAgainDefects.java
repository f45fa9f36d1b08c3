package org.xapitck.simulator.fault.defects;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** Look-ups that are right for a fresh task, and wrong once something has happened to it. */
final class LookUpAgainDefects {
  private static final String BY_LABEL = "task.get_by_name_label";
  private static final String BY_UUID = "task.get_by_uuid";
  private static final String RECORD = "task.get_record";
  private static final Set<String> ENDS = Set.of("task.cancel", "task.destroy");
  private static final Value NOTHING = new Value.Array(List.of());

  private LookUpAgainDefects() {}

  static void register(DefectBuilder defects) {
    lost(defects, "changed", LookUpAgainDefects::changes);
    lost(defects, "cancelled", "task.cancel"::equals);
    asked(defects, "percent-decoded", "reads %41 as A", text -> text.replace("%41", "A"));
    asked(
        defects,
        "composed",
        "joins letters and accents",
        text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    asked(defects, "quotes-doubled", "doubles quotes", text -> text.replace("'", "''"));
    defects
        .must("label-look-up-loses-completed", "a task that ended is not found by its label")
        .at(BY_LABEL)
        .by(
            Intercept.calls(
                BY_LABEL,
                (call, server) ->
                    Intercept.ofSuccess(
                        server.answer(call), found -> withoutCompleted(call, found, server))))
        .breaks(BY_LABEL + ".completed");
    for (String setter : List.of("progress", "result", "error_info", "other_config")) {
      defects
          .must(
              "record-stale-after-set-" + setter.replace('_', '-'),
              "a record that was read once does not show a later set_" + setter)
          .at(RECORD)
          .of("records that were read before")
          .by(keptBut("task.set_" + setter))
          .breaks(RECORD + ".again");
    }
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

  /** The label that is asked for is read otherwise. */
  private static void asked(
      DefectBuilder defects, String id, String how, UnaryOperator<String> change) {
    defects
        .must("label-look-up-" + id, "get_by_name_label " + how)
        .at(BY_LABEL)
        .by(
            Intercept.calls(
                BY_LABEL,
                (call, server) ->
                    call.parameters().size() == 2
                        ? server.answer(
                            Parameters.with(call, 1, Values.text(call.parameters().get(1), change)))
                        : server.answer(call)))
        .breaks(BY_LABEL + ".signs");
  }

  private static Value withoutCompleted(Call call, Value found, RightServer server) {
    return new Value.Array(
        ((Value.Array) found)
            .items().stream()
                .filter(
                    ref ->
                        server
                            .text(call, "task.get_status", Parameters.text(ref))
                            .matches("pending|cancelling"))
                .toList());
  }

  /** Records are kept until the task changes, but for changes by this message. */
  private static Alteration keptBut(String unnoticed) {
    return Intercept.stateful(
        method -> method.equals(RECORD) || changes(method) || ENDS.contains(method),
        () -> {
          Map<String, Answer> kept = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            String ref = Parameters.ref(call);
            if (!call.method().equals(RECORD)) {
              if (!call.method().equals(unnoticed)) {
                kept.remove(ref);
              }
              return answer;
            }
            return answer instanceof Answer.Success && call.parameters().size() == 2
                ? kept.computeIfAbsent(ref, any -> answer)
                : answer;
          };
        });
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
