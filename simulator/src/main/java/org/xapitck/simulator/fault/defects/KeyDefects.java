package org.xapitck.simulator.fault.defects;

import java.util.List;
import java.util.function.BiPredicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;

/** Keys of a map that are nearly the same are taken for one. */
final class KeyDefects {
  private static final String ADD = "task.add_to_other_config";
  private static final String REMOVE = "task.remove_from_other_config";

  private KeyDefects() {}

  static void register(DefectBuilder defects) {
    removing(
        defects,
        "map-remove-takes-longer-keys",
        "that begin with it",
        (key, other) -> other.startsWith(key));
    removing(
        defects,
        "map-remove-takes-shorter-keys",
        "that it begins with",
        (key, other) -> key.startsWith(other));
    removing(defects, "map-remove-in-any-case", "in other case", String::equalsIgnoreCase);
    adding(
        defects,
        "map-add-finds-longer-keys",
        "that another begins with",
        (key, other) -> other.startsWith(key));
    adding(defects, "map-add-in-any-case", "that is there in other case", String::equalsIgnoreCase);
  }

  private static void removing(
      DefectBuilder defects, String id, String which, BiPredicate<String, String> alike) {
    defects
        .must(id, "remove_from_other_config removes the keys " + which + " as well")
        .at(REMOVE)
        .by(
            Intercept.calls(
                REMOVE,
                (call, server) -> {
                  List<String> alikes = alikes(call, server, alike);
                  Answer answer = server.answer(call);
                  if (answer instanceof Answer.Success) {
                    alikes.forEach(key -> server.call(call, REMOVE, Parameters.ref(call), key));
                  }
                  return answer;
                }))
        .breaks(REMOVE + ".keeps");
  }

  private static void adding(
      DefectBuilder defects, String id, String which, BiPredicate<String, String> alike) {
    defects
        .must(id, "add_to_other_config refuses a key " + which)
        .at(ADD)
        .by(refusing(alike))
        .breaks(ADD + ".keeps");
  }

  private static Alteration refusing(BiPredicate<String, String> alike) {
    return Intercept.calls(
        ADD,
        (call, server) ->
            call.parameters().size() != 4 || alikes(call, server, alike).isEmpty()
                ? server.answer(call)
                : new Answer.Failure(
                    "MAP_DUPLICATE_KEY",
                    List.of(
                        "task", "other_config", Parameters.ref(call), Parameters.text(call, 2))));
  }

  /** The other keys of the map that are like the one of the call. */
  private static List<String> alikes(
      Call call, RightServer server, BiPredicate<String, String> alike) {
    String key = Parameters.text(call, 2);
    return server.value(call, "task.get_other_config", Parameters.ref(call)).stream()
        .flatMap(map -> ((Value.Struct) map).members().stream())
        .map(Value.Member::name)
        .filter(other -> !other.equals(key) && alike.test(key, other))
        .toList();
  }
}
