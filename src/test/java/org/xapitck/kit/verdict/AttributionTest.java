package org.xapitck.kit.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.kit.verdict.Outcome.Result.FAILED;
import static org.xapitck.kit.verdict.Outcome.Result.NOT_TESTABLE;
import static org.xapitck.kit.verdict.Some.must;
import static org.xapitck.kit.verdict.Some.should;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

class AttributionTest {
  private static final Wire WIRE = Wire.XMLRPC;
  private static final Scope SCOPE = Scope.whole(Set.of(WIRE));

  private static Deviation deviation(String id) {
    return new Deviation(id, WIRE, "demand", "task.call", "right", "wrong", "", "page", "");
  }

  private static Outcome failed(String id, String... rests) {
    return new Outcome(id, WIRE, "judges " + id, FAILED, deviation(id))
        .on(Outcome.Grounds.on(Set.of(rests)));
  }

  private static Outcome passed(String id) {
    return Outcome.passed(id, WIRE, "judges " + id);
  }

  /** A Given was refused, which belongs to another requirement. */
  private static Outcome notPrepared(String id, String owner, boolean confirmed) {
    return new Outcome(
            id,
            WIRE,
            "judges " + id,
            NOT_TESTABLE,
            new Reason.NotPrepared("Given x", "right", "wrong", "task.call", owner))
        .on(new Outcome.Grounds(Set.of(), Optional.of(deviation(owner)), confirmed));
  }

  private static Foundations resting(String id, String... others) {
    return new Foundations(Map.of(id, Set.of(others)), Map.of(), Map.of());
  }

  private static Foundations summing(String id, String... cases) {
    return new Foundations(Map.of(), Map.of(id, Set.of(cases)), Map.of());
  }

  private static String judged(
      Foundations foundations, List<Requirement> catalogue, Outcome... outcomes) {
    List<String> words = new ArrayList<>();
    RunJudge.judge(catalogue, foundations, Arrays.asList(outcomes), SCOPE)
        .all()
        .forEach(
            one ->
                words.add(
                    one.requirement().id()
                        + " "
                        + one.verdict().id()
                        + one.because().map(id -> " " + id).orElse("")));
    return String.join(", ", words);
  }

  private static List<Requirement> musts(String... ids) {
    return Arrays.stream(ids).map(Some::must).toList();
  }

  @Test
  void whatABrokenFoundationExplainsIsNotBlamed() {
    assertThat(judged(resting("a.x", "a.y"), musts("a.x", "a.y"), failed("a.x"), failed("a.y")))
        .isEqualTo("a.x not-testable a.y, a.y fail");
  }

  @Test
  void aFoundationThatHoldsExplainsNothing() {
    assertThat(judged(resting("a.x", "a.y"), musts("a.x", "a.y"), failed("a.x"), passed("a.y")))
        .isEqualTo("a.x fail, a.y pass");
  }

  @Test
  void theCauseAtTheBottomIsNamedAndNoneOnTheWay() {
    assertThat(
            judged(
                Foundations.NONE,
                musts("a.x", "a.y", "a.z"),
                failed("a.x", "a.y"),
                failed("a.y", "a.z"),
                failed("a.z")))
        .isEqualTo("a.x not-testable a.z, a.y not-testable a.z, a.z fail");
  }

  @Test
  void failuresThatExplainEachOtherAreNotExplainedAway() {
    assertThat(
            judged(
                Foundations.NONE, musts("a.x", "a.y"), failed("a.x", "a.y"), failed("a.y", "a.x")))
        .isEqualTo("a.x fail, a.y not-testable a.x");
  }

  @Test
  void oneFailureOfItsOwnIsEnoughToBeBlamed() {
    assertThat(
            judged(
                Foundations.NONE,
                musts("a.x", "a.y"),
                failed("a.x", "a.y"),
                failed("a.x"),
                failed("a.y")))
        .isEqualTo("a.x fail, a.y fail");
  }

  @Test
  void aShouldNeverBlocksAMust() {
    assertThat(
            judged(
                resting("a.x", "a.y"),
                List.of(must("a.x"), should("a.y")),
                failed("a.x"),
                failed("a.y")))
        .isEqualTo("a.x fail, a.y warning");
    assertThat(
            judged(
                resting("a.y", "a.x"),
                List.of(must("a.x"), should("a.y")),
                failed("a.x"),
                failed("a.y")))
        .isEqualTo("a.x fail, a.y not-testable a.x");
  }

  @Test
  void whereMostCasesFailTheGeneralRequirementIsBlamed() {
    assertThat(
            judged(
                summing("g.all", "a.x", "a.y", "a.z"),
                musts("a.x", "a.y", "a.z", "g.all"),
                failed("a.x"),
                failed("a.y"),
                passed("a.z"),
                notPrepared("g.all", "a.x", false)))
        .isEqualTo("a.x not-testable g.all, a.y not-testable g.all, a.z pass, g.all fail");
  }

  @Test
  void aGeneralRequirementIsNotBlamedForCasesThatSomethingElseExplains() {
    assertThat(
            judged(
                summing("g.all", "a.x", "a.y"),
                musts("a.x", "a.y", "b.z", "g.all"),
                failed("a.x", "b.z"),
                failed("a.y", "b.z"),
                failed("b.z"),
                notPrepared("g.all", "a.x", false)))
        .isEqualTo("a.x not-testable b.z, a.y not-testable b.z, b.z fail, g.all not-testable b.z");
  }

  @Test
  void whereFewCasesFailEachIsBlamedAndNotTheGeneralRequirement() {
    assertThat(
            judged(
                summing("g.all", "a.x", "a.y", "a.z"),
                musts("a.x", "a.y", "a.z", "g.all"),
                failed("a.x"),
                passed("a.y"),
                passed("a.z"),
                failed("g.all")))
        .isEqualTo("a.x fail, a.y pass, a.z pass, g.all not-testable a.x");
  }

  @Test
  void aGeneralRequirementThatHoldsIsNotBlamedForItsCases() {
    assertThat(
            judged(
                summing("g.all", "a.x", "a.y"),
                musts("a.x", "a.y", "g.all"),
                failed("a.x"),
                failed("a.y"),
                passed("g.all")))
        .isEqualTo("a.x fail, a.y fail, g.all pass");
  }

  @Test
  void aGeneralRequirementThatTheRunLeftOutIsNotBlamed() {
    assertThat(
            judged(
                summing("g.all", "a.x", "a.y"),
                musts("a.x", "a.y", "g.all"),
                failed("a.x"),
                failed("a.y")))
        .startsWith("a.x fail, a.y fail, g.all not-testable");
  }

  @Test
  void aRefusedGivenIsBlamedOnWhatItBelongsToWhereThatFails() {
    assertThat(
            judged(
                Foundations.NONE,
                musts("a.x", "a.y"),
                notPrepared("a.x", "a.y", false),
                failed("a.y")))
        .isEqualTo("a.x not-testable a.y, a.y fail");
  }

  @Test
  void aRefusedGivenWhoseExplanationPassesIsUnexplained() {
    assertThat(
            judged(
                Foundations.NONE,
                musts("a.x", "a.y"),
                notPrepared("a.x", "a.y", false),
                passed("a.y")))
        .isEqualTo("a.x not-testable unexplained, a.y pass");
  }

  @Test
  void aRefusalSeenTwiceIsJudgedThoughItsRequirementPasses() {
    assertThat(
            judged(
                Foundations.NONE,
                musts("a.x", "a.y"),
                notPrepared("a.x", "a.y", true),
                passed("a.y")))
        .isEqualTo("a.x not-testable a.y, a.y fail");
    assertThat(judged(Foundations.NONE, musts("a.x"), notPrepared("a.x", "a.x", true)))
        .isEqualTo("a.x fail");
  }

  @Test
  void whatNoScenarioOfTheRunJudgesIsJudgedByWhatWasSeen() {
    assertThat(judged(Foundations.NONE, musts("a.x", "a.y"), notPrepared("a.x", "a.y", false)))
        .isEqualTo("a.x not-testable a.y, a.y fail");
  }

  @Test
  void theOrderOfOutcomesChangesNothing() {
    List<Outcome> outcomes =
        new ArrayList<>(
            List.of(
                failed("a.x", "a.y"),
                failed("a.y", "a.x"),
                failed("a.z", "a.x", "a.y"),
                failed("a.z", "a.y"),
                notPrepared("b.x", "a.z", false),
                failed("b.y", "a.z")));
    List<Requirement> catalogue = musts("a.x", "a.y", "a.z", "b.x", "b.y");
    Verdicts first = RunJudge.judge(catalogue, Foundations.NONE, outcomes, SCOPE);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(outcomes, new Random(i));
      assertThat(RunJudge.judge(catalogue, Foundations.NONE, outcomes, SCOPE)).isEqualTo(first);
    }
  }

  /** Whatever rests on whatever: a run with a failure has a cause, and it is a failing one. */
  @Test
  void noWebOfFoundationsExplainsAllFailuresAway() {
    for (int i = 0; i < 500; i++) {
      int seed = i;
      Random random = new Random(seed);
      List<String> ids = List.of("a.a", "a.b", "a.c", "a.d", "a.e", "a.f");
      List<Outcome> outcomes = new ArrayList<>();
      for (String id : ids) {
        for (int n = random.nextInt(3); n > 0; n--) {
          String[] rests =
              ids.stream().filter(other -> random.nextInt(3) == 0).toArray(String[]::new);
          outcomes.add(random.nextBoolean() ? failed(id, rests) : passed(id));
        }
      }
      boolean anyFailed = outcomes.stream().anyMatch(one -> one.result() == FAILED);
      Verdicts verdicts =
          RunJudge.judge(musts(ids.toArray(String[]::new)), Foundations.NONE, outcomes, SCOPE);
      Set<String> failing =
          new TreeSet<>(
              verdicts.with(Verdict.FAIL).stream().map(one -> one.requirement().id()).toList());
      assertThat(failing.isEmpty()).as("seed %d", seed).isEqualTo(!anyFailed);
      verdicts.with(Verdict.NOT_TESTABLE).stream()
          .flatMap(one -> one.blockedBy().stream())
          .forEach(cause -> assertThat(failing).as("seed %d", seed).contains(cause));
    }
  }

  @Test
  void aCauseNamesAllThatItBlocksOnceOverAllWires() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Wire wire : List.of(Wire.XMLRPC, Wire.JSONRPC1)) {
      for (String id : List.of("a.x", "a.y", "b.z")) {
        Deviation seen =
            new Deviation(id, wire, "demand", "task.call", "right", "wrong", "", "page", "");
        outcomes.add(
            new Outcome(id, wire, "s", FAILED, seen)
                .on(Outcome.Grounds.on(id.equals("a.x") ? Set.of("a.y") : Set.of())));
      }
    }
    Verdicts verdicts =
        RunJudge.judge(
            musts("a.x", "a.y", "b.z"),
            Foundations.NONE,
            outcomes,
            Scope.whole(List.of(Wire.XMLRPC, Wire.JSONRPC1)));
    List<Cause> causes = Cause.of(verdicts);
    assertThat(causes).extracting(cause -> cause.requirement().id()).containsExactly("a.y", "b.z");
    assertThat(causes.get(0).wires()).containsExactly(Wire.XMLRPC, Wire.JSONRPC1);
    assertThat(causes.get(0).blocks()).containsExactly("a.x");
    assertThat(causes.get(1).blocks()).isEmpty();
  }

  @Test
  void aPassIsNoOutcomeToExplain() {
    assertThat(judged(resting("a.x", "a.y"), musts("a.x", "a.y"), passed("a.x"), failed("a.y")))
        .isEqualTo("a.x pass, a.y fail");
  }
}
