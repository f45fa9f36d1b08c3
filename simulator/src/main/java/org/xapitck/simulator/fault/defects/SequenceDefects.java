package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What only shows when one call follows another: each single call is answered rightly. */
final class SequenceDefects {
  private static final String SET = "task.set_other_config";
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";
  private static final String GET = "task.get_other_config";
  private static final String ERROR = "task.set_error_info";
  private static final String CREATED = "created";

  /** 64 is more than any list of a plain test has. */
  private static final int ROOM = 64;

  private static final List<String> FIELDS =
      List.of("status", "progress", "result", "error_info", "other_config");

  private SequenceDefects() {}

  static void register(DefectBuilder defects) {
    pairs(defects);
    lists(defects);
    maps(defects);
    keys(defects);
    defects
        .should("created-of-the-first", "every task has the time of the first as created")
        .at(CREATED)
        .of("times")
        .by(FieldView.everywhere(CREATED, SequenceDefects::always))
        .breaks("task.created.differs");
  }

  /** The first value that was ever shown. */
  private static FieldView.View always() {
    Map<String, Value> first = new ConcurrentHashMap<>();
    return (ref, right) -> {
      first.putIfAbsent(CREATED, right);
      return first.get(CREATED);
    };
  }

  /** An earlier call spoils a later one: the one setter brings back what the other had replaced. */
  private static void pairs(DefectBuilder defects) {
    for (int i = 0; i < FIELDS.size(); i++) {
      for (String other : FIELDS.subList(i + 1, FIELDS.size())) {
        String one = FIELDS.get(i);
        defects
            .must(
                "set-" + Names.dashed(one) + "-brings-back-" + Names.dashed(other),
                "set_" + one + " brings back the " + other + " that a second one had replaced")
            .at(one + " beside " + other)
            .of("pairs")
            .by(bringsBack("task.set_" + one, "task.set_" + other))
            .breaks("task.pair_" + one + "_" + other);
      }
    }
  }

  private static Alteration bringsBack(String one, String other) {
    return Intercept.stateful(
        Set.of(one, other)::contains,
        () -> {
          Map<String, List<Value>> given = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            List<Value> values =
                given.computeIfAbsent(Parameters.ref(call), any -> new ArrayList<>());
            if (answer instanceof Answer.Success && call.method().equals(other)) {
              values.add(call.parameters().get(2));
            } else if (answer instanceof Answer.Success && values.size() > 1) {
              server.call(call, other, Parameters.ref(call), values.get(values.size() - 2));
            }
            return answer;
          };
        });
  }

  private static void lists(DefectBuilder defects) {
    defects
        .must("error-info-of-64-at-most", "set_error_info keeps the first 64 of 100 texts")
        .at(ERROR)
        .by(SetterDefects.value(ERROR, SequenceDefects::cut))
        .breaks("task.set_error_info.lengths");
    defects
        .must("error-info-third-of-many-lost", "set_error_info loses the third of more than 4")
        .at(ERROR)
        .by(SetterDefects.value(ERROR, list -> withoutThird(list, 4)))
        .breaks("task.set_error_info.lengths");
    defects
        .must("error-info-empty-list-ignored", "set_error_info of no text changes nothing")
        .at(ERROR)
        .by(
            Intercept.calls(
                ERROR,
                (call, server) ->
                    isEmpty(call)
                        ? Intercept.undo(call, server, "error_info")
                        : server.answer(call)))
        .breaks("task.set_error_info.lengths");
  }

  private static boolean isEmpty(Call call) {
    return call.parameters().size() == 3
        && call.parameters().get(2) instanceof Value.Array array
        && array.items().isEmpty();
  }

  private static void maps(DefectBuilder defects) {
    defects
        .must("map-of-64-at-most", "set_other_config keeps the first 64 of 100 pairs")
        .at(SET)
        .by(SetterDefects.value(SET, SequenceDefects::cut))
        .breaks("task.set_other_config.sizes");
    defects
        .must("map-third-of-many-lost", "set_other_config loses the third of more than 8 pairs")
        .at(SET)
        .by(SetterDefects.value(SET, map -> withoutThird(map, 8)))
        .breaks("task.set_other_config.sizes");
    defects
        .must("map-ninth-add-lost", "add_to_other_config adds nothing to a map of 8")
        .at(ADD)
        .by(
            Intercept.calls(
                ADD,
                (call, server) -> {
                  boolean full =
                      server
                          .value(call, GET, Parameters.ref(call))
                          .filter(map -> ((Value.Struct) map).members().size() == 8)
                          .isPresent();
                  Answer answer = server.answer(call);
                  if (full && answer instanceof Answer.Success) {
                    server.call(call, REMOVE, Parameters.ref(call), Parameters.text(call, 2));
                  }
                  return answer;
                }))
        .breaks("task.add_to_other_config.ten");
  }

  private static Value cut(Value value) {
    if (value instanceof Value.Array array && array.items().size() > ROOM) {
      return new Value.Array(array.items().subList(0, ROOM));
    }
    return value instanceof Value.Struct struct && struct.members().size() > ROOM
        ? new Value.Struct(struct.members().subList(0, ROOM))
        : value;
  }

  private static Value withoutThird(Value value, int most) {
    if (value instanceof Value.Array array && array.items().size() > most) {
      return new Value.Array(without(array.items()));
    }
    return value instanceof Value.Struct struct && struct.members().size() > most
        ? new Value.Struct(without(struct.members()))
        : value;
  }

  private static <T> List<T> without(List<T> all) {
    List<T> left = new ArrayList<>(all);
    left.remove(2);
    return left;
  }

  private static void keys(DefectBuilder defects) {
    defects
        .must("map-key-returns-as-it-was", "a key that is added again has its old value")
        .at("keys that were removed")
        .by(removed((call, old) -> Parameters.with(call, 3, old)))
        .breaks("task.add_to_other_config.returns");
    defects
        .must("map-key-never-returns", "a key that was removed is added under another name")
        .at("keys that were removed")
        .by(removed((call, old) -> Parameters.with(call, 2, Value.of("kit.removed"))))
        .breaks("task.add_to_other_config.returns");
    defects
        .must("map-key-of-old-map-stays-taken", "a key that was added stays taken after a set")
        .at("keys of the map before")
        .by(
            Intercept.stateful(
                Set.of(ADD, REMOVE)::contains,
                () -> {
                  Set<String> taken = ConcurrentHashMap.newKeySet();
                  return (call, server) -> {
                    String key = Parameters.ref(call) + " " + Parameters.text(call, 2);
                    if (call.method().equals(REMOVE)) {
                      taken.remove(key);
                      return server.answer(call);
                    }
                    return taken.add(key) || call.parameters().size() != 4
                        ? server.answer(call)
                        : new Answer.Failure(
                            "MAP_DUPLICATE_KEY", List.of(Parameters.text(call, 2)));
                  };
                }))
        .breaks("task.add_to_other_config.after_set");
  }

  /** How a key is added that was removed before. */
  @FunctionalInterface
  private interface Again {
    Call add(Call call, Value old);
  }

  private static Alteration removed(Again again) {
    return Intercept.stateful(
        Set.of(ADD, REMOVE)::contains,
        () -> {
          Map<String, Value> removed = new ConcurrentHashMap<>();
          return (call, server) -> {
            String key = Parameters.ref(call) + " " + Parameters.text(call, 2);
            if (call.method().equals(ADD)) {
              return server.answer(
                  removed.containsKey(key) ? again.add(call, removed.get(key)) : call);
            }
            server
                .value(call, GET, Parameters.ref(call))
                .flatMap(map -> Values.get(map, Parameters.text(call, 2)))
                .ifPresent(old -> removed.put(key, old));
            return server.answer(call);
          };
        });
  }
}
