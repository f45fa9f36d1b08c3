package org.xapitck.simulator.fault.alter;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** A field as clients see it: with its getter, in a record, among all records. */
public final class FieldView {
  private FieldView() {}

  /** What a field shows instead of its value. */
  @FunctionalInterface
  public interface View {
    /** Shows a task's field. */
    Value show(String ref, Value right);
  }

  /** A field shows something else, wherever it is seen. */
  public static Alteration everywhere(String field, UnaryOperator<Value> change) {
    return everywhere(field, () -> (ref, right) -> change.apply(right));
  }

  /** The same, with a memory. */
  public static Alteration everywhere(String field, Supplier<View> views) {
    return Intercept.stateful(
        method -> isSeen(method, field),
        () -> {
          View view = views.get();
          return (call, server) -> see(call, server.answer(call), field, view);
        });
  }

  /** A field shows something else in its getter alone. */
  public static Alteration byGetter(String field, UnaryOperator<Value> change) {
    return Intercept.value("task.get_" + field, change);
  }

  /** A field shows something else in get_record alone. */
  public static Alteration inRecord(String field, UnaryOperator<Value> change) {
    return Intercept.value("task.get_record", record -> Values.member(record, field, change));
  }

  /** A field shows something else in get_all_records alone. */
  public static Alteration amongAll(String field, UnaryOperator<Value> change) {
    return Intercept.value(
        "task.get_all_records",
        records -> eachRecord(records, (ref, r) -> Values.member(r, field, change)));
  }

  /** Whether a message shows a field. */
  public static boolean isSeen(String method, String field) {
    return method.equals("task.get_" + field)
        || method.equals("task.get_record")
        || method.equals("task.get_all_records");
  }

  /** An answer of such a message as the view has it. */
  public static Answer see(Call call, Answer answer, String field, View view) {
    String ref = Parameters.ref(call);
    return Intercept.ofSuccess(
        answer,
        value ->
            switch (call.method()) {
              case "task.get_record" -> Values.member(value, field, v -> view.show(ref, v));
              case "task.get_all_records" ->
                  eachRecord(
                      value, (r, record) -> Values.member(record, field, v -> view.show(r, v)));
              default -> view.show(ref, value);
            });
  }

  /** Changes each record of a map of records. */
  public static Value eachRecord(Value records, View view) {
    return records instanceof Value.Struct struct
        ? new Value.Struct(
            struct.members().stream()
                .map(m -> new Value.Member(m.name(), view.show(m.name(), m.value())))
                .toList())
        : records;
  }
}
