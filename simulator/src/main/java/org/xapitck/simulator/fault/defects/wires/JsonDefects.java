package org.xapitck.simulator.fault.defects.wires;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.fault.defects.DefectBuilder;
import org.xapitck.simulator.fault.defects.Names;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** What goes wrong on one or both of the JSON wires alone. */
public final class JsonDefects {
  private static final Set<Wire> FIRST = EnumSet.of(Wire.JSONRPC1);
  private static final Set<Wire> SECOND = EnumSet.of(Wire.JSONRPC2);

  private JsonDefects() {}

  /** Adds these to the table. */
  public static void register(DefectBuilder defects) {
    version1(defects);
    version2(defects);
    both(defects);
    types(defects);
  }

  private static void version1(DefectBuilder defects) {
    form(defects, FIRST, "json1-success-without-error", "a success has no member error")
        .by(Intercept.successes(FIRST, body -> body.replace(",\"error\":null", "")))
        .breaks("wire.json1.members");
    form(defects, FIRST, "json1-result-and-error", "a failure has a result beside its error")
        .by(
            Intercept.failures(
                FIRST, body -> body.replace("{\"result\":null", "{\"result\":\"failed\"")))
        .breaks("wire.json1.members");
    form(defects, FIRST, "json1-error-as-object", "an error has the form of JSON-RPC 2.0")
        .by(Intercept.failures(FIRST, JsonDefects::errorAsObject))
        .breaks("wire.json1.error");
    form(defects, FIRST, "json1-error-as-text", "an error is one text")
        .by(
            Intercept.failures(
                FIRST,
                body -> body.replaceFirst("\"error\":\\[\"([^\"]*)\".*\\]", "\"error\":\"$1\"")))
        .breaks("wire.json1.error");
  }

  private static String errorAsObject(String body) {
    return body.replaceFirst(
        "\"error\":\\[\"([^\"]*)\",?(.*)\\],\"id\"",
        "\"error\":{\"code\":1,\"message\":\"$1\",\"data\":[$2]},\"id\"");
  }

  private static void version2(DefectBuilder defects) {
    form(defects, SECOND, "json2-without-version", "an answer does not name the version")
        .by(body(SECOND, body -> body.replaceFirst("\"jsonrpc\":\"2.0\",", "")))
        .breaks("wire.json2.version");
    form(defects, SECOND, "json2-version-as-number", "the version is the number 2.0")
        .by(body(SECOND, body -> body.replaceFirst("\"jsonrpc\":\"2.0\"", "\"jsonrpc\":2.0")))
        .breaks("wire.json2.version");
    form(defects, SECOND, "json2-success-with-null-error", "a success has a null for an error")
        .by(
            Intercept.successes(
                SECOND, body -> body.replaceFirst(",\"id\":", ",\"error\":null,\"id\":")))
        .breaks("wire.json2.members");
    form(defects, SECOND, "json2-result-and-error", "a failure has a result beside its error")
        .by(
            Intercept.failures(
                SECOND, body -> body.replaceFirst("\"error\":", "\"result\":\"\",\"error\":")))
        .breaks("wire.json2.members");
    form(defects, SECOND, "json2-code-as-text", "the code of an error is a text")
        .by(Intercept.failures(SECOND, body -> body.replaceFirst("\"code\":1", "\"code\":\"1\"")))
        .breaks("wire.json2.error");
    form(defects, SECOND, "json2-code-zero", "the code of an error is 0")
        .by(Intercept.failures(SECOND, body -> body.replaceFirst("\"code\":1", "\"code\":0")))
        .breaks("wire.json2.error");
    form(defects, SECOND, "json2-error-without-data", "an error has no data")
        .by(Intercept.failures(SECOND, body -> body.replaceFirst(",\"data\":\\[.*\\]\\}", "}")))
        .breaks("wire.json2.error_data");
    form(defects, SECOND, "json2-error-as-array", "an error has the form of JSON-RPC 1.0")
        .by(
            Intercept.failures(
                SECOND,
                body ->
                    body.replaceFirst(
                            "\\{\"code\":1,\"message\":(\"[^\"]*\"),\"data\":\\[(.*)\\]\\}",
                            "[$1,$2]")
                        .replace(",],", "],")))
        .breaks("wire.json2.error");
    form(defects, SECOND, "json2-answered-as-1", "a call of 2.0 is answered in the form of 1.0")
        .by(
            Intercept.successes(
                SECOND,
                body ->
                    body.replaceFirst("\"jsonrpc\":\"2.0\",", "")
                        .replaceFirst(",\"id\":(\\d+)\\}$", ",\"error\":null,\"id\":$1}")))
        .breaks("wire.json2.version", "wire.json2.members");
  }

  private static void both(DefectBuilder defects) {
    for (Set<Wire> wires : List.of(FIRST, SECOND)) {
      String rule = wires == FIRST ? "wire.json1." : "wire.json2.";
      String name = wires == FIRST ? "json1" : "json2";
      form(defects, wires, name + "-id-as-text", "the id of an answer is a text")
          .by(body(wires, body -> body.replaceFirst("\"id\":(\\d+)\\}$", "\"id\":\"$1\"}")))
          .breaks(rule + "id");
      form(defects, wires, name + "-id-always-0", "the id of an answer is always 0")
          .by(body(wires, body -> body.replaceFirst("\"id\":(\\d+)\\}$", "\"id\":0}")))
          .breaks(rule + "id");
      form(defects, wires, name + "-text-id-lost-by-failures", "a failure has no id that is a text")
          .by(
              Intercept.failures(
                  wires, body -> body.replaceFirst("\"id\":\"[^\"]*\"\\}$", "\"id\":null}")))
          .breaks(rule + "request.ids");
      form(defects, wires, name + "-id-0-lost-by-failures", "a failure has null for the id 0")
          .by(Intercept.failures(wires, body -> body.replaceFirst("\"id\":0\\}$", "\"id\":null}")))
          .breaks(rule + "request.ids");
      form(defects, wires, name + "-in-latin-1", "texts are sent in Latin-1")
          .by(Intercept.successes(wires, XmlRpcDefects::latin1))
          .breaks(rule + "well_formed");
      form(defects, wires, name + "-trailing-comma", "failures end with a comma too many")
          .by(Intercept.failures(wires, body -> body.replaceFirst("\\}$", ",}")))
          .breaks(rule + "well_formed");
    }
    form(defects, SECOND, "json2-failure-by-http-500", "an error of the API comes with HTTP 500")
        .by(Intercept.status(SECOND, "HANDLE_INVALID", 500))
        .breaks("wire.json2.well_formed");
    form(defects, FIRST, "json1-session-by-http-401", "SESSION_INVALID comes with HTTP 401")
        .by(Intercept.status(FIRST, "SESSION_INVALID", 401))
        .breaks("wire.json1.well_formed");
  }

  private static void types(DefectBuilder defects) {
    for (Set<Wire> wires : List.of(FIRST, SECOND)) {
      String rule = wires == FIRST ? "wire.json1." : "wire.json2.";
      String name = wires == FIRST ? "json1" : "json2";
      type(
              defects,
              wires,
              name + "-floats-as-text",
              "numbers are texts",
              XmlRpcDefects::floatAsText)
          .breaks(rule + "float");
      type(
              defects,
              wires,
              name + "-dates-as-numbers",
              "points in time are numbers",
              JsonDefects::epoch)
          .breaks(rule + "datetime");
      type(
              defects,
              wires,
              name + "-empty-sets-as-nothing",
              "an empty set is nothing",
              XmlRpcDefects::emptySet)
          .breaks(rule + "set");
      type(defects, wires, name + "-maps-as-arrays", "maps are arrays", XmlRpcDefects::mapAsArray)
          .breaks(rule + "map");
      defects
          .must(name + "-void-as-false", "destroy answers false over " + title(wires))
          .at("types of " + name)
          .on(wires)
          .by(Intercept.value(wires, "task.destroy", v -> new Value.Bool(false)))
          .breaks("task.destroy.result");
      whole(defects, wires, name, title(wires), rule);
      defects
          .must(name + "-status-as-number", "the status is a number over " + title(wires))
          .at("types of " + name)
          .on(wires)
          .by(Intercept.value(wires, "task.get_status", v -> new Value.Int32(0)))
          .breaks("task.get_status.result");
    }
  }

  /** Types that go wrong wherever the class has them. */
  static void whole(
      DefectBuilder defects, Set<Wire> wires, String name, String title, String rule) {
    defects
        .must(name + "-voids-as-true", "nothing is true over " + title)
        .at("types of " + name)
        .on(wires)
        .by(
            Intercept.together(
                Names.CHANGING.stream()
                    .map(message -> Intercept.value(wires, "task." + message, Values::ofNoType))
                    .toList()))
        .breaks(rule + "void");
    defects
        .must(name + "-texts-as-numbers", "each field that is a text is a number over " + title)
        .at("types of " + name)
        .on(wires)
        .by(
            Intercept.together(
                Stream.of(
                        Names.TEXTS.stream()
                            .map(
                                field ->
                                    Intercept.value(
                                        wires, "task.get_" + field, v -> new Value.Int32(0))),
                        Names.TEXTS.stream()
                            .map(
                                field ->
                                    Intercept.value(
                                        wires,
                                        "task.get_record",
                                        v -> Values.member(v, field, m -> new Value.Int32(0)))))
                    .flatMap(some -> some)
                    .toList()))
        .breaks(rule + "string");
  }

  private static Value epoch(Value value) {
    return value instanceof Value.Time ? new Value.Int(1) : value;
  }

  private static Alteration body(Set<Wire> wires, UnaryOperator<String> rewrite) {
    return Intercept.bodies(wires, answer -> true, rewrite);
  }

  private static DefectBuilder.Sentence form(
      DefectBuilder defects, Set<Wire> wires, String id, String sentence) {
    return defects
        .must(id, sentence + " over " + title(wires))
        .at("form of " + (wires == FIRST ? "json1" : "json2"))
        .on(wires);
  }

  private static DefectBuilder.Sentence type(
      DefectBuilder defects,
      Set<Wire> wires,
      String id,
      String sentence,
      UnaryOperator<Value> change) {
    return defects
        .must(id, sentence + " over " + title(wires))
        .at("types of " + (wires == FIRST ? "json1" : "json2"))
        .on(wires)
        .by(Intercept.values(wires, change));
  }

  private static String title(Set<Wire> wires) {
    return wires == FIRST ? "JSON-RPC 1.0" : "JSON-RPC 2.0";
  }
}
