package org.xapitck.kit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdicts;

class FailedRunTest {
  private static final Requirement REQUIREMENT =
      new Requirement(
          "task.create.result",
          Requirement.Kind.MESSAGE,
          Level.MUST,
          "rio",
          new Requirement.Wording("line 1", "A statement.", ""));

  @TempDir Path folder;

  @Test
  void aConformantRunFailsNoTest() {
    assertThatCode(() -> failed(report(Outcome.Result.PASSED, "").build(Redaction.DONE)).raise())
        .doesNotThrowAnyException();
  }

  @Test
  void aKitThatFailedIsNamedByTheFileThatSaysWhere() throws Exception {
    Path file = Files.createFile(folder.resolve("kit-error.txt"));
    RunReport run =
        report(Outcome.Result.PASSED, "")
            .notice("the kit failed")
            .ended(Overall.INCOMPLETE, Verdicts.EXIT_KIT_ERROR)
            .build(Redaction.DONE);
    assertThatThrownBy(failed(run)::raise)
        .hasMessage("incomplete: the kit failed, and " + file + " says where");
  }

  @Test
  void aClientThatFailedIsNamedByItsRequirement() {
    assertThat(
            failed(report(Outcome.Result.KIT_ERROR, "parsers differ").build(Redaction.DONE))
                .sentence())
        .startsWith("incomplete: task.create.result on xmlrpc: parsers differ (exit code 5; ");
  }

  @Test
  void aFailureIsNamedWithoutItsSecrets() {
    RunReport run =
        report(Outcome.Result.FAILED, "got OpaqueRef:1.\n  expected  2")
            .build(text -> text.replace("OpaqueRef:1", "***"));
    assertThat(failed(run).sentence())
        .isEqualTo(
            "non-conformant: task.create.result on xmlrpc: got *** (exit code 1; report in "
                + folder
                + ")");
  }

  @Test
  void anUntestedMustIsNamedWhereNothingElseIsToBeSaid() {
    assertThat(
            failed(report(Outcome.Result.NOT_TESTABLE, "no account").build(Redaction.DONE))
                .sentence())
        .startsWith("incomplete: task.create.result on xmlrpc: no account (exit code 3; ");
  }

  private FailedRun failed(RunReport run) {
    return new FailedRun(run, folder);
  }

  private static RunReport.Builder report(Outcome.Result result, String message) {
    Outcome outcome =
        new Outcome(
            REQUIREMENT.id(),
            Wire.XMLRPC,
            "a scenario",
            result,
            Optional.of(message).filter(text -> !text.isEmpty()).map(Reason.Restored::new));
    return RunReport.of(
        RunJudge.judge(
            List.of(REQUIREMENT),
            Foundations.NONE,
            List.of(outcome),
            Scope.whole(List.of(Wire.XMLRPC))));
  }
}
