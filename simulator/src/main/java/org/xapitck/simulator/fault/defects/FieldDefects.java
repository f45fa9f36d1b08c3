package org.xapitck.simulator.fault.defects;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with fields that only the server writes. */
final class FieldDefects {
  private FieldDefects() {}

  static void register(DefectBuilder defects) {
    operations(defects);
    times(defects);
    references(defects);
    uuids(defects);
    defects
        .must("backtrace-is-empty-text", "backtrace is the empty text, not an empty list")
        .at("backtrace")
        .by(FieldView.everywhere("backtrace", v -> Value.VOID))
        .breaks("task.backtrace.default");
    defects
        .must("progress-in-percent", "progress is shown times a hundred")
        .at("progress")
        .by(FieldView.everywhere("progress", FieldDefects::percent))
        .breaks("task.set_progress.effect", "task.progress.access");
    defects
        .must("progress-is-text", "progress is a text")
        .at("progress")
        .by(FieldView.everywhere("progress", v -> Value.of("0.5")))
        .breaks("wire.xmlrpc.float", "wire.json1.float", "wire.json2.float");
    defects
        .must("status-in-capitals", "status is shown in capital letters")
        .at("status")
        .by(FieldView.everywhere("status", v -> Values.text(v, String::toUpperCase)))
        .breaks("task.status.type");
  }

  private static Value percent(Value value) {
    return value instanceof Value.Real real ? new Value.Real(real.number() * 100) : value;
  }

  private static void operations(DefectBuilder defects) {
    defects
        .must("allowed-operations-not-empty", "a new task allows to be cancelled")
        .at("allowed_operations")
        .by(FieldView.everywhere("allowed_operations", v -> Value.texts(List.of("cancel"))))
        .breaks("task.allowed_operations.default");
    defects
        .must("allowed-operations-has-pause", "allowed_operations holds pause")
        .at("allowed_operations")
        .by(FieldView.everywhere("allowed_operations", v -> Value.texts(List.of("pause"))))
        .breaks("task_allowed_operations.closed");
    defects
        .must("current-operations-not-empty", "a new task is being cancelled")
        .at("current_operations")
        .by(
            FieldView.everywhere(
                "current_operations",
                v ->
                    v.equals(new Value.Struct(List.of()))
                        ? Value.texts(Map.of("OpaqueRef:NULL", "cancel"))
                        : v))
        .breaks("task.current_operations.default");
    defects
        .must("cancellation-is-called-abort", "current_operations calls a cancellation abort")
        .at("current_operations")
        .by(renamed("cancel", "abort"))
        .breaks(
            "task_allowed_operations.closed",
            "task_allowed_operations.cancel",
            "task.current_operations.meaning");
    defects
        .must("destruction-is-called-delete", "current_operations calls a destruction delete")
        .at("current_operations")
        .by(renamed("destroy", "delete"))
        .breaks("task_allowed_operations.destroy");
  }

  private static org.xapitck.simulator.fault.Alteration renamed(String from, String to) {
    return FieldView.everywhere(
        "current_operations",
        map -> Values.deep(map, v -> Values.text(v, text -> text.equals(from) ? to : text)));
  }

  private static void times(DefectBuilder defects) {
    defects
        .must("created-in-another-year", "created is the year 2001")
        .at("created")
        .by(FieldView.everywhere("created", v -> new Value.Time("20010101T00:00:00Z")))
        .breaks("task.created.meaning");
    defects
        .must("created-is-no-date", "created is the text yesterday")
        .at("created")
        .by(FieldView.everywhere("created", v -> Value.of("yesterday")))
        .breaks("task.created.type");
    defects
        .should("finished-before-created", "finished is the year 2001")
        .at("finished")
        .by(FieldView.everywhere("finished", v -> Value.of(Instant.parse("2001-01-01T00:00:00Z"))))
        .breaks("task.finished.meaning");
  }

  private static void references(DefectBuilder defects) {
    defects
        .must("resident-nowhere", "resident_on is the null reference")
        .at("resident_on")
        .by(FieldView.everywhere("resident_on", v -> Value.of("OpaqueRef:NULL")))
        .breaks("task.resident_on.initial", "task.resident_on.meaning");
    defects
        .must("resident-on-no-host", "resident_on is a host that does not exist")
        .at("resident_on")
        .by(
            FieldView.everywhere(
                "resident_on", v -> Value.of("OpaqueRef:00000000-0000-4000-8000-000000000000")))
        .breaks("task.resident_on.initial", "task.resident_on.meaning");
    defects
        .must("subtask-of-itself", "subtask_of is the task itself")
        .at("subtask_of")
        .by(FieldView.everywhere("subtask_of", () -> (ref, right) -> Value.of(ref)))
        .breaks("task.subtask_of.default");
    defects
        .should("subtasks-not-empty", "a new task has a subtask, itself")
        .at("subtasks")
        .by(FieldView.everywhere("subtasks", () -> (ref, right) -> Value.texts(List.of(ref))))
        .breaks("task.subtasks.initial");
    defects
        .must("subtasks-is-a-map", "subtasks is a map")
        .at("subtasks")
        .by(FieldView.everywhere("subtasks", v -> new Value.Struct(List.of())))
        .breaks("task.subtasks.type");
  }

  private static void uuids(DefectBuilder defects) {
    defects
        .must("uuid-without-dashes", "uuids have no dashes")
        .at("uuid")
        .by(FieldView.everywhere("uuid", v -> Values.text(v, text -> text.replace("-", ""))))
        .breaks("task.uuid.form");
    defects
        .must("uuid-new-at-each-look", "a uuid is another one whenever somebody reads it")
        .at("uuid")
        .by(FieldView.everywhere("uuid", v -> Value.of(UUID.randomUUID().toString())))
        .breaks("task.get_uuid.effect");
    defects
        .must("uuid-the-same-for-all", "all tasks have one uuid")
        .at("uuid")
        .by(FieldView.everywhere("uuid", v -> Value.of("00000000-0000-4000-8000-000000000000")))
        .breaks("task.uuid.meaning");
  }
}
