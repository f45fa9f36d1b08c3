package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong in records and lists. */
final class RecordDefects {
  private static final String RECORD = "task.get_record";
  private static final String ALL_RECORDS = "task.get_all_records";

  private RecordDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must("record-progress-is-text", "get_record gives the progress as text")
        .at(RECORD)
        .by(FieldView.inRecord("progress", v -> Value.of("0.5")))
        .breaks("task.progress.type");
    defects
        .must("record-progress-is-another", "get_record gives another progress than get_progress")
        .at(RECORD)
        .by(FieldView.inRecord("progress", v -> new Value.Real(0.125)))
        .breaks("task.get_progress.effect");
    defects
        .must("record-is-of-nobody", "get_record gives values that no getter gives")
        .at(RECORD)
        .by(
            Intercept.value(
                RECORD,
                record ->
                    Names.FIELDS.stream()
                        .reduce(
                            record,
                            (some, field) -> Values.member(some, field, v -> Others.of(field, v)),
                            (one, other) -> other)))
        .breaks("task.get_record.effect");
    defects
        .must("all-records-stale", "get_all_records shows each record as it first did")
        .at(ALL_RECORDS)
        .by(
            Intercept.stateful(
                ALL_RECORDS::equals,
                () -> {
                  Map<String, Value> first = new ConcurrentHashMap<>();
                  return (call, server) ->
                      Intercept.ofSuccess(
                          server.answer(call),
                          records ->
                              FieldView.eachRecord(
                                  records,
                                  (ref, record) -> first.computeIfAbsent(ref, any -> record)));
                }))
        .breaks("task.get_all_records.agrees");
    defects
        .must("record-result-is-stale", "get_record never shows a result")
        .at(RECORD)
        .by(FieldView.inRecord("result", v -> Value.of("")))
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
        .breaks("task.get_all_records.effect");
    defects
        .must("records-are-a-list", "get_all_records gives a list of records")
        .at(ALL_RECORDS)
        .by(
            Intercept.value(
                ALL_RECORDS,
                all ->
                    new Value.Array(
                        ((Value.Struct) all).members().stream().map(Value.Member::value).toList())))
        .breaks("task.get_all_records.result");
    defects
        .must("records-description-is-another", "get_all_records shows no descriptions")
        .at(ALL_RECORDS)
        .by(FieldView.amongAll("name_description", v -> Value.VOID))
        .breaks("task.get_all_records.agrees");
    defects
        .must("record-of-true", "get_record answers true")
        .at(RECORD)
        .by(Intercept.value(RECORD, Values::ofNoType))
        .breaks("task.get_record.result");
    defects
        .must("list-of-true", "get_all answers true")
        .at("task.get_all")
        .by(Intercept.value("task.get_all", Values::ofNoType))
        .breaks("task.get_all.result");
    defects
        .must("list-empty", "get_all is always empty")
        .at("task.get_all")
        .by(Intercept.value("task.get_all", all -> new Value.Array(List.of())))
        .breaks("task.get_all.effect");
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
        .must("list-of-own-tasks", "get_all lists the tasks of the session alone")
        .at("task.get_all")
        .by(
            Intercept.stateful(
                method -> method.equals("task.get_all") || method.equals("task.create"),
                () -> {
                  Map<Value, Value> makers = new ConcurrentHashMap<>();
                  return (call, server) ->
                      Intercept.ofSuccess(
                          server.answer(call), value -> ofSession(makers, call, value));
                }))
        .breaks("task.visibility");
    defects
        .must("class-unknown", "there is no message of class task")
        .at("table")
        .by(
            Intercept.calls(
                method -> method.startsWith("task."),
                (call, server) ->
                    new Answer.Failure("MESSAGE_METHOD_UNKNOWN", List.of(call.method()))))
        .breaks("task.published");
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

  /** Notes who made a task, and keeps of a list what the session made. */
  private static Value ofSession(Map<Value, Value> makers, Call call, Value value) {
    Value session = call.parameters().get(0);
    if (call.method().equals("task.create")) {
      makers.put(value, session);
      return value;
    }
    return new Value.Array(
        ((Value.Array) value)
            .items().stream().filter(ref -> session.equals(makers.get(ref))).toList());
  }
}
