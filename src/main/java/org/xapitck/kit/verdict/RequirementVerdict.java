package org.xapitck.kit.verdict;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/**
 * The verdict of one requirement on one wire.
 *
 * @param requirement the statement
 * @param wire where it was judged
 * @param verdict the verdict
 * @param explanation why; empty on pass and nowhere else
 * @param scenarios names of the scenarios that judged it here, sorted; empty where none ran
 */
public record RequirementVerdict(
    Requirement requirement,
    Wire wire,
    Verdict verdict,
    Optional<Explanation> explanation,
    List<String> scenarios) {

  public RequirementVerdict {
    scenarios = List.copyOf(scenarios);
  }

  /** The same without any secret. */
  RequirementVerdict redacted(Redaction redaction) {
    return new RequirementVerdict(
        requirement,
        wire,
        verdict,
        explanation.map(why -> why.redacted(redaction)),
        scenarios.stream().map(redaction::of).toList());
  }

  /** Why, for people; empty on pass. */
  public String message() {
    return explanation.map(Explanation::text).orElse("");
  }

  /** The first line of that, without requirement and wire. */
  public String headline() {
    return explanation.map(Explanation::headline).orElse("");
  }

  /** What the server did otherwise; empty where it did not, or where only a text is left of it. */
  public Optional<Deviation> deviation() {
    return explanation.filter(Deviation.class::isInstance).map(Deviation.class::cast);
  }

  /** Whether the server was found to do otherwise. */
  public boolean deviates() {
    return verdict == Verdict.FAIL || verdict == Verdict.WARNING;
  }

  /** What keeps it from being tested: a requirement's id or a {@link Because.Word}. */
  public Optional<String> because() {
    return verdict == Verdict.NOT_TESTABLE ? explanation.map(Because::of) : Optional.empty();
  }

  /** The broken requirement that keeps it from being tested; empty where something else does. */
  public Optional<String> blockedBy() {
    return verdict == Verdict.NOT_TESTABLE ? Because.requirement(explanation) : Optional.empty();
  }

  /**
   * The verdict that it counts as: a broken must that is new in the catalogue stays a fail, and
   * counts as a warning.
   */
  public Verdict counts() {
    boolean graced = verdict == Verdict.FAIL && requirement.grace().isPresent();
    return graced ? Verdict.WARNING : verdict;
  }

  /** Whether it is a must that had to be tested and was not; a new one need not be yet. */
  public boolean isUntestedMust() {
    return verdict == Verdict.NOT_TESTABLE
        && requirement.level() == Level.MUST
        && requirement.grace().isEmpty();
  }
}
