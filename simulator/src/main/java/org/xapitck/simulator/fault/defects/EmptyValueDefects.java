package org.xapitck.simulator.fault.defects;

import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with entries of a map whose value is the empty text. */
final class EmptyValueDefects {
  private static final String SET = "task.set_other_config";
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";

  private EmptyValueDefects() {}

  static void register(DefectBuilder defects) {
    defects
        .must("map-drops-empty-values", "other_config keeps no entry whose value is empty")
        .at("values of other_config")
        .by(Intercept.together(set(), add()))
        .breaks("text.other_config");
    defects
        .must("map-set-drops-empty-values", "set_other_config leaves out what has an empty value")
        .at("values of other_config")
        .by(set())
        .breaks("text.other_config");
  }

  private static Alteration set() {
    return Intercept.calls(
        SET,
        (call, server) ->
            call.parameters().size() == 3
                ? server.answer(Parameters.with(call, 2, filled(call.parameters().get(2))))
                : server.answer(call));
  }

  private static Value filled(Value map) {
    return map instanceof Value.Struct struct
        ? new Value.Struct(
            struct.members().stream().filter(m -> !m.value().equals(Value.of(""))).toList())
        : map;
  }

  private static Alteration add() {
    return Intercept.afterwards(
        ADD,
        (call, server) -> {
          if (Parameters.text(call, 3).isEmpty()) {
            server.call(call, REMOVE, Parameters.ref(call), Parameters.text(call, 2));
          }
        });
  }
}
