package org.xapitck.simulator.fault.defects;

import static org.xapitck.simulator.fault.defects.Names.ids;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Alter;
import org.xapitck.simulator.fault.alter.Wire;
import org.xapitck.simulator.rpc.Value;

/** What goes wrong on one or both of the JSON wires alone. */
final class OfJson {
  private static final Set<Wire> FIRST = EnumSet.of(Wire.JSONRPC1);
  private static final Set<Wire> SECOND = EnumSet.of(Wire.JSONRPC2);

  private OfJson() {}

  static void sow(Sowing sowing) {
    version1(sowing);
    version2(sowing);
    both(sowing);
    types(sowing);
  }

  private static void version1(Sowing sowing) {
    form(sowing, FIRST, "json1-success-without-error", "a success has no member error")
        .by(Alter.successes(FIRST, body -> body.replace(",\"error\":null", "")))
        .breaks("wire.json1.members");
    form(sowing, FIRST, "json1-result-and-error", "a failure has a result beside its error")
        .by(
            Alter.failures(
                FIRST, body -> body.replace("{\"result\":null", "{\"result\":\"failed\"")))
        .breaks("wire.json1.members");
    form(sowing, FIRST, "json1-error-as-object", "an error has the form of JSON-RPC 2.0")
        .by(Alter.failures(FIRST, OfJson::errorAsObject))
        .breaks("wire.json1.error");
    form(sowing, FIRST, "json1-error-as-text", "an error is one text")
        .by(
            Alter.failures(
                FIRST,
                body -> body.replaceFirst("\"error\":\\[\"([^\"]*)\".*\\]", "\"error\":\"$1\"")))
        .breaks("wire.json1.error");
  }

  private static String errorAsObject(String body) {
    return body.replaceFirst(
        "\"error\":\\[\"([^\"]*)\",?(.*)\\],\"id\"",
        "\"error\":{\"code\":1,\"message\":\"$1\",\"data\":[$2]},\"id\"");
  }

  private static void version2(Sowing sowing) {
    form(sowing, SECOND, "json2-without-version", "an answer does not name the version")
        .by(body(SECOND, body -> body.replaceFirst("\"jsonrpc\":\"2.0\",", "")))
        .breaks("wire.json2.version");
    form(sowing, SECOND, "json2-version-as-number", "the version is the number 2.0")
        .by(body(SECOND, body -> body.replaceFirst("\"jsonrpc\":\"2.0\"", "\"jsonrpc\":2.0")))
        .breaks("wire.json2.version");
    form(sowing, SECOND, "json2-success-with-null-error", "a success has a null for an error")
        .by(
            Alter.successes(
                SECOND, body -> body.replaceFirst(",\"id\":", ",\"error\":null,\"id\":")))
        .breaks("wire.json2.members");
    form(sowing, SECOND, "json2-result-and-error", "a failure has a result beside its error")
        .by(
            Alter.failures(
                SECOND, body -> body.replaceFirst("\"error\":", "\"result\":\"\",\"error\":")))
        .breaks("wire.json2.members");
    form(sowing, SECOND, "json2-code-as-text", "the code of an error is a text")
        .by(Alter.failures(SECOND, body -> body.replaceFirst("\"code\":1", "\"code\":\"1\"")))
        .breaks("wire.json2.error");
    form(sowing, SECOND, "json2-code-zero", "the code of an error is 0")
        .by(Alter.failures(SECOND, body -> body.replaceFirst("\"code\":1", "\"code\":0")))
        .breaks("wire.json2.error");
    form(sowing, SECOND, "json2-error-without-data", "an error has no data")
        .by(Alter.failures(SECOND, body -> body.replaceFirst(",\"data\":\\[.*\\]\\}", "}")))
        .breaks("wire.json2.error_data");
    form(sowing, SECOND, "json2-error-as-array", "an error has the form of JSON-RPC 1.0")
        .by(
            Alter.failures(
                SECOND,
                body ->
                    body.replaceFirst(
                            "\\{\"code\":1,\"message\":(\"[^\"]*\"),\"data\":\\[(.*)\\]\\}",
                            "[$1,$2]")
                        .replace(",],", "],")))
        .breaks("wire.json2.error");
    form(sowing, SECOND, "json2-answered-as-1", "a call of 2.0 is answered in the form of 1.0")
        .by(
            Alter.successes(
                SECOND,
                body ->
                    body.replaceFirst("\"jsonrpc\":\"2.0\",", "")
                        .replaceFirst(",\"id\":(\\d+)\\}$", ",\"error\":null,\"id\":$1}")))
        .breaks("wire.json2.version", "wire.json2.members");
  }

  private static void both(Sowing sowing) {
    for (Set<Wire> wires : List.of(FIRST, SECOND)) {
      String rule = wires == FIRST ? "wire.json1." : "wire.json2.";
      String name = wires == FIRST ? "json1" : "json2";
      form(sowing, wires, name + "-id-as-text", "the id of an answer is a text")
          .by(body(wires, body -> body.replaceFirst("\"id\":(\\d+)\\}$", "\"id\":\"$1\"}")))
          .breaks(rule + "id");
      form(sowing, wires, name + "-id-always-0", "the id of an answer is always 0")
          .by(body(wires, body -> body.replaceFirst("\"id\":(\\d+)\\}$", "\"id\":0}")))
          .breaks(rule + "id");
      form(sowing, wires, name + "-in-latin-1", "texts are sent in Latin-1")
          .by(Alter.successes(wires, OfXmlRpc::latin1))
          .breaks(rule + "well_formed");
      form(sowing, wires, name + "-trailing-comma", "failures end with a comma too many")
          .by(Alter.failures(wires, body -> body.replaceFirst("\\}$", ",}")))
          .breaks(rule + "well_formed");
    }
    form(sowing, SECOND, "json2-failure-by-http-500", "an error of the API comes with HTTP 500")
        .by(Alter.status(SECOND, "HANDLE_INVALID", 500))
        .breaks("wire.json2.well_formed");
    form(sowing, FIRST, "json1-session-by-http-401", "SESSION_INVALID comes with HTTP 401")
        .by(Alter.status(FIRST, "SESSION_INVALID", 401))
        .breaks("wire.json1.well_formed");
  }

  private static void types(Sowing sowing) {
    for (Set<Wire> wires : List.of(FIRST, SECOND)) {
      String rule = wires == FIRST ? "wire.json1." : "wire.json2.";
      String name = wires == FIRST ? "json1" : "json2";
      type(sowing, wires, name + "-floats-as-text", "numbers are texts", OfXmlRpc::floatAsText)
          .also(OfXmlRpc.FLOATS)
          .breaks(Names.join(List.of(rule + "float"), ids("progress", "type")));
      type(sowing, wires, name + "-dates-as-numbers", "points in time are numbers", OfJson::epoch)
          .also(OfXmlRpc.DATES)
          .breaks(Names.join(List.of(rule + "datetime"), ids("created", "type")));
      type(
              sowing,
              wires,
              name + "-empty-sets-as-nothing",
              "an empty set is nothing",
              OfXmlRpc::emptySet)
          .also(OfXmlRpc.EMPTY_SETS)
          .breaks(Names.join(List.of(rule + "set"), ids("error_info", "type")));
      type(sowing, wires, name + "-maps-as-arrays", "maps are arrays", OfXmlRpc::mapAsArray)
          .also(OfXmlRpc.MAPS)
          .breaks(Names.join(List.of(rule + "map"), ids("other_config", "type")));
      sowing
          .must(name + "-void-as-false", "destroy answers false over " + title(wires))
          .at("types of " + name)
          .on(wires)
          .by(Alter.value(wires, "task.destroy", v -> new Value.Bool(false)))
          .breaks(
              Names.join(
                  List.of(rule + "void"), ids("destroy", "published", "parameters", "result")));
      sowing
          .must(name + "-status-as-number", "the status is a number over " + title(wires))
          .at("types of " + name)
          .on(wires)
          .by(Alter.value(wires, "task.get_status", v -> new Value.Int32(0)))
          .also(OfXmlRpc.STATUSES)
          .breaks(rule + "string", "task.get_status.result");
    }
  }

  private static Value epoch(Value value) {
    return value instanceof Value.Time ? new Value.Int(1) : value;
  }

  private static Alteration body(Set<Wire> wires, UnaryOperator<String> rewrite) {
    return Alter.bodies(wires, answer -> true, rewrite);
  }

  private static Sowing.Sentence form(Sowing sowing, Set<Wire> wires, String id, String sentence) {
    return sowing
        .must(id, sentence + " over " + title(wires))
        .at("form of " + (wires == FIRST ? "json1" : "json2"))
        .on(wires);
  }

  private static Sowing.Sentence type(
      Sowing sowing, Set<Wire> wires, String id, String sentence, UnaryOperator<Value> change) {
    return sowing
        .must(id, sentence + " over " + title(wires))
        .at("types of " + (wires == FIRST ? "json1" : "json2"))
        .on(wires)
        .by(Alter.values(wires, change));
  }

  private static String title(Set<Wire> wires) {
    return wires == FIRST ? "JSON-RPC 1.0" : "JSON-RPC 2.0";
  }
}
