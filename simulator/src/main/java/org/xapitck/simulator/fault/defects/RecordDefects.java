package org.xapitck.simulator.fault.defects;

import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong in records and lists. */
final class RecordDefects {
  private static final String RECORD = "task.get_record";
  private static final String ALL_RECORDS = "task.get_all_records";

  private RecordDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must("record-lacks-backtrace", "get_record leaves out the field backtrace")
        .at(RECORD)
        .by(Intercept.value(RECORD, record -> Values.without(record, "backtrace")))
        .also("task.backtrace.type", "task.get_backtrace.effect", "task.get_record.*")
        .breaks("task.get_record.result", "task.backtrace.published");
    defects
        .must("record-progress-is-text", "get_record gives the progress as text")
        .at(RECORD)
        .by(FieldView.inRecord("progress", v -> Value.of("0.5")))
        .also(
            "task.progress.published",
            "task.get_progress.effect",
            "task.get_record.*",
            "task.set_*.isolation")
        .breaks("task.get_record.result", "task.progress.type");
    defects
        .must("record-subtasks-are-one-text", "get_record gives the subtasks as one text")
        .at(RECORD)
        .by(FieldView.inRecord("subtasks", v -> Value.of("")))
        .also("task.subtasks.published", "task.get_subtasks.effect", "task.get_record.*")
        .breaks("task.get_record.result", "task.subtasks.type");
    defects
        .must("record-progress-is-another", "get_record gives another progress than get_progress")
        .at(RECORD)
        .by(FieldView.inRecord("progress", v -> new Value.Real(0.125)))
        .also("task.progress.*", "task.get_record.fresh", "task.set_*.isolation")
        .breaks("task.get_record.effect", "task.get_progress.effect");
    defects
        .must("record-result-is-stale", "get_record never shows a result")
        .at(RECORD)
        .by(FieldView.inRecord("result", v -> Value.of("")))
        .also("task.set_*.isolation")
        .breaks("task.get_record.fresh");
    defects
        .must("records-by-uuid", "get_all_records has uuids for keys")
        .at(ALL_RECORDS)
        .by(
            Intercept.value(
                ALL_RECORDS,
                all ->
                    new Value.Struct(
                        ((Value.Struct) all)
                            .members().stream()
                                .map(
                                    m ->
                                        new Value.Member(
                                            Values.get(m.value(), "uuid")
                                                .map(Parameters::text)
                                                .orElse(""),
                                            m.value()))
                                .toList())))
        .breaks("task.get_all_records.effect", "task.get_all_records.agrees");
    defects
        .must("records-are-a-list", "get_all_records gives a list of records")
        .at(ALL_RECORDS)
        .by(
            Intercept.value(
                ALL_RECORDS,
                all ->
                    new Value.Array(
                        ((Value.Struct) all).members().stream().map(Value.Member::value).toList())))
        .also("task.get_all_records.*")
        .breaks(
            "task.get_all_records.published",
            "task.get_all_records.parameters",
            "task.get_all_records.result");
    defects
        .must("records-description-is-another", "get_all_records shows no descriptions")
        .at(ALL_RECORDS)
        .by(FieldView.amongAll("name_description", v -> Value.VOID))
        .breaks("task.get_all_records.agrees");
    defects
        .must("record-of-true", "get_record answers true")
        .at(RECORD)
        .by(Intercept.value(RECORD, Values::ofNoType))
        .also(
            "task.get_*.effect",
            "task.*.published",
            "task.*.type",
            "task.get_record.fresh",
            "wire.*.map")
        .breaks(
            "task.get_record.published", "task.get_record.parameters", "task.get_record.result");
    defects
        .must("list-of-true", "get_all answers true")
        .at("task.get_all")
        .by(Intercept.value("task.get_all", Values::ofNoType))
        .also(
            "task.create.listed",
            "task.get_all.*",
            "task.published",
            "task.visibility",
            "task.destroy.effect",
            "wire.*.set")
        .breaks("task.get_all.published", "task.get_all.parameters", "task.get_all.result");
    defects
        .must("list-empty", "get_all is always empty")
        .at("task.get_all")
        .by(Intercept.value("task.get_all", all -> new Value.Array(java.util.List.of())))
        .also("task.create.listed", "task.get_all.completed")
        .breaks("task.published", "task.get_all.effect", "task.visibility");
    defects
        .must("list-leaves-out-every-second-task", "get_all leaves out every second task")
        .at("task.get_all")
        .by(Intercept.value("task.get_all", Values::everySecond))
        .breaks("task.get_all.effect");
    defects
        .must("records-leave-out-every-second-task", "get_all_records leaves out every second task")
        .at(ALL_RECORDS)
        .by(Intercept.value(ALL_RECORDS, Values::everySecond))
        .breaks("task.get_all_records.effect");
    defects
        .must("list-without-completed", "get_all leaves out tasks that ended")
        .at("task.get_all")
        .by(
            Intercept.calls(
                "task.get_all",
                (call, server) ->
                    Intercept.ofSuccess(
                        server.answer(call),
                        all ->
                            new Value.Array(
                                ((Value.Array) all)
                                    .items().stream()
                                        .filter(
                                            ref ->
                                                server
                                                    .text(call, "task.get_status", ref)
                                                    .equals("pending"))
                                        .toList()))))
        .breaks("task.get_all.completed");
  }
}
