package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

class RoleMatrixTest {

  @Test
  void aScenarioStandsUnderTheRoleThatItSpeaksAsWhateverItsTitleSays() {
    Matrices matrices =
        matrices(
            scenario("cancel as read-only", Optional.of(Role.VM_ADMIN), Verdict.FAIL),
            scenario("cancel by somebody", Optional.of(Role.VM_ADMIN), Verdict.PASS),
            scenario("cancel as pool-admin", Optional.empty(), Verdict.FAIL));
    assertThat(matrices.byRole().orElseThrow().rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.cells())
                    .filteredOn(Matrices.Cell::isRun)
                    .containsExactly(
                        new Matrices.Cell(
                            "vm-admin", Optional.of(Verdict.FAIL), new Matrices.Score(1, 2, 0))));
  }

  private static Matrices matrices(ScenarioResult... scenarios) {
    Requirement role = SampleRun.requirement("task.cancel.role", Level.MUST);
    Verdicts judged =
        RunJudge.judge(
            List.of(role), Foundations.NONE, List.of(), Scope.whole(Set.of(Wire.XMLRPC)));
    return new Matrices(RunReport.of(judged).scenarios(List.of(scenarios)).build(Redaction.DONE));
  }

  private static ScenarioResult scenario(String name, Optional<Role> role, Verdict verdict) {
    return new ScenarioResult(
        new ScenarioResult.Place(Wire.XMLRPC, "roles", "", name, role),
        List.of("task.cancel.role"),
        verdict,
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        OptionalInt.empty());
  }
}
