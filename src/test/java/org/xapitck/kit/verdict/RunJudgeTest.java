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
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

class RunJudgeTest {
  private static final Wire WIRE = Wire.JSONRPC2;
  private static final Scope ONE_WIRE = Scope.whole(Set.of(WIRE));

  @Test
  void whatServersDoIsNeverHeldAgainstThem() {
    Verdicts verdicts =
        RunJudge.judge(
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
    Verdicts verdicts = RunJudge.judge(List.of(blind), Foundations.NONE, List.of(), ONE_WIRE);
    assertThat(verdicts.all().get(0).message()).isEqualTo("cannot be seen");
    assertThat(verdicts.exitCode()).isZero();
  }

  @Test
  void aRequirementOfAnotherWireIsListedAndNotJudged() {
    Requirement envelope = requirement("wire.json2.id", Level.MUST, null, Set.of(Wire.JSONRPC2));
    Verdicts verdicts =
        RunJudge.judge(
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
        RunJudge.judge(List.of(must("a")), Foundations.NONE, List.of(), ONE_WIRE).all().get(0);
    assertThat(entry.verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(entry.message()).isEqualTo("no scenario of it ran");
    assertThat(entry.scenarios()).isEmpty();
  }

  @Test
  void aWireThatBrokeOffSaysSoInEachOfItsRequirements() {
    Verdicts verdicts =
        RunJudge.judge(
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
  void aFilteredRunListsOnlyWhatItSelected() {
    Scope scope = ONE_WIRE.filtered(new Filter("@a", Shard.WHOLE), List.of("a", "b"));
    Verdicts verdicts =
        RunJudge.judge(
            List.of(must("a"), must("b"), must("c"), must("d")),
            Foundations.NONE,
            List.of(outcome("a", WIRE, "s", PASSED), outcome("d", WIRE, "s", PASSED)),
            scope);
    assertThat(verdicts.all())
        .extracting(entry -> entry.requirement().id())
        .containsExactly("a", "b", "d");
  }

  @Test
  void anOutcomeOfAnUnknownRequirementMustNotVanish() {
    List<Outcome> stray = List.of(outcome("typo", WIRE, "s", FAILED));
    assertThatThrownBy(() -> RunJudge.judge(List.of(must("a")), Foundations.NONE, stray, ONE_WIRE))
        .hasMessageContaining("typo");
    List<Outcome> otherWire = List.of(outcome("a", Wire.XMLRPC, "s", FAILED));
    assertThatThrownBy(
            () -> RunJudge.judge(List.of(must("a")), Foundations.NONE, otherWire, ONE_WIRE))
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
          RunJudge.judge(List.of(must("a")), Foundations.NONE, outcomes, ONE_WIRE).all().get(0);
      assertThat(entry.message()).isEqualTo("FAILED in task.a: one");
      assertThat(entry.scenarios())
          .containsExactly("task.0: fine", "task.0: skipped", "task.a: one", "task.b: two");
    }
  }

  @Test
  void aVerdictWithoutAReasonNamesItsScenario() {
    Outcome mute = new Outcome("a", WIRE, "task.a: one", KIT_ERROR, Optional.empty());
    RequirementVerdict entry =
        RunJudge.judge(List.of(must("a")), Foundations.NONE, List.of(mute), ONE_WIRE).all().get(0);
    assertThat(entry.message()).contains("task.a: one");
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
    Verdicts first = RunJudge.judge(catalogue, Foundations.NONE, outcomes, scope);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(outcomes, random);
      assertThat(RunJudge.judge(catalogue, Foundations.NONE, outcomes, scope)).isEqualTo(first);
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
