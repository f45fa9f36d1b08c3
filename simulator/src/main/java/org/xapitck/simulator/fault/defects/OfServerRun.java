package org.xapitck.simulator.fault.defects;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Alter;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Shown;
import org.xapitck.simulator.fault.alter.Twist;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with tasks that the server runs, and with them alone. */
final class OfServerRun {
  private static final String CANCEL = "task.cancel";
  private static final String STATUS = "task.get_status";
  private static final String WHOLE = "the parts of a task of the server's";
  private static final Value NOTHING = new Value.Array(List.of());

  private OfServerRun() {}

  static void sow(Sowing sowing) {
    ending(sowing);
    cancelling(sowing);
    parts(sowing);
  }

  private static void ending(Sowing sowing) {
    sowing
        .must(
            "server-run-success-turns-into-failure", "the status of a server's task changes after")
        .at("status of a task of the server's")
        .by(Alter.stateful(STATUS::equals, OfServerRun::turning))
        .breaks("task.status.final");
    sowing
        .must("server-run-failure-says-nothing", "a server's task fails without an error_info")
        .at("error_info of a task of the server's")
        .by(shown("error_info", "failure", right -> NOTHING))
        .breaks("task.error_info.failed");
    sowing
        .should("server-run-success-has-an-error", "a server's task succeeds with an error_info")
        .at("error_info of a successful task of the server's")
        .by(shown("error_info", "success", right -> Value.texts(List.of("INTERNAL_ERROR"))))
        .breaks("task.error_info.succeeded");
    sowing
        .must("server-run-ends-in-1970", "finished of a server's task stays at the epoch")
        .at("finished of a task of the server's")
        .by(shown("finished", "", right -> Value.of(Instant.EPOCH)))
        .breaks("task.finished.server_run");
    sowing
        .must("server-run-ends-in-the-future", "finished of a server's task is an hour ahead")
        .at("finished of a task of the server's, later")
        .by(shown("finished", "", right -> Values.moved(right, Duration.ofHours(1))))
        .breaks("task.finished.server_run");
    sowing
        .should("server-run-result-is-bare", "the result of a server's task has no value tags")
        .at("result of a task of the server's")
        .by(shown("result", "success", right -> Value.of("ok")))
        .breaks("task.result.encoded");
    sowing
        .should("server-run-failure-has-a-result", "a server's task fails and has a result")
        .at("result of a failed task of the server's")
        .by(shown("result", "failure", right -> Value.of("<value>half of it</value>")))
        .breaks("task.result.failed");
    sowing
        .should("server-run-stops-short", "a server's task succeeds with a progress of 0.99")
        .at("progress of a task of the server's")
        .by(shown("progress", "success", right -> new Value.Real(0.99)))
        .breaks("task.progress.succeeded");
  }

  private static Twist turning() {
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

  private static void cancelling(Sowing sowing) {
    sowing
        .must(
            "server-run-cancel-has-another-code",
            "running work answers a cancel with INTERNAL_ERROR")
        .at("cancel of a task of the server's")
        .by(
            Alter.calls(
                CANCEL,
                (call, server) ->
                    isServerRun(call, server, Parameters.ref(call))
                        ? new Answer.Failure("INTERNAL_ERROR", List.of("still running"))
                        : server.answer(call)))
        .breaks("task.cancel.server_run");
    sowing
        .should("server-run-cancels-for-ever", "running work that is cancelled never ends")
        .at("end of a cancelled task of the server's")
        .by(
            Alter.stateful(
                name -> name.equals(CANCEL) || name.equals(STATUS), OfServerRun::endless))
        .breaks("task.cancel.ends");
  }

  private static Twist endless() {
    Set<String> cancelled = ConcurrentHashMap.newKeySet();
    return (call, server) -> {
      String ref = Parameters.ref(call);
      Answer answer = server.answer(call);
      if (call.method().equals(CANCEL) && isServerRun(call, server, ref)) {
        cancelled.add(ref);
      }
      return call.method().equals(STATUS) && cancelled.contains(ref)
          ? Alter.ofSuccess(answer, right -> Value.of("cancelling"))
          : answer;
    };
  }

  private static void parts(Sowing sowing) {
    sowing
        .must("whole-without-parts", "subtasks of a server's task stays empty")
        .at(WHOLE)
        .by(shown("subtasks", "", right -> NOTHING))
        .breaks("task.subtasks.meaning");
    sowing
        .must("whole-without-its-last-part", "subtasks of a server's task lacks one of them")
        .at(WHOLE + ", all but one")
        .by(shown("subtasks", "", Values::butLast))
        .breaks("task.subtasks.meaning");
    sowing
        .must("whole-hides-its-parts-from-the-getter", "get_subtasks of a server's task is empty")
        .at("task.get_subtasks")
        .by(Shown.byGetter("subtasks", right -> NOTHING))
        .breaks("task.subtasks.meaning");
    sowing
        .must("parts-hide-their-whole-from-the-getter", "get_subtask_of is the null reference")
        .at("task.get_subtask_of")
        .by(Shown.byGetter("subtask_of", right -> Value.of("OpaqueRef:NULL")))
        .breaks("task.subtask_of.meaning");
    sowing
        .must("parts-without-their-whole", "subtask_of of a server's task is the null reference")
        .at("the whole of a part")
        .by(Shown.everywhere("subtask_of", right -> Value.of("OpaqueRef:NULL")))
        .breaks("task.subtask_of.meaning");
  }

  /** A field of the server's tasks shows something else, where they have this status or any. */
  private static Alteration shown(String field, String status, UnaryOperator<Value> change) {
    return Alter.calls(
        method -> Shown.isSeen(method, field),
        (call, server) ->
            Shown.see(
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
