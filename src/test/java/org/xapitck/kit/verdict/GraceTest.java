package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.FailureText;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Outcome.Result;

/** A must that is new in the catalogue warns for one version; it hides nothing else. */
class GraceTest {
  private static final Requirement NEW = Some.must("new").newIn(OptionalInt.of(2));
  private static final Requirement OLD = Some.must("old");

  @Test
  void aBrokenNewMustStaysAFailAndFailsNoRun() {
    Verdicts verdicts = judge(Result.FAILED, Result.PASSED);
    assertThat(verdicts.totals()).containsEntry(Verdict.FAIL, 1).containsEntry(Verdict.WARNING, 0);
    assertThat(verdicts.counting(Verdict.FAIL)).isEmpty();
    assertThat(verdicts.counting(Verdict.WARNING)).isEqualTo(verdicts.with(Verdict.FAIL));
    assertThat(verdicts.exitCode()).isZero();
    assertThat(verdicts.overall()).isEqualTo(Overall.CONFORMANT);
  }

  @Test
  void anUntestedNewMustLeavesNoRunIncomplete() {
    Verdicts verdicts = judge(Result.NOT_TESTABLE, Result.PASSED);
    assertThat(verdicts.with(Verdict.NOT_TESTABLE)).hasSize(1);
    assertThat(verdicts.exitCode()).isZero();
    assertThat(verdicts.overall()).isEqualTo(Overall.CONFORMANT);
  }

  @Test
  void aNewMustHidesNothingOfAnOldOne() {
    assertThat(judge(Result.FAILED, Result.FAILED).exitCode()).isOne();
    assertThat(judge(Result.FAILED, Result.NOT_TESTABLE).exitCode()).isEqualTo(3);
    assertThat(judge(Result.PASSED, Result.FAILED).overall()).isEqualTo(Overall.NON_CONFORMANT);
    assertThat(judge(Result.KIT_ERROR, Result.PASSED).exitCode())
        .as("a fault of the kit is none of the requirement's")
        .isEqualTo(5);
  }

  @Test
  void aWarningThatFailsARunIsAnyWarning() {
    Verdicts verdicts = judge(Result.FAILED, Result.PASSED);
    assertThat(verdicts.under(Baseline.none(), true).exitCode()).isOne();
    assertThat(verdicts.under(Baseline.none(), true).overall()).isEqualTo(Overall.CONFORMANT);
  }

  @Test
  void aBaselineIsNotFilledWithWhatDoesNotCountYet() {
    Verdicts verdicts = judge(Result.FAILED, Result.FAILED);
    assertThat(Baseline.none().renewed(verdicts, "because").entries())
        .extracting(Baseline.Entry::requirement)
        .containsExactly("old");
  }

  @Test
  void aBaselineMayKnowItAndIsNotStaleForIt() {
    Baseline.Entry entry =
        new Baseline.Entry("new", Optional.empty(), "early", "", Optional.empty(), false, "b:1");
    Baseline baseline = new Baseline(List.of(entry));
    assertThat(baseline.mistakes(List.of(NEW, OLD), LocalDate.EPOCH)).isEmpty();
    Verdicts verdicts = judge(Result.FAILED, Result.PASSED).under(baseline, true);
    assertThat(verdicts.staleEntries()).isEmpty();
    assertThat(verdicts.exitCode()).isZero();
    assertThat(verdicts.knownFailures()).as("it is no failure yet").isZero();
  }

  @Test
  void aNewShouldIsTheWarningThatItAlwaysWillBe() {
    Requirement should = Some.should("s").newIn(OptionalInt.of(2));
    assertThat(should.grace()).isEmpty();
    assertThat(should.novelty()).contains("new in catalogue 2");
  }

  @Test
  void theMessageSaysFromWhenItCounts() {
    assertThat(text(NEW))
        .contains(
            "\n  actual    2\n  warning   new in catalogue 2: a failure counts from catalogue 3\n");
    assertThat(text(OLD)).doesNotContain("warning");
  }

  private static String text(Requirement requirement) {
    return FailureText.of(
        Deviation.of(requirement, Wire.XMLRPC, new ConformanceFailure("1", "2"), ""));
  }

  private static Verdicts judge(Result ofNew, Result ofOld) {
    return RunJudge.judge(
        List.of(NEW, OLD),
        Foundations.NONE,
        List.of(
            Some.outcome("new", Wire.XMLRPC, "f: a", ofNew),
            Some.outcome("old", Wire.XMLRPC, "f: b", ofOld)),
        Scope.whole(List.of(Wire.XMLRPC)));
  }
}
