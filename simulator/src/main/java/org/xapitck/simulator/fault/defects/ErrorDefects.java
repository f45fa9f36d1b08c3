package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Locale;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong where a call is refused. */
final class ErrorDefects {
  private static final String HANDLE = "HANDLE_INVALID";
  private static final String COUNT = "MESSAGE_PARAMETER_COUNT_MISMATCH";
  private static final String ROLE = "RBAC_PERMISSION_DENIED";

  private ErrorDefects() {}

  static void register(DefectBuilder defects) {
    handles(defects);
    counts(defects);
    methods(defects);
    roles(defects);
    types(defects);
  }

  private static void handles(DefectBuilder defects) {
    defects
        .must("handle-of-another-class", "HANDLE_INVALID speaks of a VM")
        .at(HANDLE)
        .by(Intercept.refusals(HANDLE, right -> failure(HANDLE, "VM", second(right))))
        .breaks("error.handle");
    defects
        .must("handle-without-the-reference", "HANDLE_INVALID does not say which reference")
        .at(HANDLE)
        .by(Intercept.refusals(HANDLE, right -> failure(HANDLE, "task")))
        .breaks("error.handle");
    defects
        .must("error-codes-in-small-letters", "HANDLE_INVALID is written in small letters")
        .at(HANDLE)
        .by(
            Intercept.refusals(
                HANDLE, right -> failure(HANDLE.toLowerCase(Locale.ROOT), "task", second(right))))
        .breaks("error.handle");
  }

  private static void counts(DefectBuilder defects) {
    defects
        .must("counts-are-internal-errors", "a wrong number of parameters is an INTERNAL_ERROR")
        .at(COUNT)
        .by(Intercept.refusals(COUNT, right -> failure("INTERNAL_ERROR", "Invalid_argument")))
        .breaks("error.count");
    defects
        .must("destroy-takes-a-spare-parameter", "destroy does its work with a parameter too many")
        .at(COUNT)
        .by(
            Intercept.calls(
                "task.destroy",
                (call, server) -> {
                  Answer right = server.answer(call);
                  if (Intercept.isFailure(right, COUNT) && call.parameters().size() > 2) {
                    server.answer(Parameters.first(call, 2));
                    return new Answer.Success(Value.VOID);
                  }
                  return right;
                }))
        .breaks("task.destroy.count");
  }

  private static void methods(DefectBuilder defects) {
    defects
        .must("unknown-method-succeeds", "a message that does not exist succeeds")
        .at("unknown methods")
        .by(
            Intercept.calls(
                "task.no_such_message",
                (call, server) -> {
                  Answer right = server.answer(call);
                  return Intercept.isFailure(right, "MESSAGE_METHOD_UNKNOWN")
                      ? new Answer.Success(Value.VOID)
                      : right;
                }))
        .breaks("error.method");
    defects
        .must("unknown-method-is-an-internal-error", "an unknown message is an INTERNAL_ERROR")
        .at("unknown methods")
        .by(
            Intercept.refusals(
                "MESSAGE_METHOD_UNKNOWN", right -> failure("INTERNAL_ERROR", "Not_found")))
        .breaks("error.method");
    defects
        .should("unknown-method-unnamed", "MESSAGE_METHOD_UNKNOWN does not name the message")
        .at("unknown methods")
        .by(
            Intercept.refusals(
                "MESSAGE_METHOD_UNKNOWN", right -> failure("MESSAGE_METHOD_UNKNOWN")))
        .breaks("error.method_named");
  }

  private static void roles(DefectBuilder defects) {
    defects
        .must("role-refused-as-forbidden", "a role that is too low is told FORBIDDEN")
        .at(ROLE)
        .by(Intercept.refusals(ROLE, right -> failure("FORBIDDEN", second(right))))
        .breaks("error.role");
    defects
        .should("role-refused-without-permission", "RBAC_PERMISSION_DENIED names no permission")
        .at(ROLE)
        .by(Intercept.refusals(ROLE, right -> failure(ROLE)))
        .breaks("error.role_named");
    defects
        .must("role-refused-but-done", "a role that is too low is refused after the map was set")
        .at(ROLE)
        .by(RefusedButDone.alteration())
        .breaks("task.set_other_config.role");
  }

  private static void types(DefectBuilder defects) {
    for (String name : List.of("set_progress", "set_error_info", "set_other_config")) {
      defects
          .must(
              Names.dashed(name) + "-takes-any-type",
              name + " succeeds with a value of another type")
          .at("type of " + name)
          .by(
              Intercept.refusal(
                  "task." + name, "INTERNAL_ERROR", right -> new Answer.Success(Value.VOID)))
          .breaks("error.type");
    }
  }

  private static Answer failure(String code, String... parameters) {
    return new Answer.Failure(code, List.of(parameters));
  }

  private static String second(Answer right) {
    List<String> parameters = ((Answer.Failure) right).parameters();
    return parameters.size() > 1 ? parameters.get(1) : "";
  }
}
