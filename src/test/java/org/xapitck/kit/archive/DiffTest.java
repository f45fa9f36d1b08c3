package org.xapitck.kit.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;

class DiffTest {
  private final RunReport good = SampleRun.green(1).report();
  private final RunReport bad = SampleRun.withDeviations(1, "\u001b[2J").report();

  @Test
  void aNewFailureIsNamedWithItsWire() {
    Diff diff = Diff.of(good, bad);
    assertThat(diff.isWorse()).isTrue();
    assertThat(diff.newFailures())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("task.destroy.effect on jsonrpc1: fail, The statement of");
    assertThat(diff.untested())
        .contains("task.cancel.role on xmlrpc: not-testable, no account for the role vm-admin");
    assertThat(diff.lines())
        .contains("new failures: 2", "fixed: 0")
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void whatIsFixedIsNamedAndNoReasonToStop() {
    Diff diff = Diff.of(bad, good);
    assertThat(diff.isWorse()).isFalse();
    assertThat(diff.fixed())
        .containsExactly("task.destroy.effect on jsonrpc1", "task.destroy.effect on jsonrpc2");
    assertThat(diff.untested()).isEmpty();
  }

  @Test
  void runsOfTwoServersAreNotComparedWithoutAWord() {
    assertThat(Diff.of(at("server by URL", "http://a/"), at("server by URL", "http://b/")).lines())
        .contains(
            "note: these are runs of two different servers, http://a/ and http://b/: what differs"
                + " may be no change at all");
    // the bundled simulator takes another port each time
    assertThat(
            Diff.of(
                    at("bundled simulator", "http://127.0.0.1:1/"),
                    at("bundled simulator", "http://127.0.0.1:2/"))
                .remarks())
        .isEmpty();
  }

  private static RunReport at(String kind, String url) {
    return RunReport.of(SampleRun.green(1).verdicts())
        .server("url", url)
        .server("kind", kind)
        .build(Redaction.DONE);
  }

  @Test
  void anOldFailureIsNoNewOne() {
    assertThat(Diff.of(bad, bad).isWorse()).isFalse();
  }

  @Test
  void aNarrowerRunMustNotPassForABetterOne() {
    SampleRun run = SampleRun.green(1);
    Scope filtered =
        Scope.whole(List.of(Wire.XMLRPC))
            .filtered(new Filter("@x", Shard.WHOLE), Set.of("task.create.result"));
    RunReport part =
        RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, List.of(), filtered))
            .build(Redaction.DONE);
    Diff diff = Diff.of(good, part);
    assertThat(diff.untested()).contains("task.destroy.effect on jsonrpc2: not in the new run");
    assertThat(diff.remarks()).anyMatch(remark -> remark.contains("filter was none and is \"@x\""));
  }
}
