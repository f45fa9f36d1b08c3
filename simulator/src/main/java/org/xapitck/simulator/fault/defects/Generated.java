package org.xapitck.simulator.fault.defects;

import static org.xapitck.simulator.fault.defects.Names.ids;

import java.util.List;
import org.xapitck.simulator.dispatch.Access;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** The same fault in one message or field after the other: a defect for each name. */
final class Generated {
  private static final Answer NOTHING = new Answer.Success(Value.VOID);

  private Generated() {}

  static void register(DefectBuilder defects) {
    Names.MESSAGES.forEach(name -> unknown(defects, name));
    Names.MESSAGES.forEach(name -> miscounted(defects, name));
    Names.MESSAGES.forEach(name -> counts(defects, name));
    Names.MESSAGES.forEach(name -> sessions(defects, name));
    Names.OF_TASK.forEach(name -> handles(defects, name));
    Names.MESSAGES.forEach(name -> roles(defects, name));
    Names.CHANGING.forEach(name -> voids(defects, name));
    Names.FIELDS.forEach(field -> mistyped(defects, field));
    Names.FIELDS.forEach(field -> another(defects, field));
    Names.FIELDS.forEach(field -> lacking(defects, field));
    // the one field with numbers: with it the wire has no number that is one
    Names.FIELDS.stream()
        .filter(field -> !field.equals("progress"))
        .forEach(field -> mistypedEverywhere(defects, field));
    Names.READ_ONLY.forEach(field -> writable(defects, field));
    Names.CHANGING.forEach(name -> neighbours(defects, name));
    neighbours(defects, "create");
  }

  private static void unknown(DefectBuilder defects, String name) {
    defects
        .must(Names.dashed(name) + "-unknown", "there is no message " + name)
        .of("message unknown")
        .at("table with " + name)
        .by(
            Intercept.calls(
                "task." + name,
                (call, server) ->
                    new Answer.Failure("MESSAGE_METHOD_UNKNOWN", List.of("task." + name))))
        .breaks(ids(name, "published"));
  }

  private static void miscounted(DefectBuilder defects, String name) {
    defects
        .must(
            "parameters-of-" + Names.dashed(name) + "-miscounted",
            name + " never has the number of parameters that it wants")
        .of("parameters miscounted")
        .at("parameters of " + name)
        .by(
            Intercept.calls(
                "task." + name,
                (call, server) ->
                    new Answer.Failure(
                        "MESSAGE_PARAMETER_COUNT_MISMATCH",
                        List.of("task." + name, "9", String.valueOf(call.parameters().size())))))
        .breaks(ids(name, "parameters"));
  }

  private static void another(DefectBuilder defects, String field) {
    defects
        .must(
            "get-" + Names.dashed(field) + "-gives-another",
            "get_" + field + " gives another value")
        .of("getter gives another")
        .at("get_" + field)
        .by(FieldView.byGetter(field, value -> Others.of(field, value)))
        .breaks(ids("get_" + field, "effect"));
  }

  private static void lacking(DefectBuilder defects, String field) {
    defects
        .must("record-lacks-" + Names.dashed(field), "get_record leaves out the field " + field)
        .of("record lacks a field")
        .at("task.get_record")
        .by(Intercept.value("task.get_record", record -> Values.without(record, field)))
        .breaks(ids(field, "published"));
  }

  private static void mistypedEverywhere(DefectBuilder defects, String field) {
    defects
        .must(
            Names.dashed(field) + "-mistyped", field + " is true, which is of no type of the class")
        .of("field mistyped")
        .at("view of " + field)
        .by(FieldView.everywhere(field, Values::ofNoType))
        .breaks(ids(field, "type"));
  }

  private static void counts(DefectBuilder defects, String name) {
    defects
        .must(
            "count-of-" + Names.dashed(name) + "-unchecked",
            name + " succeeds with any number of parameters")
        .of("count unchecked")
        .at("count of " + name)
        .by(Intercept.refusal("task." + name, "MESSAGE_PARAMETER_COUNT_MISMATCH", any -> NOTHING))
        .breaks(ids(name, "count"));
  }

  private static void sessions(DefectBuilder defects, String name) {
    defects
        .must(
            "session-of-" + Names.dashed(name) + "-unchecked",
            name + " succeeds in a session that does not exist")
        .of("session unchecked")
        .at("session of " + name)
        .by(Intercept.refusal("task." + name, "SESSION_INVALID", any -> NOTHING))
        .breaks(ids(name, "session"));
  }

  private static void handles(DefectBuilder defects, String name) {
    defects
        .must(
            "handle-of-" + Names.dashed(name) + "-miscalled",
            name + " calls an unknown reference an unknown uuid")
        .of("handle miscalled")
        .at("handle of " + name)
        .by(
            Intercept.refusal(
                "task." + name,
                "HANDLE_INVALID",
                right -> new Answer.Failure("UUID_INVALID", ((Answer.Failure) right).parameters())))
        .breaks(ids(name, "handle"));
  }

  private static void roles(DefectBuilder defects, String name) {
    boolean ofMap = Names.OF_MAP.contains(name);
    defects
        .must(
            "role-of-" + Names.dashed(name) + (ofMap ? "-too-low" : "-too-high"),
            name + (ofMap ? " is open to vm-power-admin" : " is refused to read-only"))
        .of("role wrong")
        .at("role of " + name)
        .by(Intercept.message("task." + name, ofMap ? Generated::open : message -> closed(message)))
        .breaks(ids(name, "role"));
  }

  private static Message open(Message right) {
    Access access =
        new Access(
            Role.VM_POWER_ADMIN,
            right.access().keys(),
            right.access().keyMinimum(),
            right.access().keyParameter());
    return new Message(right.name(), access, right.asynchronous(), right.types(), right.handler());
  }

  /** The table still says read-only, so that the accounts look right; the call is refused. */
  private static Message closed(Message right) {
    return right.withHandler(
        (caller, parameters) -> {
          Permission.of(right.name(), Role.VM_OPERATOR).require(caller.session().rights());
          return right.handler().handle(caller, parameters);
        });
  }

  private static void voids(DefectBuilder defects, String name) {
    defects
        .must(
            "void-of-" + Names.dashed(name) + "-is-true", name + " answers true instead of nothing")
        .of("void is true")
        .at("answer of " + name)
        .by(Intercept.value("task." + name, Values::ofNoType))
        .breaks(ids(name, "result"));
  }

  private static void mistyped(DefectBuilder defects, String field) {
    defects
        .must(
            "get-" + Names.dashed(field) + "-mistyped",
            "get_" + field + " answers true, which is of no type of the class")
        .of("getter mistyped")
        .at("get_" + field)
        .by(FieldView.byGetter(field, Values::ofNoType))
        .breaks(ids("get_" + field, "result"));
  }

  private static void writable(DefectBuilder defects, String field) {
    defects
        .must(Names.dashed(field) + "-writable", "set_" + field + " exists and writes the field")
        .of("field writable")
        .at("set_" + field)
        .by(writable(field))
        .breaks(ids(field, "access"));
  }

  private static Alteration writable(String field) {
    String setter = "task.set_" + field;
    return Intercept.stateful(
        method -> method.equals(setter) || FieldView.isSeen(method, field),
        () -> {
          java.util.Map<String, Value> written = new java.util.concurrent.ConcurrentHashMap<>();
          return (call, server) -> {
            if (call.method().equals(setter) && call.parameters().size() == 3) {
              written.put(Parameters.ref(call), call.parameters().get(2));
              return NOTHING;
            }
            return FieldView.see(call, server.answer(call), field, written::getOrDefault);
          };
        });
  }

  private static void neighbours(DefectBuilder defects, String name) {
    defects
        .must(
            Names.dashed(name) + "-touches-another",
            name + " also writes a result into the task that its caller made before or after")
        .of("neighbour touched")
        .at("neighbours of " + name)
        .by(Neighbours.touchedBy("task." + name))
        .breaks(ids(name, "bystander"));
  }
}
