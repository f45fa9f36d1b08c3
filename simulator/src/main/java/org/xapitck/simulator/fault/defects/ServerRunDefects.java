package org.xapitck.simulator.fault.defects;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Interceptor;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with tasks that the server runs, and with them alone. */
final class ServerRunDefects {
  private static final String CANCEL = "task.cancel";
  private static final String STATUS = "task.get_status";
  private static final String WHOLE = "the parts of a task of the server's";
  private static final Value NOTHING = new Value.Array(List.of());

  private ServerRunDefects() {}

  static void register(DefectBuilder defects) {
    ending(defects);
    cancelling(defects);
    parts(defects);
  }

  private static void ending(DefectBuilder defects) {
    defects
        .must(
            "server-run-success-turns-into-failure", "the status of a server's task changes after")
        .at("status of a task of the server's")
        .by(Intercept.stateful(STATUS::equals, ServerRunDefects::turning))
        .breaks("task.status.final");
    defects
        .must("server-run-failure-says-nothing", "a server's task fails without an error_info")
        .at("error_info of a task of the server's")
        .by(shown("error_info", "failure", right -> NOTHING))
        .breaks("task.error_info.failed");
    defects
        .should("server-run-success-has-an-error", "a server's task succeeds with an error_info")
        .at("error_info of a successful task of the server's")
        .by(shown("error_info", "success", right -> Value.texts(List.of("INTERNAL_ERROR"))))
        .breaks("task.error_info.succeeded");
    defects
        .must("server-run-ends-in-1970", "finished of a server's task stays at the epoch")
        .at("finished of a task of the server's")
        .by(shown("finished", "", right -> Value.of(Instant.EPOCH)))
        .breaks("task.finished.server_run");
    defects
        .must("server-run-ends-in-the-future", "finished of a server's task is an hour ahead")
        .at("finished of a task of the server's, later")
        .by(shown("finished", "", right -> Values.moved(right, Duration.ofHours(1))))
        .breaks("task.finished.server_run");
    defects
        .should("server-run-result-is-bare", "the result of a server's task has no value tags")
        .at("result of a task of the server's")
        .by(shown("result", "success", right -> Value.of("ok")))
        .breaks("task.result.encoded");
    defects
        .should("server-run-failure-has-a-result", "a server's task fails and has a result")
        .at("result of a failed task of the server's")
        .by(shown("result", "failure", right -> Value.of("<value>half of it</value>")))
        .breaks("task.result.failed");
    defects
        .should("server-run-stops-short", "a server's task succeeds with a progress of 0.99")
        .at("progress of a task of the server's")
        .by(shown("progress", "success", right -> new Value.Real(0.99)))
        .breaks("task.progress.succeeded");
  }

  private static Interceptor turning() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return (call, server) -> {
      Answer answer = server.answer(call);
      String ref = Parameters.ref(call);
      boolean succeeded =
          answer instanceof Answer.Success success
              && success.value().equals(Value.of("success"))
              && isServerRun(call, server, ref);
      return succeeded && !seen.add(ref) ? new Answer.Success(Value.of("failure")) : answer;
    };
  }

  private static void cancelling(DefectBuilder defects) {
    defects
        .must(
            "server-run-cancel-has-another-code",
            "running work answers a cancel with INTERNAL_ERROR")
        .at("cancel of a task of the server's")
        .by(
            Intercept.calls(
                CANCEL,
                (call, server) ->
                    isServerRun(call, server, Parameters.ref(call))
                        ? new Answer.Failure("INTERNAL_ERROR", List.of("still running"))
                        : server.answer(call)))
        .breaks("task.cancel.server_run");
    defects
        .should("server-run-cancels-for-ever", "running work that is cancelled never ends")
        .at("end of a cancelled task of the server's")
        .by(
            Intercept.stateful(
                name -> name.equals(CANCEL) || name.equals(STATUS), ServerRunDefects::endless))
        .breaks("task.cancel.ends");
  }

  private static Interceptor endless() {
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    return (call, server) -> {
      String ref = Parameters.ref(call);
      Answer answer = server.answer(call);
      if (call.method().equals(CANCEL) && isServerRun(call, server, ref)) {
        cancelled.add(ref);
      }
      return call.method().equals(STATUS) && cancelled.contains(ref)
          ? Intercept.ofSuccess(answer, right -> Value.of("cancelling"))
          : answer;
    };
  }

  private static void parts(DefectBuilder defects) {
    defects
        .must("whole-without-parts", "subtasks of a server's task stays empty")
        .at(WHOLE)
        .by(shown("subtasks", "", right -> NOTHING))
        .breaks("task.subtasks.meaning");
    defects
        .must("whole-without-its-last-part", "subtasks of a server's task lacks one of them")
        .at(WHOLE + ", all but one")
        .by(shown("subtasks", "", Values::butLast))
        .breaks("task.subtasks.meaning");
    defects
        .must("whole-hides-its-parts-from-the-getter", "get_subtasks of a server's task is empty")
        .at("task.get_subtasks")
        .by(FieldView.byGetter("subtasks", right -> NOTHING))
        .breaks("task.subtasks.meaning");
    defects
        .must("parts-hide-their-whole-from-the-getter", "get_subtask_of is the null reference")
        .at("task.get_subtask_of")
        .by(FieldView.byGetter("subtask_of", right -> Value.of("OpaqueRef:NULL")))
        .breaks("task.subtask_of.meaning");
    defects
        .must("parts-without-their-whole", "subtask_of of a server's task is the null reference")
        .at("the whole of a part")
        .by(FieldView.everywhere("subtask_of", right -> Value.of("OpaqueRef:NULL")))
        .breaks("task.subtask_of.meaning");
  }

  /** A field of the server's tasks shows something else, where they have this status or any. */
  private static Alteration shown(String field, String status, UnaryOperator<Value> change) {
    return Intercept.calls(
        method -> FieldView.isSeen(method, field),
        (call, server) ->
            FieldView.see(
                call,
                server.answer(call),
                field,
                (ref, right) ->
                    isServerRun(call, server, ref)
                            && (status.isEmpty() || server.text(call, STATUS, ref).equals(status))
                        ? change.apply(right)
                        : right));
  }

  /** Its label is the message that started it. */
  private static boolean isServerRun(Call call, RightServer server, String ref) {
    return server.text(call, "task.get_name_label", ref).startsWith("Async.");
  }
}
