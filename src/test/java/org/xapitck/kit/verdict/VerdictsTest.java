package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.xapitck.kit.verdict.Outcome.Result.FAILED;
import static org.xapitck.kit.verdict.Outcome.Result.KIT_ERROR;
import static org.xapitck.kit.verdict.Outcome.Result.NOT_APPLICABLE;
import static org.xapitck.kit.verdict.Outcome.Result.NOT_TESTABLE;
import static org.xapitck.kit.verdict.Outcome.Result.PASSED;
import static org.xapitck.kit.verdict.Some.info;
import static org.xapitck.kit.verdict.Some.must;
import static org.xapitck.kit.verdict.Some.outcome;
import static org.xapitck.kit.verdict.Some.requirement;
import static org.xapitck.kit.verdict.Some.should;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
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
        Verdicts.judge(
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
        Verdicts.judge(
            List.of(should("a")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", FAILED)),
            ONE_WIRE);
    assertThat(verdicts.overall()).isEqualTo(Overall.CONFORMANT);
    assertThat(verdicts.all().get(0).message()).isEqualTo("FAILED in s");
  }

  @Test
  void whatServersDoIsNeverHeldAgainstThem() {
    Verdicts verdicts =
        Verdicts.judge(
            List.of(info("a")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", FAILED)),
            ONE_WIRE);
    assertThat(verdicts.all().get(0).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(verdicts.all().get(0).message()).isEqualTo("servers differ");
  }

  @Test
  void anUntestableMustSaysWhyAndDoesNotCount() {
    Requirement blind = requirement("a", Level.MUST, "cannot be seen", EnumSet.allOf(Wire.class));
    Verdicts verdicts = Verdicts.judge(List.of(blind), Foundations.NONE, List.of(), ONE_WIRE);
    assertThat(verdicts.all().get(0).message()).isEqualTo("cannot be seen");
    assertThat(verdicts.exitCode()).isZero();
  }

  @Test
  void aRequirementOfAnotherWireIsListedAndNotJudged() {
    Requirement envelope = requirement("wire.json2.id", Level.MUST, null, Set.of(Wire.JSONRPC2));
    Verdicts verdicts =
        Verdicts.judge(
            List.of(envelope),
            Foundations.NONE,
            List.of(outcome("wire.json2.id", Wire.JSONRPC2, "s", PASSED)),
            Scope.whole(EnumSet.allOf(Wire.class)));
    assertThat(verdicts.all())
        .extracting(RequirementVerdict::wire, RequirementVerdict::verdict)
        .containsExactly(
            tuple(Wire.XMLRPC, Verdict.NOT_APPLICABLE),
            tuple(Wire.JSONRPC1, Verdict.NOT_APPLICABLE),
            tuple(Wire.JSONRPC2, Verdict.PASS));
    assertThat(verdicts.all().get(0).message()).contains("other wires");
  }

  @Test
  void aRequirementThatNoScenarioReachedMustNotLookPassed() {
    RequirementVerdict entry =
        Verdicts.judge(List.of(must("a")), Foundations.NONE, List.of(), ONE_WIRE).all().get(0);
    assertThat(entry.verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(entry.message()).isEqualTo("no scenario of it ran");
    assertThat(entry.scenarios()).isEmpty();
  }

  @Test
  void aWireThatBrokeOffSaysSoInEachOfItsRequirements() {
    Verdicts verdicts =
        Verdicts.judge(
            List.of(must("a"), must("b")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", FAILED)),
            ONE_WIRE.stoppedAt(WIRE, new Reason.Restored("the login answer is no JSON")));
    assertThat(verdicts.all())
        .extracting(RequirementVerdict::message)
        .containsExactly("FAILED in s", "the login answer is no JSON");
    assertThat(verdicts.exitCode()).isEqualTo(1);
  }

  @Test
  void aWireThatIsNotServedCostsNothing() {
    Scope scope =
        Scope.whole(Set.of(Wire.XMLRPC, Wire.JSONRPC1)).withoutWire(Wire.JSONRPC1, NOT_SERVED);
    Verdicts verdicts =
        Verdicts.judge(
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
        Verdicts.judge(
            List.of(must("a")),
            Foundations.NONE,
            List.of(),
            ONE_WIRE.withoutWire(WIRE, NOT_SERVED));
    assertThat(verdicts.overall()).isEqualTo(Overall.INCOMPLETE);
  }

  @Test
  void aFilteredRunListsOnlyWhatItSelected() {
    Scope scope = ONE_WIRE.filtered(new Filter("@a", Shard.WHOLE), List.of("a", "b"));
    Verdicts verdicts =
        Verdicts.judge(
            List.of(must("a"), must("b"), must("c"), must("d")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", PASSED), outcome("d", WIRE, "s", PASSED)),
            scope);
    assertThat(verdicts.all())
        .extracting(entry -> entry.requirement().id())
        .containsExactly("a", "b", "d");
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
    Verdicts verdicts = Verdicts.judge(catalogue, Foundations.NONE, outcomes, filtered);
    assertThat(verdicts.overall().id()).isEqualTo(word);
    assertThat(verdicts.exitCode()).isEqualTo(exit);
    assertThat(Verdicts.judge(catalogue, Foundations.NONE, outcomes, ONE_WIRE).overall())
        .isEqualTo(Overall.CONFORMANT);
  }

  @Test
  void anOutcomeOfAnUnknownRequirementMustNotVanish() {
    List<Outcome> stray = List.of(outcome("typo", WIRE, "s", FAILED));
    assertThatThrownBy(() -> Verdicts.judge(List.of(must("a")), Foundations.NONE, stray, ONE_WIRE))
        .hasMessageContaining("typo");
    List<Outcome> otherWire = List.of(outcome("a", Wire.XMLRPC, "s", FAILED));
    assertThatThrownBy(
            () -> Verdicts.judge(List.of(must("a")), Foundations.NONE, otherWire, ONE_WIRE))
        .hasMessageContaining("xmlrpc");
  }

  @Test
  void theMessageIsOfTheFirstScenarioByNameWhicheverThreadWasFaster() {
    List<Outcome> outcomes =
        Arrays.asList(
            outcome("a", WIRE, "task.b: two", FAILED),
            outcome("a", WIRE, "task.a: one", FAILED),
            outcome("a", WIRE, "task.0: skipped", NOT_TESTABLE),
            outcome("a", WIRE, "task.0: fine", PASSED));
    for (int i = 0; i < 4; i++) {
      Collections.rotate(outcomes, 1);
      RequirementVerdict entry =
          Verdicts.judge(List.of(must("a")), Foundations.NONE, outcomes, ONE_WIRE).all().get(0);
      assertThat(entry.message()).isEqualTo("FAILED in task.a: one");
      assertThat(entry.scenarios())
          .containsExactly("task.0: fine", "task.0: skipped", "task.a: one", "task.b: two");
    }
  }

  @Test
  void aVerdictWithoutAReasonNamesItsScenario() {
    Outcome mute = new Outcome("a", WIRE, "task.a: one", KIT_ERROR, Optional.empty());
    RequirementVerdict entry =
        Verdicts.judge(List.of(must("a")), Foundations.NONE, List.of(mute), ONE_WIRE).all().get(0);
    assertThat(entry.message()).contains("task.a: one");
  }

  @Test
  void aReportWithoutAKeyWouldBreakItsReaders() {
    Verdicts none = Verdicts.judge(List.of(), Foundations.NONE, List.of(), ONE_WIRE);
    assertThat(none.totals()).hasSize(6).containsOnlyKeys(Verdict.values());
    assertThat(none.totals().values()).containsOnly(0);
  }

  /** The order of parallel scenarios, and of the catalogue's readers, must not change a verdict. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void theOrderOfOutcomesChangesNothing(long seed) {
    Random random = new Random(seed);
    List<Requirement> catalogue = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Level level = Level.values()[random.nextInt(3)];
      String reason = level == Level.INFO || random.nextInt(12) == 0 ? "because " + i : null;
      Set<Wire> wires =
          random.nextInt(8) == 0 ? Set.of(Wire.values()[random.nextInt(3)]) : Set.of(Wire.values());
      catalogue.add(requirement("r" + i, level, reason, wires));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      outcomes.add(
          outcome(
              "r" + random.nextInt(60),
              Wire.values()[random.nextInt(3)],
              "scenario " + random.nextInt(90),
              List.of(PASSED, PASSED, PASSED, FAILED, NOT_TESTABLE, NOT_APPLICABLE, KIT_ERROR)
                  .get(random.nextInt(7))));
    }
    Scope scope = Scope.whole(List.of(Wire.values()));
    Verdicts first = Verdicts.judge(catalogue, Foundations.NONE, outcomes, scope);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(outcomes, random);
      assertThat(Verdicts.judge(catalogue, Foundations.NONE, outcomes, scope)).isEqualTo(first);
    }

    assertThat(first.all()).hasSize(60 * 3);
    assertThat(sum(first.totals().values())).isEqualTo(60 * 3);
    for (Wire wire : Wire.values()) {
      assertThat(sum(first.totals(wire).values())).isEqualTo(60);
    }
    assertThat(first.all())
        .allSatisfy(
            entry ->
                assertThat(entry.message().isEmpty()).isEqualTo(entry.verdict() == Verdict.PASS));
  }

  private static int sum(Iterable<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }
}
