package org.xapitck.kit.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Verdict;

/**
 * What the run knows of a scenario that has just ended and Cucumber does not.
 *
 * @param wire the wire of the execution
 * @param feature title of the feature
 * @param rule the rule that it stands under; empty without one
 * @param requirements what it judges
 * @param verdict the worst of its outcomes
 * @param message why; empty on pass
 * @param transcript its exchanges as people read them; empty where nothing was sent
 * @param known why its deviation is accepted; empty where none is, or not by the baseline
 * @param newIn the version of the catalogue in use, where all that it found broken is new in that
 * @param links where more is written
 */
public record ScenarioNote(
    Wire wire,
    String feature,
    String rule,
    List<Requirement> requirements,
    Verdict verdict,
    String message,
    String transcript,
    Optional<String> known,
    OptionalInt newIn,
    List<NoteLink> links) {

  public ScenarioNote {
    requirements = List.copyOf(requirements);
    links = List.copyOf(links);
  }

  /** Combines the outcomes of a scenario as {@link ScenarioResult#of} does. */
  public static ScenarioNote of(
      Wire wire,
      String feature,
      String rule,
      List<Requirement> requirements,
      Collection<Outcome> outcomes,
      String transcript) {
    Judgement judgement = ScenarioResult.judge(requirements, outcomes);
    return new ScenarioNote(
        wire,
        feature,
        rule,
        requirements,
        judgement.verdict(),
        judgement.message(),
        transcript,
        Optional.empty(),
        OptionalInt.empty(),
        List.of());
  }

  /** The same with links. */
  public ScenarioNote linked(List<NoteLink> more) {
    return new ScenarioNote(
        wire, feature, rule, requirements, verdict, message, transcript, known, newIn, more);
  }

  /** The same, of a deviation that the baseline accepts for this reason. */
  public ScenarioNote known(Optional<String> reason) {
    return new ScenarioNote(
        wire, feature, rule, requirements, verdict, message, transcript, reason, newIn, links);
  }

  /** The same, of a deviation from nothing but what this version of the catalogue made new. */
  public ScenarioNote newIn(OptionalInt version) {
    return new ScenarioNote(
        wire, feature, rule, requirements, verdict, message, transcript, known, version, links);
  }

  /** As {@link ScenarioResult#counts}. */
  public Verdict counts() {
    return ScenarioResult.counts(verdict, newIn);
  }
}
