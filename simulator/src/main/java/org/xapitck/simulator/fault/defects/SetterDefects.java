package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong when status, progress, result and error_info are written. */
final class SetterDefects {
  private static final String STATUS = "task.set_status";
  private static final String PROGRESS = "task.set_progress";
  private static final String RESULT = "task.set_result";
  private static final String ERROR = "task.set_error_info";

  private SetterDefects() {}

  static void register(DefectBuilder defects) {
    once(defects, "status", "task.set_status.again", "task.status.meaning");
    once(defects, "progress", "task.set_progress.again");
    once(defects, "result", "task.set_result.again");
    once(defects, "error_info", "task.set_error_info.again");
    status(defects);
    progress(defects);
    texts(defects);
  }

  private static void once(DefectBuilder defects, String field, String... again) {
    defects
        .must(
            "set-" + Names.dashed(field) + "-counts-once",
            "set_" + field + " writes only the first time")
        .at("task.set_" + field)
        .by(once(field))
        .breaks(again);
    defects
        .must(
            "set-" + Names.dashed(field) + "-ignored",
            "set_" + field + " succeeds and writes nothing")
        .at("task.set_" + field)
        .by(Intercept.undone("task.set_" + field, field))
        .breaks("task.set_" + field + ".effect", "task." + field + ".access");
  }

  private static Alteration once(String field) {
    return Intercept.stateful(
        ("task.set_" + field)::equals,
        () -> {
          Set<String> written = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            if (written.contains(Parameters.ref(call))) {
              return Intercept.undo(call, server, field);
            }
            Answer answer = server.answer(call);
            if (answer instanceof Answer.Success) {
              written.add(Parameters.ref(call));
            }
            return answer;
          };
        });
  }

  private static void status(DefectBuilder defects) {
    for (String value : new String[] {"pending", "success", "failure", "cancelled"}) {
      defects
          .must("status-" + value + "-refused", "set_status does not know " + value)
          .at(STATUS)
          .by(refusing(value))
          .breaks("task_status_type." + value);
    }
    defects
        .should("status-cancelling-refused", "set_status does not know cancelling")
        .at(STATUS)
        .by(refusing("cancelling"))
        .breaks("task_status_type.cancelling");
    defects
        .must("status-unknown-accepted", "set_status succeeds with texts that are no status")
        .at(STATUS)
        .by(
            Intercept.calls(
                STATUS,
                (call, server) -> {
                  Answer answer = server.answer(call);
                  return Intercept.isFailure(answer, "INTERNAL_ERROR")
                          && !Parameters.text(call, 2).isEmpty()
                      ? new Answer.Success(Value.VOID)
                      : answer;
                }))
        .breaks("task_status_type.closed");
    defects
        .should("status-final-stays", "set_status does not reopen a task that ended")
        .at(STATUS)
        .by(
            Intercept.calls(
                STATUS,
                (call, server) -> {
                  String before = server.text(call, "task.get_status", Parameters.ref(call));
                  return List.of("success", "failure", "cancelled").contains(before)
                      ? Intercept.undo(call, server, "status")
                      : server.answer(call);
                }))
        .breaks("task.set_status.reopen");
  }

  /** The scenarios that set this status on their way to something else. */
  private static List<String> refusedAlso(String status) {
    return switch (status) {
      case "pending" -> List.of("task.set_status.reopen");
      case "success" -> List.of("task.result.meaning", "task.set_status.*");
      case "failure" ->
          List.of("task.error_info.meaning", "task.status.meaning", "task.set_status.*");
      default -> List.of();
    };
  }

  private static Alteration refusing(String status) {
    return Intercept.calls(
        STATUS,
        (call, server) ->
            Parameters.text(call, 2).equals(status)
                ? server.answer(Parameters.with(call, 2, Value.of("no-" + status)))
                : server.answer(call));
  }

  private static void progress(DefectBuilder defects) {
    defects
        .must("progress-rounded-to-tenths", "set_progress keeps one decimal")
        .at(PROGRESS)
        .by(number(n -> Math.round(n * 10) / 10.0))
        .breaks("task.set_progress.effect");
    defects
        .should("progress-of-single-precision", "set_progress keeps seven digits")
        .at(PROGRESS)
        .by(number(n -> (double) (float) (double) n))
        .breaks("task.set_progress.precision");
    defects
        .should("progress-held-in-range", "set_progress makes 0 and 1 of numbers beyond them")
        .at(PROGRESS)
        .by(number(n -> Math.max(0, Math.min(1, n))))
        .breaks("task.set_progress.range");
    defects
        .must("progress-never-falls", "set_progress ignores a lower progress than before")
        .at(PROGRESS)
        .by(
            Intercept.calls(
                PROGRESS,
                (call, server) ->
                    call.parameters().size() == 3
                            && server
                                .value(call, "task.get_progress", Parameters.ref(call))
                                .filter(before -> real(before) > real(call.parameters().get(2)))
                                .isPresent()
                        ? Intercept.undo(call, server, "progress")
                        : server.answer(call)))
        .breaks("task.set_progress.again");
    defects
        .should("progress-completes", "set_progress to 1 makes the task a success")
        .at(PROGRESS)
        .by(
            Intercept.afterwards(
                PROGRESS,
                (call, server) -> {
                  if (real(call.parameters().get(2)) == 1) {
                    server.call(call, STATUS, Parameters.ref(call), "success");
                  }
                }))
        .breaks("task.progress.meaning");
  }

  private static double real(Value value) {
    if (value instanceof Value.Int integer) {
      return integer.number();
    }
    return value instanceof Value.Real real ? real.number() : Double.NaN;
  }

  private static Alteration number(UnaryOperator<Double> change) {
    return Intercept.calls(
        PROGRESS,
        (call, server) ->
            call.parameters().size() == 3 && !Double.isNaN(real(call.parameters().get(2)))
                ? server.answer(
                    Parameters.with(
                        call, 2, new Value.Real(change.apply(real(call.parameters().get(2))))))
                : server.answer(call));
  }

  private static void texts(DefectBuilder defects) {
    defects
        .must("result-trimmed", "set_result cuts blanks off the ends")
        .at(RESULT)
        .by(text(RESULT, String::strip))
        .breaks("text.result");
    defects
        .must("result-cut-at-32-kib", "set_result keeps 32 KiB")
        .at(RESULT)
        .by(text(RESULT, CreateDefects::cut))
        .breaks("text.result_long");
    defects
        .must("error-info-trimmed", "set_error_info cuts blanks off the ends of each text")
        .at(ERROR)
        .by(text(ERROR, String::strip))
        .breaks("text.error_info");
    defects
        .must("error-info-cut-at-32-kib", "set_error_info keeps 32 KiB of each text")
        .at(ERROR)
        .by(text(ERROR, CreateDefects::cut))
        .breaks("text.error_info_long");
    defects
        .must("error-info-loses-its-last", "set_error_info drops the last of several texts")
        .at(ERROR)
        .by(
            value(
                ERROR,
                v ->
                    v instanceof Value.Array array && array.items().size() > 1
                        ? Values.butLast(v)
                        : v))
        .breaks("task.set_error_info.effect");
    defects
        .should("error-info-sorted", "set_error_info sorts its texts")
        .at(ERROR)
        .by(value(ERROR, SetterDefects::sorted))
        .breaks("task.set_error_info.order");
    defects
        .must("result-appended", "set_result appends to the result before")
        .at(RESULT)
        .by(
            Intercept.calls(
                RESULT,
                (call, server) -> {
                  String before = server.text(call, "task.get_result", Parameters.ref(call));
                  return call.parameters().size() == 3
                      ? server.answer(
                          Parameters.with(
                              call,
                              2,
                              Values.text(call.parameters().get(2), text -> before + text)))
                      : server.answer(call);
                }))
        .breaks("task.set_result.again");
  }

  private static Value sorted(Value value) {
    return value instanceof Value.Array array
        ? new Value.Array(
            array.items().stream()
                .sorted(java.util.Comparator.comparing(Parameters::text))
                .toList())
        : value;
  }

  private static Alteration text(String setter, UnaryOperator<String> change) {
    return value(setter, v -> Values.deep(v, scalar -> Values.text(scalar, change)));
  }

  /** A setter that is given another value than the caller sent. */
  static Alteration value(String setter, UnaryOperator<Value> change) {
    return Intercept.calls(
        setter,
        (call, server) ->
            call.parameters().size() == 3
                ? server.answer(Parameters.with(call, 2, change.apply(call.parameters().get(2))))
                : server.answer(call));
  }
}
