package org.xapitck.simulator.fault.defects.wires;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.fault.defects.Names;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What one wire writes, another does not see: each alone is answered rightly. */
public final class WireSharingDefects {
  private static final String CREATE = "task.create";
  private static final String RECORD = "task.get_record";

  private WireSharingDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    defects
        .must("record-kept-by-each-wire", "a wire keeps a record until it changes it itself")
        .at("records over wires")
        .by(Intercept.byWire(WireSharingDefects::kept))
        .breaks("task.same_over_wires");
    defects
        .must("uuid-known-to-one-wire", "a wire finds no task by its uuid that another wire made")
        .at("look-ups over wires")
        .by(Intercept.byWire(WireSharingDefects::ownUuids))
        .breaks("task.same_over_wires");
    defects
        .must("list-of-one-wire", "get_all leaves out what another wire made")
        .at("lists over wires")
        .by(Intercept.byWire(WireSharingDefects::ownList))
        .breaks("task.same_over_wires");
    defects
        .must("accents-known-to-one-wire", "a wire shows ? for letters that another wire wrote")
        .at("records over wires")
        .by(Intercept.byWire(WireSharingDefects::foreignLetters))
        .breaks("task.same_over_wires");
  }

  private static boolean changes(String method) {
    return Names.CHANGING.stream().anyMatch(name -> method.equals("task." + name));
  }

  private static Value value(Answer answer) {
    return answer instanceof Answer.Success success ? success.value() : Value.VOID;
  }

  private static Intercept.WireView ownUuids() {
    return ofOwn(
        (call, answer, made) ->
            call.method().equals("task.get_by_uuid")
                    && answer instanceof Answer.Success success
                    && !made.contains(Parameters.text(success.value()))
                ? new Answer.Failure("UUID_INVALID", List.of("task", Parameters.text(call, 1)))
                : answer);
  }

  private static Intercept.WireView ownList() {
    return ofOwn(
        (call, answer, made) ->
            call.method().equals("task.get_all")
                ? Intercept.ofSuccess(
                    answer, all -> Values.items(all, one -> made.contains(Parameters.text(one))))
                : answer);
  }

  /** The answer of a wire that knows which tasks it made itself. */
  @FunctionalInterface
  private interface OwnView {
    Answer show(Call call, Answer right, Set<String> made);
  }

  private static Intercept.WireView ofOwn(OwnView view) {
    Set<String> made = ConcurrentHashMap.newKeySet();
    return (call, answer) -> {
      if (call.method().equals(CREATE)) {
        made.add(Parameters.text(value(answer)));
      }
      return view.show(call, answer, made);
    };
  }

  private static Intercept.WireView foreignLetters() {
    Set<String> written = ConcurrentHashMap.newKeySet();
    return (call, answer) -> {
      if (changes(call.method())) {
        written.add(Parameters.ref(call));
      }
      return call.method().equals(RECORD) && !written.contains(Parameters.ref(call))
          ? Intercept.ofSuccess(
              answer,
              record ->
                  Values.deep(
                      record,
                      one -> Values.text(one, text -> text.replaceAll("[^\\x00-\\x7F]", "?"))))
          : answer;
    };
  }

  private static Intercept.WireView kept() {
    Map<String, Answer> records = new ConcurrentHashMap<>();
    return (Call call, Answer answer) -> {
      String ref = Parameters.ref(call);
      if (changes(call.method())) {
        records.remove(ref);
      }
      if (!call.method().equals(RECORD) || !(answer instanceof Answer.Success)) {
        return answer;
      }
      records.putIfAbsent(ref, answer);
      return records.get(ref);
    };
  }
}
