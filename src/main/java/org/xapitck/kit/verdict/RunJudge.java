package org.xapitck.kit.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/** Makes the verdicts of a run of how its scenarios ended. */
public final class RunJudge {
  private RunJudge() {}

  /**
   * Judges a run.
   *
   * <p>Per requirement and wire: with outcomes, the worst of them ({@link Judgement}); without any,
   * not applicable where the requirement has a reason for that, is about other wires only or the
   * wire is not served, otherwise not testable. An info entry is never judged, whatever was seen.
   *
   * <p>Before that, each failure is blamed on the requirement that it belongs to ({@link
   * Attribution}); what that one blocks is not testable.
   *
   * @param catalogue every requirement, in the order of the reports
   * @param foundations what each of them takes for granted
   * @param outcomes how the scenarios ended, in any order
   * @param scope what was to be judged; a filtered run lists only what it selected
   * @throws IllegalArgumentException where an outcome is of a requirement that the catalogue does
   *     not have, or of a wire outside the scope: dropping it could hide a fail
   */
  public static Verdicts judge(
      List<Requirement> catalogue,
      Foundations foundations,
      Collection<Outcome> outcomes,
      Scope scope) {
    Map<String, Map<Wire, List<Outcome>>> byRequirement =
        sorted(settled(catalogue, foundations, outcomes, scope));
    List<RequirementVerdict> all = new ArrayList<>();
    for (Requirement requirement : catalogue) {
      Map<Wire, List<Outcome>> byWire = byRequirement.getOrDefault(requirement.id(), Map.of());
      if (scope.isFiltered() && !scope.selected().contains(requirement.id()) && byWire.isEmpty()) {
        continue;
      }
      for (Wire wire : Wire.values()) {
        if (scope.wires().contains(wire)) {
          all.add(judge(requirement, wire, byWire.getOrDefault(wire, List.of()), scope));
        }
      }
    }
    return Verdicts.of(all, scope);
  }

  private static List<Outcome> settled(
      List<Requirement> catalogue,
      Foundations foundations,
      Collection<Outcome> outcomes,
      Scope scope) {
    Map<String, Requirement> known = new LinkedHashMap<>();
    catalogue.forEach(requirement -> known.put(requirement.id(), requirement));
    Map<Wire, List<Outcome>> byWire = new EnumMap<>(Wire.class);
    for (Outcome outcome : outcomes) {
      if (!known.containsKey(outcome.requirement())) {
        throw new IllegalArgumentException(
            "an outcome is of " + outcome.requirement() + ", which the catalogue does not have");
      }
      if (!scope.wires().contains(outcome.wire())) {
        throw new IllegalArgumentException(
            "an outcome is of " + outcome.wire() + ", which is no wire of the run");
      }
      byWire.computeIfAbsent(outcome.wire(), wire -> new ArrayList<>()).add(outcome);
    }
    return byWire.values().stream()
        .flatMap(some -> Attribution.settled(known, foundations, some).stream())
        .toList();
  }

  private static Map<String, Map<Wire, List<Outcome>>> sorted(List<Outcome> outcomes) {
    Map<String, Map<Wire, List<Outcome>>> sorted = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      sorted
          .computeIfAbsent(outcome.requirement(), id -> new EnumMap<>(Wire.class))
          .computeIfAbsent(outcome.wire(), wire -> new ArrayList<>())
          .add(outcome);
    }
    return sorted;
  }

  private static RequirementVerdict judge(
      Requirement requirement, Wire wire, List<Outcome> outcomes, Scope scope) {
    Judgement judgement = judgement(requirement, wire, outcomes, scope);
    Set<String> scenarios =
        outcomes.stream().map(Outcome::scenario).collect(Collectors.toCollection(TreeSet::new));
    return new RequirementVerdict(
        requirement, wire, judgement.verdict(), judgement.explanation(), List.copyOf(scenarios));
  }

  private static Judgement judgement(
      Requirement requirement, Wire wire, List<Outcome> outcomes, Scope scope) {
    if (!requirement.wires().contains(wire)) {
      return new Judgement(Verdict.NOT_APPLICABLE, Reason.Plain.OTHER_WIRES_ONLY);
    }
    if (requirement.level() == Level.INFO) {
      return new Judgement(
          Verdict.NOT_APPLICABLE, reason(requirement).orElse(Reason.Plain.NEVER_JUDGED));
    }
    if (!outcomes.isEmpty()) {
      return Judgement.worst(outcomes, outcome -> requirement.level());
    }
    return Stream.of(reason(requirement), scope.absence(wire))
        .flatMap(Optional::stream)
        .findFirst()
        .map(why -> new Judgement(Verdict.NOT_APPLICABLE, why))
        .orElseGet(
            () ->
                new Judgement(
                    Verdict.NOT_TESTABLE, scope.stop(wire).orElse(Reason.Plain.NO_SCENARIO_RAN)));
  }

  private static Optional<Reason> reason(Requirement requirement) {
    return requirement.reason().filter(words -> !words.isBlank()).map(Reason.Stated::new);
  }
}
