package org.xapitck.kit.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Level;

/**
 * A verdict and its explanation; combines outcomes into one verdict.
 *
 * <p>The worst wins: fail, kit-error, not-testable, warning, pass, not-applicable. Among equally
 * bad ones the first by scenario name speaks, so the order in which threads finish changes nothing.
 *
 * @param verdict the verdict
 * @param explanation why; empty on pass
 */
public record Judgement(Verdict verdict, Optional<Explanation> explanation) {

  /** A verdict other than pass. */
  Judgement(Verdict verdict, Explanation explanation) {
    this(verdict, Optional.of(explanation));
  }

  /** The verdict where there is no outcome to judge by. */
  public static Judgement ofNothing() {
    return new Judgement(Verdict.NOT_TESTABLE, Reason.Plain.NO_OUTCOME);
  }

  /** Why, for people; empty on pass. */
  public String message() {
    return explanation.map(Explanation::text).orElse("");
  }

  /**
   * Worst first. Not applicable is last: one scenario that could judge outweighs those that could
   * not.
   */
  private static final List<Verdict> WORST_FIRST =
      List.of(
          Verdict.FAIL,
          Verdict.KIT_ERROR,
          Verdict.NOT_TESTABLE,
          Verdict.WARNING,
          Verdict.PASS,
          Verdict.NOT_APPLICABLE);

  private static final Comparator<Outcome> STABLE =
      Comparator.comparing(Outcome::scenario)
          .thenComparing(Outcome::message)
          .thenComparing(Outcome::requirement);

  /** An order of outcomes that does not depend on which thread was first. */
  static Comparator<Outcome> stable() {
    return STABLE;
  }

  /** The verdicts in the order in which they win. */
  public static List<Verdict> worstFirst() {
    return WORST_FIRST;
  }

  /** What one outcome means for a requirement of this level. */
  public static Verdict of(Level level, Outcome.Result result) {
    if (level == Level.INFO) {
      return Verdict.NOT_APPLICABLE;
    }
    return switch (result) {
      case PASSED -> Verdict.PASS;
      case FAILED -> level == Level.MUST ? Verdict.FAIL : Verdict.WARNING;
      case NOT_TESTABLE -> Verdict.NOT_TESTABLE;
      case NOT_APPLICABLE -> Verdict.NOT_APPLICABLE;
      case KIT_ERROR -> Verdict.KIT_ERROR;
    };
  }

  /**
   * The worst of these outcomes, which may be of several requirements, as those of one scenario
   * are.
   *
   * @param levels gives the level of an outcome's requirement
   * @throws IllegalArgumentException where there is no outcome
   */
  public static Judgement worst(Collection<Outcome> outcomes, Function<Outcome, Level> levels) {
    Comparator<Outcome> badness =
        Comparator.comparingInt(
            outcome -> WORST_FIRST.indexOf(of(levels.apply(outcome), outcome.result())));
    Outcome worst =
        outcomes.stream()
            .min(badness.thenComparing(STABLE))
            .orElseThrow(() -> new IllegalArgumentException("no outcome to judge by"));
    Verdict verdict = of(levels.apply(worst), worst.result());
    return verdict == Verdict.PASS
        ? new Judgement(verdict, Optional.empty())
        : new Judgement(verdict, explained(worst, verdict));
  }

  /** Every verdict but pass says why; a scenario that gave no reason is named instead. */
  private static Explanation explained(Outcome outcome, Verdict verdict) {
    return outcome
        .explanation()
        .orElseGet(() -> new Reason.Unexplained(verdict.id(), outcome.scenario()));
  }
}
