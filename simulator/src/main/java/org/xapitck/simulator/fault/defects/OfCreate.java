package org.xapitck.simulator.fault.defects;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Alter;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong when a task is made. */
final class OfCreate {
  private static final String CREATE = "task.create";

  private OfCreate() {}

  static void sow(Sowing sowing) {
    sowing
        .must("create-gives-one-ref-twice", "create gives the task that the caller made before")
        .at(CREATE)
        .by(oneRefTwice())
        .also("task.uuid.meaning")
        .breaks("task.create.unique");
    sowing
        .must("create-gives-a-list", "create answers a list with the reference of the new task")
        .at("answer of create")
        .by(Alter.value(CREATE, ref -> new Value.Array(java.util.List.of(ref))))
        .breaks("task.create.published", "task.create.parameters", "task.create.result");
    sowing
        .must("create-swaps-its-texts", "create takes the description for the label")
        .at(CREATE)
        .by(Alter.calls(CREATE, (call, server) -> server.answer(swapped(call))))
        .also("task.get_by_name_label.*", "text.name_*")
        .breaks("task.create.effect", "task.name_label.meaning", "task.name_description.meaning");
    sowing
        .must("create-drops-the-description", "create forgets the description")
        .at(CREATE)
        .by(given(2, text -> ""))
        .also("text.name_description*")
        .breaks("task.create.effect", "task.name_description.meaning");
    sowing
        .must("create-lists-late", "get_all leaves out a task until somebody reads it")
        .at("task.get_all")
        .by(listedLate())
        .also("task.published", "task.visibility")
        .breaks("task.create.listed", "task.get_all.effect");
    sowing
        .must("label-trimmed", "create cuts blanks off the ends of the label")
        .at(CREATE)
        .by(given(1, String::strip))
        .also("text.name_label_long")
        .breaks("text.name_label");
    sowing
        .must("description-trimmed", "create cuts blanks off the ends of the description")
        .at(CREATE)
        .by(given(2, String::strip))
        .also("text.name_description_long")
        .breaks("text.name_description");
    sowing
        .must("label-cut-at-32-kib", "create keeps 32 KiB of the label")
        .at(CREATE)
        .by(given(1, OfCreate::cut))
        .breaks("text.name_label_long");
    sowing
        .must("description-cut-at-32-kib", "create keeps 32 KiB of the description")
        .at(CREATE)
        .by(given(2, OfCreate::cut))
        .breaks("text.name_description_long");
    sowing
        .must("label-never-empty", "a task without a label is called unnamed")
        .at(CREATE)
        .by(given(1, text -> text.isEmpty() ? "unnamed" : text))
        .breaks("task.name_label.default", "text.name_label");
    sowing
        .must("description-never-empty", "a task without a description says so in it")
        .at(CREATE)
        .by(given(2, text -> text.isEmpty() ? "no description" : text))
        .breaks("task.name_description.default", "text.name_description");
    sowing
        .must("label-loses-emoji", "create keeps no character beyond the first 65536")
        .at(CREATE)
        .by(given(1, text -> text.replaceAll("[^\\u0000-\\uFFFF]", "?")))
        .breaks("text.name_label");
    initialValues(sowing);
  }

  private static void initialValues(Sowing sowing) {
    sowing
        .must("create-starts-as-cancelling", "a new task is cancelling")
        .at("fresh status")
        .by(starts("status", Value.of("cancelling")))
        .breaks("task.status.initial");
    sowing
        .must("create-starts-half-done", "the progress of a new task is 0.5")
        .at("fresh progress")
        .by(starts("progress", new Value.Real(0.5)))
        .breaks("task.progress.initial");
    sowing
        .must("create-starts-with-a-result", "a new task has a result")
        .at("fresh result")
        .by(starts("result", Value.of("nothing yet")))
        .breaks("task.result.initial");
    sowing
        .must("create-starts-with-an-error", "a new task has an error")
        .at("fresh error_info")
        .by(starts("error_info", Value.texts(java.util.List.of("NO_ERROR"))))
        .breaks("task.error_info.initial");
    sowing
        .must("create-starts-with-a-map", "the map of a new task has an entry")
        .at("fresh other_config")
        .by(starts("other_config", Value.texts(Map.of("origin", "client"))))
        .also(
            "task.add_to_other_config.effect",
            "task.remove_from_other_config.missing",
            "text.other_config*")
        .breaks("task.other_config.default");
  }

  private static Alteration starts(String field, Value value) {
    return Alter.calls(
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
    return Alter.calls(
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
    return Alter.stateful(
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
    return Alter.stateful(
        method -> method.startsWith("task.") && !method.equals(CREATE),
        () -> {
          Set<String> read = ConcurrentHashMap.newKeySet();
          return (call, server) -> {
            if (!call.method().equals("task.get_all")) {
              read.add(Parameters.ref(call));
              return server.answer(call);
            }
            return Alter.ofSuccess(
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
