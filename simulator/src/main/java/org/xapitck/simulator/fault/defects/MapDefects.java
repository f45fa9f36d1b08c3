package org.xapitck.simulator.fault.defects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong with the map of a task. */
final class MapDefects {
  private static final String SET = "task.set_other_config";
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";
  private static final String GET = "task.get_other_config";

  private MapDefects() {}

  static void register(DefectBuilder defects) {
    setting(defects);
    adding(defects);
    removing(defects);
    isolation(defects);
    roles(defects);
  }

  /** The role above may still do it, so the messages themselves are in order. */
  private static void roles(DefectBuilder defects) {
    defects
        .must(
            "map-refused-to-pool-operator",
            "pool-operator is refused the three messages of other_config")
        .at("role of other_config")
        .by(
            Intercept.together(
                Stream.of(SET, ADD, REMOVE).map(MapDefects::ofPoolAdminAlone).toList()))
        .breaks(SET + ".role", ADD + ".role", REMOVE + ".role");
  }

  /** The table still says pool-operator, so that the account looks right; the call is refused. */
  private static Alteration ofPoolAdminAlone(String method) {
    Permission needed = Permission.of(method, Role.POOL_ADMIN);
    return Intercept.message(
        method,
        right ->
            right.withHandler(
                (caller, parameters) -> {
                  needed.require(caller.session().rights());
                  return right.handler().handle(caller, parameters);
                }));
  }

  private static void setting(DefectBuilder defects) {
    defects
        .must("map-set-ignored", "set_other_config succeeds and writes nothing")
        .at(SET)
        .by(Intercept.undone(SET, "other_config"))
        .breaks(
            "task.set_other_config.effect",
            "task.other_config.access",
            "task.other_config.meaning");
    defects
        .must("map-set-merges", "set_other_config keeps the entries that were there")
        .at(SET)
        .by(
            Intercept.calls(
                SET,
                (call, server) ->
                    call.parameters().size() == 3
                        ? server.answer(
                            Parameters.with(
                                call, 2, merged(call.parameters().get(2), call, server)))
                        : server.answer(call)))
        .breaks("task.set_other_config.replaces");
    defects
        .must("map-keys-in-small-letters", "keys of other_config lose their capitals")
        .at("keys of other_config")
        .by(keys(text -> text.toLowerCase(java.util.Locale.ROOT)))
        .breaks("text.other_config_key");
    defects
        .must("map-values-trimmed", "values of other_config lose blanks at their ends")
        .at("values of other_config")
        .by(added(String::strip))
        .breaks("text.other_config");
    defects
        .must("map-values-lose-accents", "values of other_config keep nothing but ASCII")
        .at("values of other_config")
        .by(added(text -> text.replaceAll("[^\\x00-\\x7F]", "?")))
        .breaks("text.other_config");
    defects
        .must("map-values-cut-at-32-kib", "values of other_config keep 32 KiB")
        .at("values of other_config")
        .by(added(CreateDefects::cut))
        .breaks("text.other_config_long");
  }

  private static Value merged(Value map, Call call, RightServer server) {
    if (!(map instanceof Value.Struct struct)) {
      return map;
    }
    Map<String, Value> all = new LinkedHashMap<>();
    server
        .value(call, GET, Parameters.ref(call))
        .ifPresent(
            old -> ((Value.Struct) old).members().forEach(m -> all.put(m.name(), m.value())));
    struct.members().forEach(m -> all.put(m.name(), m.value()));
    List<Value.Member> members = new ArrayList<>();
    all.forEach((name, value) -> members.add(new Value.Member(name, value)));
    return new Value.Struct(members);
  }

  private static Alteration keys(UnaryOperator<String> change) {
    return Intercept.together(
        Intercept.calls(
            ADD,
            (call, server) ->
                call.parameters().size() == 4
                    ? server.answer(
                        Parameters.with(call, 2, Values.text(call.parameters().get(2), change)))
                    : server.answer(call)),
        Intercept.calls(
            SET,
            (call, server) ->
                call.parameters().size() == 3
                        && call.parameters().get(2) instanceof Value.Struct struct
                    ? server.answer(
                        Parameters.with(
                            call,
                            2,
                            new Value.Struct(
                                struct.members().stream()
                                    .map(m -> new Value.Member(change.apply(m.name()), m.value()))
                                    .toList())))
                    : server.answer(call)));
  }

  private static Alteration added(UnaryOperator<String> change) {
    return Intercept.calls(
        ADD,
        (call, server) ->
            call.parameters().size() == 4
                ? server.answer(
                    Parameters.with(call, 3, Values.text(call.parameters().get(3), change)))
                : server.answer(call));
  }

  private static void adding(DefectBuilder defects) {
    defects
        .must("map-add-ignored", "add_to_other_config succeeds and writes nothing")
        .at(ADD)
        .by(undone(ADD))
        .breaks("task.add_to_other_config.effect");
    defects
        .must("map-add-alone", "add_to_other_config drops all other entries")
        .at(ADD)
        .by(
            Intercept.afterwards(
                ADD,
                (call, server) ->
                    server.call(
                        call,
                        SET,
                        Parameters.ref(call),
                        Value.texts(Map.of(Parameters.text(call, 2), Parameters.text(call, 3))))))
        .breaks("task.add_to_other_config.keeps");
    defects
        .must("map-add-overwrites", "add_to_other_config replaces the value of a key")
        .at(ADD)
        .by(duplicate((call, failure) -> new Answer.Success(Value.VOID), true))
        .breaks("task.add_to_other_config.duplicate", "error.duplicate_key");
    defects
        .must(
            "map-add-fails-and-overwrites",
            "add_to_other_config refuses a key twice, but takes the value")
        .at(ADD)
        .by(duplicate((call, failure) -> failure, true))
        .breaks("task.add_to_other_config.duplicate", "error.duplicate_key");
    defects
        .must("map-duplicate-is-invalid", "a key that is there already is an INVALID_VALUE")
        .at(ADD)
        .by(
            duplicate(
                (call, failure) ->
                    new Answer.Failure("INVALID_VALUE", List.of("key", Parameters.text(call, 2))),
                false))
        .breaks("task.add_to_other_config.duplicate", "error.duplicate_key");
  }

  private static Alteration undone(String method) {
    return Intercept.calls(
        method,
        (call, server) -> {
          Value before = server.value(call, GET, Parameters.ref(call)).orElse(Value.VOID);
          Answer answer = server.answer(call);
          if (answer instanceof Answer.Success) {
            server.call(call, SET, Parameters.ref(call), before);
          }
          return answer;
        });
  }

  private static Alteration duplicate(
      java.util.function.BiFunction<Call, Answer, Answer> said, boolean overwrites) {
    return Intercept.calls(
        ADD,
        (call, server) -> {
          Answer answer = server.answer(call);
          if (!Intercept.isFailure(answer, "MAP_DUPLICATE_KEY")) {
            return answer;
          }
          if (overwrites) {
            server.call(call, REMOVE, Parameters.ref(call), Parameters.text(call, 2));
            server.answer(call);
          }
          return said.apply(call, answer);
        });
  }

  private static void removing(DefectBuilder defects) {
    defects
        .must("map-remove-ignored", "remove_from_other_config succeeds and removes nothing")
        .at(REMOVE)
        .by(undone(REMOVE))
        .breaks("task.remove_from_other_config.effect");
    defects
        .must("map-remove-clears-all", "remove_from_other_config removes every key")
        .at(REMOVE)
        .by(
            Intercept.calls(
                REMOVE,
                (call, server) -> {
                  boolean there =
                      server
                          .value(call, GET, Parameters.ref(call))
                          .flatMap(map -> Values.get(map, Parameters.text(call, 2)))
                          .isPresent();
                  Answer answer = server.answer(call);
                  if (there && answer instanceof Answer.Success) {
                    server.call(call, SET, Parameters.ref(call), new Value.Struct(List.of()));
                  }
                  return answer;
                }))
        .breaks("task.remove_from_other_config.keeps");
    defects
        .must(
            "map-remove-fails-on-none", "remove_from_other_config refuses a key that is not there")
        .at(REMOVE)
        .by(
            Intercept.calls(
                REMOVE,
                (call, server) -> {
                  boolean lacks =
                      server
                          .value(call, GET, Parameters.ref(call))
                          .filter(map -> Values.get(map, Parameters.text(call, 2)).isEmpty())
                          .isPresent();
                  Answer answer = server.answer(call);
                  return lacks && answer instanceof Answer.Success
                      ? new Answer.Failure("MAP_NO_SUCH_KEY", List.of(Parameters.text(call, 2)))
                      : answer;
                }))
        .breaks("task.remove_from_other_config.missing");
  }

  private static void isolation(DefectBuilder defects) {
    for (String method : List.of(SET, ADD, REMOVE)) {
      String name = method.substring("task.".length());
      defects
          .must(Names.dashed(name) + "-moves-the-status", name + " makes the task cancelling")
          .at("isolation of " + name)
          .by(
              Intercept.afterwards(
                  method,
                  (call, server) ->
                      server.call(call, "task.set_status", Parameters.ref(call), "cancelling")))
          .breaks(method + ".isolation");
    }
  }
}
