package org.xapitck.simulator.fault.defects;

import static org.xapitck.simulator.fault.defects.Names.ids;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xapitck.simulator.fault.alter.Shown;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with fields that only the server writes. */
final class OfFields {
  private OfFields() {}

  static void sow(Sowing sowing) {
    operations(sowing);
    times(sowing);
    references(sowing);
    uuids(sowing);
    sowing
        .must("backtrace-is-empty-text", "backtrace is the empty text, not an empty list")
        .at("backtrace")
        .by(Shown.everywhere("backtrace", v -> Value.VOID))
        .breaks("task.backtrace.default");
    sowing
        .must("progress-in-percent", "progress is shown times a hundred")
        .at("progress")
        .by(Shown.everywhere("progress", OfFields::percent))
        .also("task.set_progress.again", "task.set_progress.precision", "task.set_progress.range")
        .breaks("task.set_progress.effect", "task.progress.access");
    sowing
        .must("progress-is-text", "progress is a text")
        .at("progress")
        .by(Shown.everywhere("progress", v -> Value.of("0.5")))
        .also(
            "task.get_progress.*",
            "task.progress.*",
            "task.set_progress.*",
            "task.set_*.isolation",
            "wire.*.float",
            "task.get_record.*",
            "task.get_all_records.agrees")
        .breaks(ids("progress", "type", "published"));
    sowing
        .must("status-in-capitals", "status is shown in capital letters")
        .at("status")
        .by(Shown.everywhere("status", v -> Values.text(v, String::toUpperCase)))
        .also(
            "task.status.*",
            "task.get_status.*",
            "task.set_status.*",
            "task_status_type.*",
            "task.cancel.*",
            "wire.*.string",
            "task.get_record.*",
            "task.get_all_records.agrees")
        .breaks("task.status.type", "task.get_status.result", "task.status.initial");
  }

  private static Value percent(Value value) {
    return value instanceof Value.Real real ? new Value.Real(real.number() * 100) : value;
  }

  private static void operations(Sowing sowing) {
    sowing
        .must("allowed-operations-not-empty", "a new task allows to be cancelled")
        .at("allowed_operations")
        .by(Shown.everywhere("allowed_operations", v -> Value.texts(List.of("cancel"))))
        .breaks("task.allowed_operations.default");
    sowing
        .must("allowed-operations-has-pause", "allowed_operations holds pause")
        .at("allowed_operations")
        .by(Shown.everywhere("allowed_operations", v -> Value.texts(List.of("pause"))))
        .also(
            "task.allowed_operations.*",
            "task.get_allowed_operations.*",
            "task.get_record.*",
            "task.get_all_records.agrees")
        .breaks("task_allowed_operations.closed");
    sowing
        .must("current-operations-not-empty", "a new task is being cancelled")
        .at("current_operations")
        .by(
            Shown.everywhere(
                "current_operations",
                v ->
                    v.equals(new Value.Struct(List.of()))
                        ? Value.texts(Map.of("OpaqueRef:NULL", "cancel"))
                        : v))
        .breaks("task.current_operations.default");
    sowing
        .must("cancellation-is-called-abort", "current_operations calls a cancellation abort")
        .at("current_operations")
        .by(renamed("cancel", "abort"))
        .breaks(
            "task_allowed_operations.cancel",
            "task_allowed_operations.closed",
            "task.current_operations.meaning");
    sowing
        .must("destruction-is-called-delete", "current_operations calls a destruction delete")
        .at("current_operations")
        .by(renamed("destroy", "delete"))
        .breaks("task_allowed_operations.destroy");
  }

  private static org.xapitck.simulator.fault.Alteration renamed(String from, String to) {
    return Shown.everywhere(
        "current_operations",
        map -> Values.deep(map, v -> Values.text(v, text -> text.equals(from) ? to : text)));
  }

  private static void times(Sowing sowing) {
    sowing
        .must("created-in-another-year", "created is the year 2001")
        .at("created")
        .by(Shown.everywhere("created", v -> new Value.Time("20010101T00:00:00Z")))
        .also("task.created.recent")
        .breaks("task.created.meaning");
    sowing
        .must("created-is-no-date", "created is the text yesterday")
        .at("created")
        .by(Shown.everywhere("created", v -> Value.of("yesterday")))
        .also(
            "task.created.*",
            "task.get_created.*",
            "task.get_record.*",
            "task.get_all_records.agrees",
            "wire.*.datetime")
        .breaks(ids("created", "type", "published"));
    sowing
        .should("finished-before-created", "finished is the year 2001")
        .at("finished")
        .by(Shown.everywhere("finished", v -> Value.of(Instant.parse("2001-01-01T00:00:00Z"))))
        .breaks("task.finished.meaning");
  }

  private static void references(Sowing sowing) {
    sowing
        .must("resident-nowhere", "resident_on is the null reference")
        .at("resident_on")
        .by(Shown.everywhere("resident_on", v -> Value.of("OpaqueRef:NULL")))
        .breaks("task.resident_on.initial", "task.resident_on.meaning");
    sowing
        .must("resident-on-no-host", "resident_on is a host that does not exist")
        .at("resident_on")
        .by(
            Shown.everywhere(
                "resident_on", v -> Value.of("OpaqueRef:00000000-0000-4000-8000-000000000000")))
        .breaks("task.resident_on.initial", "task.resident_on.meaning");
    sowing
        .must("subtask-of-itself", "subtask_of is the task itself")
        .at("subtask_of")
        .by(Shown.everywhere("subtask_of", () -> (ref, right) -> Value.of(ref)))
        .breaks("task.subtask_of.default");
    sowing
        .should("subtasks-not-empty", "a new task has a subtask, itself")
        .at("subtasks")
        .by(Shown.everywhere("subtasks", () -> (ref, right) -> Value.texts(List.of(ref))))
        .breaks("task.subtasks.initial");
    sowing
        .must("subtasks-is-a-map", "subtasks is a map")
        .at("subtasks")
        .by(Shown.everywhere("subtasks", v -> new Value.Struct(List.of())))
        .also(
            "task.subtasks.*",
            "task.get_subtasks.*",
            "task.get_record.*",
            "task.get_all_records.agrees")
        .breaks(ids("subtasks", "type", "published"));
  }

  private static void uuids(Sowing sowing) {
    sowing
        .must("uuid-without-dashes", "uuids have no dashes")
        .at("uuid")
        .by(Shown.everywhere("uuid", v -> Values.text(v, text -> text.replace("-", ""))))
        .also("task.get_by_uuid.*", "task.uuid.*")
        .breaks("task.uuid.form");
    sowing
        .must("uuid-new-at-each-look", "a uuid is another one whenever somebody reads it")
        .at("uuid")
        .by(Shown.everywhere("uuid", v -> Value.of(UUID.randomUUID().toString())))
        .also(
            "task.get_uuid.*",
            "task.uuid.*",
            "task.get_by_uuid.*",
            "task.get_record.*",
            "task.get_all_records.agrees")
        .breaks("task.get_uuid.effect", "task.uuid.published");
    sowing
        .must("uuid-the-same-for-all", "all tasks have one uuid")
        .at("uuid")
        .by(Shown.everywhere("uuid", v -> Value.of("00000000-0000-4000-8000-000000000000")))
        .also("task.get_by_uuid.*")
        .breaks("task.create.unique", "task.uuid.meaning");
  }
}
