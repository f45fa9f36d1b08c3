package org.xapitck.kit.report;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * How one scenario ended on one wire, for reports that list scenarios instead of requirements.
 *
 * @param place which scenario, on which wire
 * @param requirements ids of what it judges
 * @param verdict the worst of its outcomes
 * @param explanation why; empty on pass
 * @param took from first step to last hook
 * @param known why its deviation is accepted; empty where none is, or not by the baseline
 * @param newIn the version of the catalogue in use, where all that it found broken is new in that
 */
public record ScenarioResult(
    Place place,
    List<String> requirements,
    Verdict verdict,
    Optional<Explanation> explanation,
    Duration took,
    Optional<String> known,
    OptionalInt newIn) {

  public ScenarioResult {
    requirements = List.copyOf(requirements);
  }

  /**
   * Where a scenario stands and over what it ran.
   *
   * @param wire the wire of the execution
   * @param feature title of the feature, such as {@code task.destroy}
   * @param rule the rule that the scenario stands under; empty without one
   * @param name name of the scenario, examples filled in
   * @param role the role that it speaks as; empty where it names none
   */
  public record Place(Wire wire, String feature, String rule, String name, Optional<Role> role) {}

  /**
   * Combines the outcomes of a scenario, each judged by the level of its own requirement: a broken
   * should beside a kept must is a warning.
   *
   * @param requirements all that the scenario judges
   * @param outcomes one or more of each; of none at all comes not-testable
   */
  public static ScenarioResult of(
      Place place, List<Requirement> requirements, Collection<Outcome> outcomes, Duration took) {
    Judgement judgement = judge(requirements, outcomes);
    return new ScenarioResult(
        place,
        requirements.stream().map(Requirement::id).toList(),
        judgement.verdict(),
        judgement.explanation(),
        took,
        Optional.empty(),
        OptionalInt.empty());
  }

  /**
   * The same in the light of the whole run: a failure that belongs to another requirement, which is
   * broken itself, did not judge its own. What it then says is what the requirement's verdict says.
   */
  public ScenarioResult settled(Verdicts verdicts) {
    boolean deviates = verdict == Verdict.FAIL || verdict == Verdict.WARNING;
    if (!deviates && verdict != Verdict.NOT_TESTABLE) {
      return this;
    }
    List<RequirementVerdict> own =
        requirements.stream().flatMap(id -> verdicts.find(id, wire()).stream()).toList();
    if (deviates && own.stream().anyMatch(RequirementVerdict::deviates)) {
      return this;
    }
    return own.stream()
        .filter(one -> one.verdict() == Verdict.NOT_TESTABLE)
        .findFirst()
        .map(this::blocked)
        .orElse(this);
  }

  private ScenarioResult blocked(RequirementVerdict by) {
    return new ScenarioResult(
        place,
        requirements,
        Verdict.NOT_TESTABLE,
        by.explanation(),
        took,
        Optional.empty(),
        OptionalInt.empty());
  }

  /** The wire of the execution. */
  public Wire wire() {
    return place.wire();
  }

  /** Title of the feature. */
  public String feature() {
    return place.feature();
  }

  /** The rule that the scenario stands under; empty without one. */
  public String rule() {
    return place.rule();
  }

  /** Name of the scenario, examples filled in. */
  public String name() {
    return place.name();
  }

  /** The same, of a deviation that the baseline accepts for this reason. */
  public ScenarioResult known(Optional<String> reason) {
    return new ScenarioResult(place, requirements, verdict, explanation, took, reason, newIn);
  }

  /** The same, of a deviation from nothing but what this version of the catalogue made new. */
  public ScenarioResult newIn(OptionalInt version) {
    return new ScenarioResult(place, requirements, verdict, explanation, took, known, version);
  }

  /** The same without any secret. */
  ScenarioResult redacted(Redaction redaction) {
    Place redacted =
        new Place(wire(), feature(), redaction.of(rule()), redaction.of(name()), place.role());
    return new ScenarioResult(
        redacted,
        requirements,
        verdict,
        explanation.map(why -> why.redacted(redaction)),
        took,
        known.map(redaction::of),
        newIn);
  }

  /** Why, for people; empty on pass. */
  public String message() {
    return explanation.map(Explanation::text).orElse("");
  }

  /**
   * What kept it from judging: a requirement's id or a {@link Because.Word}; empty where nothing
   * did.
   */
  public Optional<String> because() {
    return verdict == Verdict.NOT_TESTABLE ? explanation.map(Because::of) : Optional.empty();
  }

  /** The broken requirement that kept it from judging; empty where something else did. */
  public Optional<String> blockedBy() {
    return verdict == Verdict.NOT_TESTABLE ? Because.requirement(explanation) : Optional.empty();
  }

  /** The verdict that it counts as: a fail that is new in the catalogue counts as a warning. */
  public Verdict counts() {
    return verdict == Verdict.FAIL && newIn.isPresent() ? Verdict.WARNING : verdict;
  }

  private static Judgement judge(List<Requirement> requirements, Collection<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return Judgement.ofNothing();
    }
    Map<String, Level> levels =
        requirements.stream()
            .collect(Collectors.toMap(Requirement::id, Requirement::level, (a, b) -> a));
    Function<Outcome, Level> level =
        outcome -> levels.getOrDefault(outcome.requirement(), Level.MUST);
    return Judgement.worst(outcomes, level);
  }
}
