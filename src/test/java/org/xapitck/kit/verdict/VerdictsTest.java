package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.kit.verdict.Outcome.Result.FAILED;
import static org.xapitck.kit.verdict.Outcome.Result.PASSED;
import static org.xapitck.kit.verdict.Some.must;
import static org.xapitck.kit.verdict.Some.outcome;
import static org.xapitck.kit.verdict.Some.should;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

class VerdictsTest {

  private static final Wire WIRE = Wire.JSONRPC2;
  private static final Reason NOT_SERVED = new Reason.WireNotServed("404");
  private static final Scope ONE_WIRE = Scope.whole(Set.of(WIRE));

  /**
   * Outcomes of one must and of one should on one wire, "-" for none, and what must come of them.
   */
  @ParameterizedTest(name = "must {0}, should {1}: {4}, exit {5}")
  @CsvSource({
    "PASSED,                      PASSED,                pass,           pass,          "
        + " conformant,     0",
    "FAILED,                      PASSED,                fail,           pass,          "
        + " non-conformant, 1",
    "PASSED,                      FAILED,                pass,           warning,       "
        + " conformant,     0",
    "FAILED,                      FAILED,                fail,           warning,       "
        + " non-conformant, 1",
    "NOT_TESTABLE,                PASSED,                not-testable,   pass,          "
        + " incomplete,     3",
    "PASSED,                      NOT_TESTABLE,          pass,           not-testable,  "
        + " conformant,     0",
    "NOT_APPLICABLE,              PASSED,                not-applicable, pass,          "
        + " conformant,     0",
    "NOT_APPLICABLE,              NOT_APPLICABLE,        not-applicable, not-applicable,"
        + " conformant,     0",
    "KIT_ERROR,                   PASSED,                kit-error,      pass,          "
        + " incomplete,     5",
    "PASSED,                      KIT_ERROR,             pass,           kit-error,     "
        + " incomplete,     5",
    "FAILED,                      KIT_ERROR,             fail,           kit-error,     "
        + " non-conformant, 1",
    "NOT_TESTABLE,                KIT_ERROR,             not-testable,   kit-error,     "
        + " incomplete,     5",
    "NOT_TESTABLE,                FAILED,                not-testable,   warning,       "
        + " incomplete,     3",
    "-,                           PASSED,                not-testable,   pass,          "
        + " incomplete,     3",
    "PASSED,                      -,                     pass,           not-testable,  "
        + " conformant,     0",
    "PASSED NOT_APPLICABLE,       PASSED,                pass,           pass,          "
        + " conformant,     0",
    "PASSED FAILED,               PASSED,                fail,           pass,          "
        + " non-conformant, 1",
    "FAILED KIT_ERROR,            PASSED,                fail,           pass,          "
        + " non-conformant, 1",
    "KIT_ERROR NOT_TESTABLE,      PASSED,                kit-error,      pass,          "
        + " incomplete,     5",
    "NOT_TESTABLE PASSED,         PASSED,                not-testable,   pass,          "
        + " incomplete,     3",
    "NOT_TESTABLE NOT_APPLICABLE, PASSED,                not-testable,   pass,          "
        + " incomplete,     3",
    "PASSED,                      FAILED NOT_TESTABLE,   pass,           not-testable,  "
        + " conformant,     0",
    "PASSED,                      FAILED PASSED,         pass,           warning,       "
        + " conformant,     0",
    "PASSED,                      FAILED NOT_APPLICABLE, pass,           warning,       "
        + " conformant,     0",
  })
  void aWrongCombinationWouldBlameOrAcquitAServer(
      String musts, String shoulds, String must, String should, String overall, int exit) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.addAll(outcomes("a.must", musts));
    outcomes.addAll(outcomes("a.should", shoulds));

    Verdicts verdicts =
        RunJudge.judge(
            List.of(must("a.must"), should("a.should")), Foundations.NONE, outcomes, ONE_WIRE);

    assertThat(verdicts.all())
        .extracting(entry -> entry.verdict().id())
        .containsExactly(must, should);
    assertThat(verdicts.overall().id()).isEqualTo(overall);
    assertThat(verdicts.exitCode()).isEqualTo(exit);
  }

  private static List<Outcome> outcomes(String id, String results) {
    List<Outcome> outcomes = new ArrayList<>();
    if (!results.equals("-")) {
      for (String result : results.split(" ")) {
        outcomes.add(
            outcome(id, WIRE, "scenario " + outcomes.size(), Outcome.Result.valueOf(result)));
      }
    }
    return outcomes;
  }

  @Test
  void aWarningAloneMustNotSpoilTheWord() {
    Verdicts verdicts =
        RunJudge.judge(
            List.of(should("a")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", FAILED)),
            ONE_WIRE);
    assertThat(verdicts.overall()).isEqualTo(Overall.CONFORMANT);
    assertThat(verdicts.all().get(0).message()).isEqualTo("FAILED in s");
  }

  @Test
  void aWireThatIsNotServedCostsNothing() {
    Scope scope =
        Scope.whole(Set.of(Wire.XMLRPC, Wire.JSONRPC1)).withoutWire(Wire.JSONRPC1, NOT_SERVED);
    Verdicts verdicts =
        RunJudge.judge(
            List.of(must("a")),
            Foundations.NONE,
            List.of(outcome("a", Wire.XMLRPC, "s", PASSED)),
            scope);
    assertThat(verdicts.totals(Wire.JSONRPC1)).containsEntry(Verdict.NOT_APPLICABLE, 1);
    assertThat(verdicts.exitCode()).isZero();
  }

  @Test
  void aServerWithoutAnyWireIsNotConformant() {
    Verdicts verdicts =
        RunJudge.judge(
            List.of(must("a")),
            Foundations.NONE,
            List.of(),
            ONE_WIRE.withoutWire(WIRE, NOT_SERVED));
    assertThat(verdicts.overall()).isEqualTo(Overall.INCOMPLETE);
  }

  /** Of a should that is not tested no run is incomplete, nor of what does not apply. */
  @ParameterizedTest
  @CsvSource({
    "NOT_TESTABLE, NOT_TESTABLE, incomplete, 3",
    "NOT_APPLICABLE, NOT_APPLICABLE, incomplete, 3",
    "NOT_TESTABLE, PASSED, conformant, 0",
    "NOT_APPLICABLE, FAILED, conformant, 0"
  })
  void aFilteredRunThatJudgedNothingMustNotLookConformant(
      Outcome.Result one, Outcome.Result other, String word, int exit) {
    List<Requirement> catalogue = List.of(should("a"), should("b"));
    List<Outcome> outcomes = List.of(outcome("a", WIRE, "s", one), outcome("b", WIRE, "s", other));
    Scope filtered = ONE_WIRE.filtered(new Filter("@a or @b", Shard.WHOLE), List.of("a", "b"));
    Verdicts verdicts = RunJudge.judge(catalogue, Foundations.NONE, outcomes, filtered);
    assertThat(verdicts.overall().id()).isEqualTo(word);
    assertThat(verdicts.exitCode()).isEqualTo(exit);
    assertThat(RunJudge.judge(catalogue, Foundations.NONE, outcomes, ONE_WIRE).overall())
        .isEqualTo(Overall.CONFORMANT);
  }

  @Test
  void aReportWithoutAKeyWouldBreakItsReaders() {
    Verdicts none = RunJudge.judge(List.of(), Foundations.NONE, List.of(), ONE_WIRE);
    assertThat(none.totals()).hasSize(6).containsOnlyKeys(Verdict.values());
    assertThat(none.totals().values()).containsOnly(0);
  }
}
