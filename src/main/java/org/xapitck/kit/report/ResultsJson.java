package org.xapitck.kit.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Cause;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** {@code results.json}: the file for machines. Its form is {@code reports/results.schema.json}. */
public final class ResultsJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The name of the schema; a reader knows by it whether the file is one of these. */
  static final String SCHEMA = "urn:xapi-task-tck:results:1";

  /** The same without the number of its version: what any kit's file has. */
  private static final String FAMILY = "urn:xapi-task-tck:results:";

  private static final Comparator<ScenarioResult> ORDER =
      Comparator.comparing(ScenarioResult::wire)
          .thenComparing(ScenarioResult::feature)
          .thenComparing(ScenarioResult::name)
          .thenComparing(ScenarioResult::message);

  private ResultsJson() {}

  /** Whether a file is one of these, of this kit or of another version. */
  static boolean isOurs(Path file) {
    try (JsonParser parser = MAPPER.createParser(file.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean schema = parser.currentName().equals("schema");
        parser.nextToken();
        if (schema) {
          return String.valueOf(parser.getText()).startsWith(FAMILY);
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  public static String write(RunReport report) {
    try {
      return MAPPER.writeValueAsString(wellFormed(tree(report))) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }

  private static Map<String, Object> tree(RunReport report) {
    Scope scope = report.verdicts().scope();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schema", SCHEMA);
    tree.put("kit", report.kit());
    tree.put("catalogue", report.catalogue());
    report.contract().ifPresent(text -> tree.put("contract", contract(text)));
    tree.put("server", report.server().getOrDefault("url", ""));
    tree.put("server_says", withoutUrl(report.server()));
    tree.put("release", report.release());
    tree.put("wires", report.wires().stream().map(Wire::id).toList());
    tree.put("not_served", notServed(scope));
    tree.put("verdict", report.overall().id());
    tree.put("exit", report.exitCode());
    tree.put("filtered", scope.isFiltered());
    tree.put("filter", scope.filter());
    tree.put("selection", selection(scope.selection()));
    tree.put("baseline", baseline(report.verdicts()));
    tree.put("totals", totals(report.verdicts().totals()));
    Map<String, Object> byWire = new LinkedHashMap<>();
    report.wires().forEach(wire -> byWire.put(wire.id(), totals(report.verdicts().totals(wire))));
    tree.put("totals_by_wire", byWire);
    tree.put("notices", report.notices());
    tree.put("accounts", report.accounts());
    tree.put("missing_accounts", report.missingAccounts());
    tree.put("command", report.command());
    tree.put("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
    Map<String, Object> phases = new LinkedHashMap<>();
    report.phases().forEach((name, took) -> phases.put(name, took.toMillis()));
    tree.put("phases_ms", phases);
    Map<String, Object> calls = new LinkedHashMap<>();
    report.wires().forEach(wire -> calls.put(wire.id(), report.calls().getOrDefault(wire, 0L)));
    tree.put("calls", calls);
    tree.put("causes", causes(report.verdicts()));
    tree.put("requirements", requirements(report.verdicts()));
    tree.put("scenarios", scenarios(report.scenarios()));
    return tree;
  }

  private static Map<String, Object> contract(Citation text) {
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("title", text.words());
    contract.put("address", text.address().map(URI::toString).orElse(""));
    return contract;
  }

  private static Map<String, Object> selection(Filter filter) {
    Map<String, Object> selection = new LinkedHashMap<>();
    selection.put("tags", filter.tags());
    selection.put("shard", filter.shard().toString());
    selection.put("missing", filter.missing());
    return selection;
  }

  private static List<Map<String, Object>> causes(Verdicts verdicts) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Cause cause : Cause.of(verdicts)) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("requirement", cause.requirement().id());
      map.put("level", cause.requirement().level().id());
      map.put("wires", cause.wires().stream().map(Wire::id).toList());
      map.put("expected", cause.deviation().expected());
      map.put("actual", cause.deviation().actual());
      map.put("call", cause.deviation().call());
      map.put("known", cause.isKnown(verdicts));
      cause
          .requirement()
          .citation()
          .address()
          .ifPresent(address -> map.put("contract", address.toString()));
      map.put("blocks", List.copyOf(cause.blocks()));
      list.add(map);
    }
    return list;
  }

  private static Map<String, Object> deviation(Deviation deviation) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("demand", deviation.demand());
    map.put("expected", deviation.expected());
    map.put("actual", deviation.actual());
    map.put("call", deviation.call());
    map.put("grace", deviation.grace());
    map.put("contract", deviation.contract());
    map.put("rerun", deviation.rerun());
    return map;
  }

  private static Map<String, Object> baseline(Verdicts verdicts) {
    Map<String, Object> baseline = new LinkedHashMap<>();
    baseline.put("entries", verdicts.baseline().entries().size());
    baseline.put("known_failures", verdicts.knownFailures());
    baseline.put("stale", verdicts.staleEntries());
    return baseline;
  }

  private static Map<String, String> withoutUrl(Map<String, String> server) {
    Map<String, String> rest = new LinkedHashMap<>(server);
    rest.remove("url");
    return rest;
  }

  private static Map<String, String> notServed(Scope scope) {
    Map<String, String> notServed = new LinkedHashMap<>();
    scope.wires().stream()
        .sorted()
        .filter(scope.notServed()::containsKey)
        .forEach(wire -> notServed.put(wire.id(), scope.notServed().get(wire).text()));
    return notServed;
  }

  private static Map<String, Integer> totals(Map<Verdict, Integer> totals) {
    Map<String, Integer> byWord = new LinkedHashMap<>();
    totals.forEach((verdict, number) -> byWord.put(verdict.id(), number));
    return byWord;
  }

  private static List<Map<String, Object>> requirements(Verdicts verdicts) {
    List<Map<String, Object>> list = new ArrayList<>(verdicts.all().size());
    for (RequirementVerdict entry : verdicts.all()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("id", entry.requirement().id());
      map.put("level", entry.requirement().level().id());
      map.put("wire", entry.wire().id());
      map.put("verdict", entry.verdict().id());
      entry.requirement().newIn().ifPresent(version -> map.put("new_in", version));
      map.put("known", verdicts.known(entry).map(Baseline.Entry::reason).orElse(""));
      map.put("message", entry.message());
      entry.because().ifPresent(because -> map.put("because", because));
      entry.deviation().ifPresent(deviation -> map.put("deviation", deviation(deviation)));
      map.put("scenarios", entry.scenarios());
      list.add(map);
    }
    return list;
  }

  private static List<Map<String, Object>> scenarios(List<ScenarioResult> all) {
    List<Map<String, Object>> list = new ArrayList<>(all.size());
    for (ScenarioResult result : all.stream().sorted(ORDER).toList()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("feature", result.feature());
      map.put("rule", result.rule());
      map.put("name", result.name());
      map.put("wire", result.wire().id());
      result.place().role().ifPresent(role -> map.put("role", role.id()));
      map.put("verdict", result.verdict().id());
      map.put("message", result.message());
      result.because().ifPresent(because -> map.put("because", because));
      result.newIn().ifPresent(version -> map.put("new_in", version));
      map.put("known", result.known().orElse(""));
      map.put("requirements", result.requirements());
      map.put("ms", result.took().toMillis());
      list.add(map);
    }
    return list;
  }

  private static Object wellFormed(Object node) {
    if (node instanceof String text) {
      return wellFormed(text);
    }
    if (node instanceof List<?> list) {
      return list.stream().map(element -> wellFormed((Object) element)).toList();
    }
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> wellFormed = new LinkedHashMap<>();
      map.forEach((key, value) -> wellFormed.put(key, wellFormed(value)));
      return wellFormed;
    }
    return node;
  }

  /** A lone surrogate has no UTF-8; Jackson would refuse the whole file for it. */
  private static String wellFormed(String text) {
    StringBuilder wellFormed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        if (wellFormed == null) {
          wellFormed = new StringBuilder(text);
        }
        wellFormed.setCharAt(i, '\uFFFD');
      }
    }
    return wellFormed == null ? text : wellFormed.toString();
  }
}
