package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** The reports that count scenarios blame no other requirement than those that count these. */
class SettledScenarioTest {
  private final Requirement create = SampleRun.requirement("task.create.result", Level.MUST);
  private final Requirement destroy = SampleRun.requirement("task.destroy.effect", Level.MUST);

  @Test
  void aFailureThatBelongsToAnotherRequirementIsNoFailureOfTheScenario() {
    Outcome cause = failed(create);
    Outcome hit = failed(destroy).on(Outcome.Grounds.on(Set.of(create.id())));
    Verdicts verdicts = verdicts(cause, hit);
    ScenarioResult scenario = scenario(destroy, hit);
    assertThat(scenario.verdict()).isEqualTo(Verdict.FAIL);

    ScenarioResult settled = scenario.settled(verdicts);
    assertThat(settled.verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(settled.because()).contains(create.id());
    assertThat(settled.message()).contains(create.id());
    assertThat(scenario(create, cause).settled(verdicts)).isEqualTo(scenario(create, cause));
  }

  @Test
  void whatKeptAScenarioFromJudgingIsAWordForPrograms() {
    Outcome missing =
        new Outcome(
            destroy.id(),
            Wire.XMLRPC,
            "a scenario",
            Outcome.Result.NOT_TESTABLE,
            new Reason.AccountMissing(Role.VM_ADMIN));
    ScenarioResult scenario = scenario(destroy, missing);
    assertThat(scenario.because()).contains("account-missing");
    assertThat(scenario.settled(verdicts(missing)).because()).contains("account-missing");
  }

  private Verdicts verdicts(Outcome... outcomes) {
    return RunJudge.judge(
        List.of(create, destroy),
        Foundations.NONE,
        List.of(outcomes),
        Scope.whole(Set.of(Wire.XMLRPC)));
  }

  private static ScenarioResult scenario(Requirement requirement, Outcome outcome) {
    return ScenarioResult.of(
        new ScenarioResult.Place(Wire.XMLRPC, "a feature", "", "a scenario", Optional.empty()),
        List.of(requirement),
        List.of(outcome),
        Duration.ZERO);
  }

  private static Outcome failed(Requirement requirement) {
    return new Outcome(
        requirement.id(),
        Wire.XMLRPC,
        "a scenario",
        Outcome.Result.FAILED,
        Deviation.of(
            requirement, Wire.XMLRPC, new ConformanceFailure("a text", "a list", "a.call"), ""));
  }
}
