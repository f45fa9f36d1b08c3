package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** Setters that write more than their own field. */
final class IsolationDefects {
  private static final String STATUS = "task.set_status";
  private static final String PROGRESS = "task.set_progress";
  private static final String RESULT = "task.set_result";
  private static final String DESCRIPTION = "name_description";
  private static final String ERROR = "task.set_error_info";

  private IsolationDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .should("set-status-finishes-progress", "set_status to a final status makes progress 1")
        .at("isolation of set_status")
        .by(
            Intercept.afterwards(
                STATUS,
                (call, server) -> {
                  if (List.of("success", "failure", "cancelled")
                      .contains(Parameters.text(call, 2))) {
                    server.call(call, PROGRESS, Parameters.ref(call), new Value.Real(1));
                  }
                }))
        .breaks("task.set_status.isolation");
    defects
        .must("set-progress-clears-result", "set_progress empties the result")
        .at("isolation of set_progress")
        .by(
            Intercept.afterwards(
                PROGRESS, (call, server) -> server.call(call, RESULT, Parameters.ref(call), "")))
        .breaks("task.set_progress.isolation");
    defects
        .must("set-result-clears-error-info", "set_result empties error_info")
        .at("isolation of set_result")
        .by(
            Intercept.afterwards(
                RESULT,
                (call, server) ->
                    server.call(call, ERROR, Parameters.ref(call), new Value.Array(List.of()))))
        .breaks("task.set_result.isolation");
    defects
        .must("set-error-info-clears-result", "set_error_info empties the result")
        .at("isolation of set_error_info")
        .by(
            Intercept.afterwards(
                ERROR, (call, server) -> server.call(call, RESULT, Parameters.ref(call), "")))
        .breaks("task.set_error_info.isolation");
    for (String setter : List.of(PROGRESS, RESULT, ERROR)) {
      defects
          .must(
              Names.dashed(setter.substring("task.".length())) + "-clears-description",
              setter.substring("task.".length()) + " empties the description")
          .at("isolation of " + setter.substring("task.".length()))
          .of("descriptions that go")
          .by(clearsDescription(setter))
          .breaks(setter + ".isolation");
    }
    defects
        .must("success-drops-the-result", "set_status to success empties the result")
        .at("result of a success")
        .by(onStatus("success", RESULT, Value.VOID))
        .breaks("task.result.meaning");
    defects
        .must("failure-drops-the-error", "set_status to failure empties error_info")
        .at("error of a failure")
        .by(onStatus("failure", ERROR, new Value.Array(List.of())))
        .breaks("task.error_info.meaning");
  }

  private static Alteration onStatus(String status, String setter, Value value) {
    return Intercept.afterwards(
        STATUS,
        (call, server) -> {
          if (Parameters.text(call, 2).equals(status)) {
            server.call(call, setter, Parameters.ref(call), value);
          }
        });
  }

  private static Alteration clearsDescription(String setter) {
    return Intercept.stateful(
        method -> method.equals(setter) || FieldView.isSeen(method, DESCRIPTION),
        () -> {
          Set<String> cleared = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals(setter)) {
              if (answer instanceof Answer.Success) {
                cleared.add(Parameters.ref(call));
              }
              return answer;
            }
            return FieldView.see(
                call,
                answer,
                DESCRIPTION,
                (ref, right) -> cleared.contains(ref) ? Value.VOID : right);
          };
        });
  }
}
