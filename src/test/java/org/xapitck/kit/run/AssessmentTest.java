package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.Bench;
import org.xapitck.kit.execution.EndedScenario;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.FakeWire;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;

class AssessmentTest {
  private static final String ID = "task.cancel.effect";
  private static final List<String> IDS = List.of(ID);
  private static final ConformanceFailure WRONG = new ConformanceFailure("right", "wrong");

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              entry(ID, Level.MUST),
              entry("task.create.result", Level.MUST),
              entry("wire.json2.id", Level.MUST),
              entry("wire.info", Level.INFO)));

  private static Requirement entry(String id, Level level) {
    return new Requirement(
        id,
        Requirement.Kind.MESSAGE,
        level,
        "rio",
        new Requirement.Wording("the page", "The sentence.", ""),
        level == Level.INFO ? Optional.of("varies") : Optional.empty(),
        EnumSet.allOf(Wire.class),
        Optional.empty(),
        OptionalInt.empty());
  }

  private boolean gone;
  private int questions;
  private final Assessment assessment =
      new Assessment(
          CATALOGUE,
          requirement -> true,
          Wire.JSONRPC2,
          " --url x",
          () -> {
            questions++;
            return gone;
          });

  private static Exchange exchange(Answer answer, Exchange.Violation... violations) {
    return new Exchange(
        Wire.JSONRPC2,
        "task.create",
        Sent.usual(Wire.Notation.JSON, new byte[0]),
        200,
        List.of(),
        new byte[0],
        Duration.ZERO,
        answer,
        List.of(violations));
  }

  private Outcome only(RunningScenario scenario) {
    List<Outcome> outcomes = assessment.outcomes(scenario);
    assertThat(outcomes).hasSize(1);
    return outcomes.get(0);
  }

  private Result result(String keyword, Throwable error) {
    return only(EndedScenario.failed(IDS, keyword, error)).result();
  }

  @Test
  void whatPassedIsNotBlamed() {
    Outcome outcome = only(EndedScenario.passed(IDS));
    assertThat(outcome).isEqualTo(Outcome.passed(ID, Wire.JSONRPC2, "Feature: scenario"));
  }

  private static Outcome outcome(Result result, Reason reason) {
    return new Outcome(ID, Wire.JSONRPC2, "Feature: scenario", result, reason);
  }

  @Test
  void aWhenThatFindsTheServerWrongBlamesIt() {
    for (String keyword : List.of("When ", "Then ")) {
      Outcome outcome = only(EndedScenario.failed(IDS, keyword, WRONG));
      assertThat(outcome.result()).isEqualTo(Result.FAILED);
      assertThat(outcome.message())
          .contains(ID, "right", "wrong", "The sentence.", "the page", " --url x");
    }
  }

  @Test
  void aGivenThatTheServerRefusesBlamesNobody() {
    RunningScenario scenario =
        EndedScenario.failed(
            IDS,
            "Given ",
            WRONG.of(Owner.of("task.create.result")),
            exchange(FakeWire.refusal("X")));
    Outcome outcome = only(scenario);
    assertThat(outcome.result()).isEqualTo(Result.NOT_TESTABLE);
    assertThat(outcome.message())
        .isEqualTo(
            "cannot be prepared (Given  the step): expected right, actual wrong;"
                + " task.create.result judges that");
  }

  @Test
  void aGivenThatNoRequirementJudgesNamesNone() {
    assertThat(only(EndedScenario.failed(IDS, "Given ", WRONG)).message())
        .doesNotContain("judges that");
  }

  @Test
  void whatBelongsToAnotherRequirementIsItsFailureAndBlocksTheScenarios() {
    List<Outcome> outcomes =
        assessment.outcomes(
            EndedScenario.failed(
                IDS, "Then ", WRONG.of(Owner.of("task.unheard.of", "task.create.result"))));
    assertThat(outcomes)
        .extracting(Outcome::requirement, Outcome::result)
        .containsExactly(
            tuple("task.create.result", Result.FAILED), tuple(ID, Result.NOT_TESTABLE));
    assertThat(outcomes.get(1).message()).startsWith("blocked by task.create.result");
  }

  @Test
  void whatBelongsToNothingThatIsJudgedIsTheScenariosOwn() {
    for (String owner : List.of("wire.info", "task.unheard.of")) {
      assertThat(only(EndedScenario.failed(IDS, "Then ", WRONG.of(Owner.of(owner)))).result())
          .isEqualTo(Result.FAILED);
    }
  }

  @Test
  void anAnswerThatBreaksTheFormOfItsWireIsNotBlamedOnTheScenario() {
    Exchange exchange =
        exchange(FakeWire.text("x"), new Exchange.Violation("wire.json2.id", "1", "2"));
    List<Outcome> outcomes =
        assessment.outcomes(
            EndedScenario.failed(
                IDS, "Then ", new ConformanceFailure("right", "wrong", "task.create"), exchange));
    assertThat(outcomes)
        .filteredOn(one -> one.requirement().equals(ID))
        .extracting(Outcome::result)
        .containsExactly(Result.NOT_TESTABLE);
    assertThat(outcomes)
        .filteredOn(one -> one.result() == Result.FAILED)
        .extracting(Outcome::requirement)
        .containsOnly("wire.json2.id");
  }

  @Test
  void whatTheServerLacksIsNotAFault() {
    assertThat(
            only(EndedScenario.failed(IDS, "Then ", new NotApplicable(Reason.Plain.TASK_REMOVED))))
        .isEqualTo(outcome(Result.NOT_APPLICABLE, Reason.Plain.TASK_REMOVED));
  }

  @Test
  void whatIsMissingIsNotAFault() {
    assertThat(
            only(
                EndedScenario.failed(IDS, "Then ", new PreconditionFailed(Reason.Plain.NO_SOURCE))))
        .isEqualTo(outcome(Result.NOT_TESTABLE, Reason.Plain.NO_SOURCE));
  }

  @Test
  void aRefusedLoginIsNotAFaultOfTheMessage() {
    Bench bench = new Bench();
    bench.wire.on("session.login_with_password", FakeWire.refusal("SESSION_INVALID"));
    assertThat(result("When ", catchThrowable(() -> bench.api.session(Bench.ADMIN))))
        .isEqualTo(Result.NOT_TESTABLE);
  }

  @Test
  void aServerThatIsGoneIsNotBlamedForTheMessage() {
    Bench bench = new Bench();
    bench.api.breakOff(Reason.Plain.BROKEN_OFF);
    Throwable gone = catchThrowable(() -> bench.api.call(Bench.ADMIN, "task.get_all", List.of()));
    assertThat(only(EndedScenario.failed(IDS, "When ", gone)))
        .isEqualTo(outcome(Result.NOT_TESTABLE, Reason.Plain.BROKEN_OFF));
  }

  @Test
  void aLedgerThatCannotBeWrittenIsNotAFaultOfTheServer() {
    Bench bench = new Bench();
    bench.journal.refusing("intent");
    assertThat(result("When ", catchThrowable(() -> bench.ledger.intend("", Wire.XMLRPC))))
        .isEqualTo(Result.NOT_TESTABLE);
  }

  @Test
  void whateverElseIsThrownIsTheKitsOwnFault() {
    Outcome named =
        only(EndedScenario.failed(IDS, "Then ", new IllegalStateException("the scenario's")));
    assertThat(named)
        .isEqualTo(
            outcome(Result.KIT_ERROR, new Reason.KitError("Then  the step", "the scenario's")));
    assertThat(only(EndedScenario.failed(IDS, "Given ", new NullPointerException())).message())
        .isEqualTo("the kit failed at \"Given  the step\": NullPointerException");
    assertThat(only(EndedScenario.failed(IDS, "When ", null)).message())
        .isEqualTo("the kit failed at \"When  the step\": the step is undefined or ambiguous");
  }

  @Test
  void aServerThatGoesAwayInTheMiddleOfACallIsNotBlamed() {
    gone = true;
    RunningScenario scenario =
        EndedScenario.failed(IDS, "Then ", WRONG, exchange(new Answer.Malformed("cut off")));
    assertThat(only(scenario)).isEqualTo(outcome(Result.NOT_TESTABLE, Reason.Plain.CUT_OFF));
  }

  @Test
  void aServerThatIsThereIsBlamedForWhatCannotBeRead() {
    RunningScenario scenario =
        EndedScenario.failed(IDS, "Then ", WRONG, exchange(new Answer.Malformed("cut off")));
    assertThat(only(scenario).result()).isEqualTo(Result.FAILED);
    assertThat(questions).isEqualTo(1);
  }

  @Test
  void nobodyIsAskedWhetherTheServerIsThereWhereItsAnswerWasSound() {
    gone = true;
    assertThat(result("Then ", WRONG)).isEqualTo(Result.FAILED);
    only(EndedScenario.failed(IDS, "Then ", WRONG, exchange(FakeWire.text("x"))));
    only(EndedScenario.passed(IDS, exchange(new Answer.Malformed("tolerated"))));
    only(
        EndedScenario.failed(IDS, "Given ", WRONG, exchange(new Answer.Malformed("not prepared"))));
    assertThat(questions).isZero();
  }

  @Test
  void theFormOfTheCallThatShowsAFailureIsBlamedAndNoFormOfAnotherCall() {
    Exchange malformed =
        exchange(FakeWire.text("x"), new Exchange.Violation("wire.json2.id", "the id", "none"));
    for (String longer : List.of("task.create_all", "task.creat")) {
      ConformanceFailure other = new ConformanceFailure("right", "wrong", longer);
      assertThat(assessment.outcomes(EndedScenario.failed(IDS, "Then ", other, malformed)))
          .extracting(Outcome::requirement, Outcome::result)
          .contains(tuple(ID, Result.FAILED));
    }
    ConformanceFailure same =
        new ConformanceFailure("right", "wrong", "task.create").seenIn(", field x");
    assertThat(assessment.outcomes(EndedScenario.failed(IDS, "Then ", same, malformed)))
        .extracting(Outcome::requirement, Outcome::result)
        .contains(tuple("wire.json2.id", Result.FAILED), tuple(ID, Result.NOT_TESTABLE));
  }

  @Test
  void aBreachOfTheWireIsNotedOnceBesideAScenarioThatPassed() {
    Exchange.Violation first = new Exchange.Violation("wire.json2.id", "the id", "none");
    Exchange.Violation second = new Exchange.Violation("wire.json2.id", "the id", "another");
    List<Outcome> outcomes =
        assessment.outcomes(
            EndedScenario.passed(
                IDS, exchange(FakeWire.text("x"), first), exchange(FakeWire.text("x"), second)));
    assertThat(outcomes)
        .extracting(Outcome::requirement, Outcome::result)
        .containsExactly(tuple(ID, Result.PASSED), tuple("wire.json2.id", Result.FAILED));
    assertThat(outcomes.get(1).message()).contains("none  (task.create)").doesNotContain("another");
  }

  @Test
  void aBreachThatNoRequirementJudgesIsNotBlamed() {
    Exchange exchange =
        exchange(
            FakeWire.text("x"),
            new Exchange.Violation("wire.info", "a", "b"),
            new Exchange.Violation("wire.of.another.version", "a", "b"));
    assertThat(assessment.outcomes(EndedScenario.passed(IDS, exchange))).hasSize(1);
  }
}
