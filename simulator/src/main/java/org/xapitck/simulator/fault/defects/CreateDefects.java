package org.xapitck.simulator.fault.defects;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong when a task is made. */
final class CreateDefects {
  private static final String CREATE = "task.create";

  private CreateDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must("create-gives-one-ref-twice", "create gives the task that the caller made before")
        .at(CREATE)
        .by(oneRefTwice())
        .breaks("task.create.unique");
    defects
        .must("create-gives-a-list", "create answers a list with the reference of the new task")
        .at("answer of create")
        .by(Intercept.value(CREATE, ref -> new Value.Array(java.util.List.of(ref))))
        .breaks("task.create.result");
    defects
        .must("create-swaps-its-texts", "create takes the description for the label")
        .at(CREATE)
        .by(Intercept.calls(CREATE, (call, server) -> server.answer(swapped(call))))
        .breaks("task.create.effect", "task.name_label.meaning", "task.name_description.meaning");
    defects
        .must("create-drops-the-description", "create forgets the description")
        .at(CREATE)
        .by(given(2, text -> ""))
        .breaks("task.create.effect", "task.name_description.meaning");
    defects
        .must("create-lists-late", "get_all leaves out a task until somebody reads it")
        .at("task.get_all")
        .by(listedLate())
        .breaks("task.create.listed");
    defects
        .must("label-trimmed", "create cuts blanks off the ends of the label")
        .at(CREATE)
        .by(given(1, String::strip))
        .breaks("text.name_label");
    defects
        .must("description-trimmed", "create cuts blanks off the ends of the description")
        .at(CREATE)
        .by(given(2, String::strip))
        .breaks("text.name_description");
    defects
        .must("label-cut-at-32-kib", "create keeps 32 KiB of the label")
        .at(CREATE)
        .by(given(1, CreateDefects::cut))
        .breaks("text.name_label_long");
    defects
        .must("description-cut-at-32-kib", "create keeps 32 KiB of the description")
        .at(CREATE)
        .by(given(2, CreateDefects::cut))
        .breaks("text.name_description_long");
    defects
        .must("label-never-empty", "a task without a label is called unnamed")
        .at(CREATE)
        .by(given(1, text -> text.isEmpty() ? "unnamed" : text))
        .breaks("task.name_label.default");
    defects
        .must("description-never-empty", "a task without a description says so in it")
        .at(CREATE)
        .by(given(2, text -> text.isEmpty() ? "no description" : text))
        .breaks("task.name_description.default");
    defects
        .must("label-loses-emoji", "create keeps no character beyond the first 65536")
        .at(CREATE)
        .by(given(1, text -> text.replaceAll("[^\\u0000-\\uFFFF]", "?")))
        .breaks("text.name_label");
    initialValues(defects);
  }

  private static void initialValues(DefectBuilder defects) {
    defects
        .must("create-starts-as-cancelling", "a new task is cancelling")
        .at("fresh status")
        .by(starts("status", Value.of("cancelling")))
        .breaks("task.status.initial");
    defects
        .must("create-starts-half-done", "the progress of a new task is 0.5")
        .at("fresh progress")
        .by(starts("progress", new Value.Real(0.5)))
        .breaks("task.progress.initial");
    defects
        .must("create-starts-with-a-result", "a new task has a result")
        .at("fresh result")
        .by(starts("result", Value.of("nothing yet")))
        .breaks("task.result.initial");
    defects
        .must("create-starts-with-an-error", "a new task has an error")
        .at("fresh error_info")
        .by(starts("error_info", Value.texts(java.util.List.of("NO_ERROR"))))
        .breaks("task.error_info.initial");
    defects
        .must("create-starts-with-a-map", "the map of a new task has an entry")
        .at("fresh other_config")
        .by(starts("other_config", Value.texts(Map.of("origin", "client"))))
        .breaks("task.other_config.default");
  }

  private static Alteration starts(String field, Value value) {
    return Intercept.calls(
        CREATE,
        (call, server) -> {
          Answer answer = server.answer(call);
          if (answer instanceof Answer.Success success) {
            server.call(call, "task.set_" + field, success.value(), value);
          }
          return answer;
        });
  }

  private static Alteration given(int index, java.util.function.UnaryOperator<String> change) {
    return Intercept.calls(
        CREATE,
        (call, server) ->
            call.parameters().size() == 3
                ? server.answer(
                    Parameters.with(call, index, Values.text(call.parameters().get(index), change)))
                : server.answer(call));
  }

  private static Call swapped(Call call) {
    return call.parameters().size() == 3
        ? Parameters.with(
            Parameters.with(call, 1, call.parameters().get(2)), 2, call.parameters().get(1))
        : call;
  }

  static String cut(String text) {
    return text.substring(0, Math.min(text.length(), 32 * 1024));
  }

  private static Alteration oneRefTwice() {
    return Intercept.stateful(
        CREATE::equals,
        () -> {
          Map<Value, Value> last = new ConcurrentHashMap<>();
          return (call, server) -> {
            Value session = call.parameters().isEmpty() ? Value.VOID : call.parameters().get(0);
            Value before = last.get(session);
            boolean lives =
                before != null && server.text(call, "task.get_status", before).equals("pending");
            if (lives && call.parameters().size() == 3) {
              return new Answer.Success(before);
            }
            Answer answer = server.answer(call);
            if (answer instanceof Answer.Success success) {
              last.put(session, success.value());
            }
            return answer;
          };
        });
  }

  private static Alteration listedLate() {
    return Intercept.stateful(
        method -> method.startsWith("task.") && !method.equals(CREATE),
        () -> {
          Set<String> read = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            if (!call.method().equals("task.get_all")) {
              read.add(Parameters.ref(call));
              return server.answer(call);
            }
            return Intercept.ofSuccess(
                server.answer(call),
                all ->
                    new Value.Array(
                        ((Value.Array) all)
                            .items().stream()
                                .filter(ref -> read.contains(Parameters.text(ref)))
                                .toList()));
          };
        });
  }
}
