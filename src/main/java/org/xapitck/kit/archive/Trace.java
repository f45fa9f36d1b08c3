package org.xapitck.kit.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.text.Printable;

/**
 * Which scenario of a real run judged which requirement, and which musts no scenario judged.
 *
 * @param lines requirement, then its scenarios, each with its verdict by wire
 * @param bare musts without a reason that no scenario reached on any wire; those that are new in
 *     the catalogue left out
 */
public record Trace(List<String> lines, List<String> bare) {

  public Trace {
    lines = List.copyOf(lines);
    bare = List.copyOf(bare);
  }

  /** Traces a run against the catalogue; a filtered run leaves the rest of the catalogue out. */
  public static Trace of(RunReport report, Catalogue catalogue) {
    Map<String, Map<String, List<ScenarioResult>>> found = new TreeMap<>();
    for (ScenarioResult scenario : report.scenarios()) {
      for (String id : scenario.requirements()) {
        found
            .computeIfAbsent(id, first -> new LinkedHashMap<>())
            .computeIfAbsent(scenario.feature() + ": " + scenario.name(), s -> new ArrayList<>())
            .add(scenario);
      }
    }
    List<String> lines = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (Requirement requirement : scope(report, catalogue)) {
      lines.add(
          requirement.id()
              + "  "
              + requirement.level().id()
              + requirement.grace().map(why -> ", " + why).orElse(""));
      Map<String, List<ScenarioResult>> scenarios = found.getOrDefault(requirement.id(), Map.of());
      new TreeMap<>(scenarios).forEach((name, runs) -> lines.add("  " + line(name, runs)));
      if (scenarios.isEmpty()) {
        lines.add("  no scenario ran" + requirement.reason().map(r -> ": " + r).orElse(""));
        boolean must = requirement.level() == Level.MUST && requirement.grace().isEmpty();
        if (must && requirement.reason().isEmpty()) {
          bare.add(requirement.id());
        }
      }
    }
    return new Trace(lines, bare);
  }

  private static List<Requirement> scope(RunReport report, Catalogue catalogue) {
    if (!report.verdicts().scope().isFiltered()) {
      return catalogue.requirements();
    }
    TreeSet<String> selected = new TreeSet<>();
    report.verdicts().all().forEach(entry -> selected.add(entry.requirement().id()));
    return catalogue.requirements().stream().filter(one -> selected.contains(one.id())).toList();
  }

  private static String line(String name, List<ScenarioResult> runs) {
    return Printable.stripped(name)
        + "  "
        + runs.stream()
            .map(run -> run.wire().id() + " " + run.verdict().id())
            .sorted()
            .collect(Collectors.joining(", "));
  }
}
