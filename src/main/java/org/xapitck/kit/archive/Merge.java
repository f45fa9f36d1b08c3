package org.xapitck.kit.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * Joins runs that each did a part: shards, or wires one by one. If several parts judged a
 * requirement, the worst verdict wins, as within a run. If a part is missing, the whole is
 * filtered, so that half a run never looks like a certificate.
 */
public final class Merge {
  private static final List<Verdict> WORST_FIRST = Judgement.worstFirst();

  private final List<RunReport> parts;
  private final Catalogue catalogue;

  private Merge(List<RunReport> parts, Catalogue catalogue) {
    this.parts = List.copyOf(parts);
    this.catalogue = catalogue;
  }

  /**
   * The run that the parts make together.
   *
   * @throws BadArchive where they were judged by different words
   */
  public static RunReport of(List<RunReport> parts, Catalogue catalogue) {
    if (parts.isEmpty()) {
      throw new BadArchive("nothing to merge: give report folders");
    }
    Merge merge = new Merge(parts, catalogue);
    merge.same("catalogue", RunReport::catalogue);
    merge.same("kit", RunReport::kit);
    merge.same("release", RunReport::release);
    merge.same("tags", part -> part.verdicts().scope().selection().tags());
    if (!parts.get(0).catalogue().equals(catalogue.version())) {
      throw new BadArchive(
          "the parts were judged by catalogue "
              + parts.get(0).catalogue()
              + " and this kit has "
              + catalogue.version()
              + ": merge them with the kit that ran them");
    }
    merge.refuseTheSameTwice();
    return merge.report();
  }

  /** Its calls and scenarios would count twice. */
  private void refuseTheSameTwice() {
    Set<List<Object>> runs = new HashSet<>();
    for (RunReport part : parts) {
      Scope scope = part.verdicts().scope();
      if (!runs.add(List.of(part.started(), scope.selection(), scope.wires(), part.calls()))) {
        throw new BadArchive(
            "the run of "
                + part.started()
                + " is among the parts twice: name each report folder once");
      }
    }
  }

  private void same(String what, Function<RunReport, String> key) {
    Set<String> values = parts.stream().map(key).collect(Collectors.toCollection(TreeSet::new));
    if (values.size() > 1) {
      throw new BadArchive(
          "the parts differ in their " + what + " (" + String.join("; ", values) + "): run again");
    }
  }

  private RunReport report() {
    Scope scope = scope();
    RunReport first = parts.stream().min(Comparator.comparing(RunReport::started)).orElseThrow();
    Verdicts verdicts = Verdicts.of(requirements(scope), scope).under(baseline(), false);
    RunReport.Builder report =
        RunReport.of(verdicts)
            .kit(first.kit())
            .catalogue(first.catalogue())
            .contract(first.contract())
            .release(first.release())
            .accounts(union(RunReport::accounts), union(RunReport::missingAccounts))
            .command(String.join("\n", union(part -> List.of(part.command()))))
            .started(first.started())
            .calls(calls())
            .scenarios(scenarios());
    first.server().forEach(report::server);
    report.server("url", urls());
    report.server("merged of", parts.size() + " runs");
    union(RunReport::notices).forEach(report::notice);
    boolean kitError = parts.stream().anyMatch(p -> p.exitCode() == Verdicts.EXIT_KIT_ERROR);
    if (kitError && verdicts.exitCode() != Verdicts.EXIT_NON_CONFORMANT) {
      report.ended(Overall.INCOMPLETE, Verdicts.EXIT_KIT_ERROR);
    }
    return report.build(Redaction.DONE);
  }

  private String urls() {
    return parts.stream()
        .map(part -> part.server().getOrDefault("url", ""))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private List<String> union(Function<RunReport, List<String>> list) {
    return parts.stream().flatMap(part -> list.apply(part).stream()).distinct().toList();
  }

  private Map<Wire, Long> calls() {
    Map<Wire, Long> calls = new EnumMap<>(Wire.class);
    parts.forEach(part -> part.calls().forEach((wire, n) -> calls.merge(wire, n, Long::sum)));
    return calls;
  }

  /** A scenario that two parts ran counts once, with the worse verdict. */
  private List<ScenarioResult> scenarios() {
    Map<List<Object>, ScenarioResult> byName = new LinkedHashMap<>();
    for (RunReport part : parts) {
      for (ScenarioResult scenario : part.scenarios()) {
        byName.merge(
            List.of(scenario.wire(), scenario.feature(), scenario.name()),
            scenario,
            (a, b) -> badness(a.verdict()) <= badness(b.verdict()) ? a : b);
      }
    }
    return List.copyOf(byName.values());
  }

  private Scope scope() {
    Set<Wire> wires = EnumSet.noneOf(Wire.class);
    parts.forEach(part -> wires.addAll(part.verdicts().scope().wires()));
    Scope scope = Scope.whole(wires);
    for (RunReport part : parts) {
      for (Map.Entry<Wire, Reason> absent : part.verdicts().scope().notServed().entrySet()) {
        scope = scope.withoutWire(absent.getKey(), absent.getValue());
      }
    }
    Set<String> missing = new TreeSet<>();
    wires.forEach(wire -> missing.addAll(missing(wire)));
    String tags = parts.get(0).verdicts().scope().selection().tags();
    Filter filter = new Filter(tags, Shard.WHOLE).without(missing);
    Set<String> selected =
        parts.stream()
            .flatMap(part -> part.verdicts().all().stream())
            .map(entry -> entry.requirement().id())
            .collect(Collectors.toCollection(TreeSet::new));
    return filter.isNone() ? scope : scope.filtered(filter, selected);
  }

  /** The shards of a wire that no part ran; none where one part ran all of it. */
  private Set<String> missing(Wire wire) {
    Set<Shard> ran = new HashSet<>();
    for (RunReport part : parts) {
      Scope scope = part.verdicts().scope();
      if (scope.wires().contains(wire)) {
        ran.add(scope.selection().shard());
      }
    }
    if (ran.contains(Shard.WHOLE)) {
      return Set.of();
    }
    List<Set<String>> gaps = new ArrayList<>();
    for (int of : ran.stream().map(Shard::of).collect(Collectors.toSet())) {
      Set<String> gap = new TreeSet<>();
      for (int number = 1; number <= of; number++) {
        if (!ran.contains(new Shard(number, of))) {
          gap.add("shard " + number + "/" + of + " of " + wire.id());
        }
      }
      gaps.add(gap);
    }
    return gaps.stream().min(Comparator.comparing(Set::size)).orElseThrow();
  }

  private List<RequirementVerdict> requirements(Scope scope) {
    Map<String, List<RequirementVerdict>> found =
        parts.stream()
            .flatMap(part -> part.verdicts().all().stream())
            .collect(Collectors.groupingBy(Merge::key));
    return RunJudge.judge(catalogue.requirements(), catalogue.foundations(), List.of(), scope)
        .all()
        .stream()
        .map(none -> found.containsKey(key(none)) ? joined(found.get(key(none))) : none)
        .toList();
  }

  private static RequirementVerdict joined(List<RequirementVerdict> entries) {
    RequirementVerdict worst =
        entries.stream()
            .min(
                Comparator.<RequirementVerdict>comparingInt(entry -> badness(entry.verdict()))
                    .thenComparing(RequirementVerdict::message))
            .orElseThrow();
    return new RequirementVerdict(
        worst.requirement(),
        worst.wire(),
        worst.verdict(),
        worst.explanation(),
        List.copyOf(
            entries.stream()
                .flatMap(entry -> entry.scenarios().stream())
                .collect(Collectors.toCollection(TreeSet::new))));
  }

  private Baseline baseline() {
    return new Baseline(
        parts.stream()
            .flatMap(part -> part.verdicts().baseline().entries().stream())
            .distinct()
            .toList());
  }

  private static int badness(Verdict verdict) {
    return WORST_FIRST.indexOf(verdict);
  }

  private static String key(RequirementVerdict entry) {
    return entry.requirement().id() + " " + entry.wire();
  }
}
