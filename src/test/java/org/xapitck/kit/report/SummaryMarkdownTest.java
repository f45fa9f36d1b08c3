package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;

class SummaryMarkdownTest {

  @Test
  void aFilteredRunMustNotPassForAWholeOne() {
    SampleRun run = SampleRun.green(1);
    Scope scope =
        Scope.whole(List.of(Wire.values()))
            .filtered(new Filter("@task.create.result", Shard.WHOLE), Set.of());
    RunReport report =
        RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, run.outcomes, scope))
            .build(Redaction.DONE);
    assertThat(SummaryMarkdown.write(report)).startsWith("# conformant (filtered)\n");
  }

  @Test
  void theFirstLineOfTheMarkdownIsTheWord() {
    assertThat(SummaryMarkdown.write(SampleRun.green(1).report())).startsWith("# conformant\n");
    String bad = SummaryMarkdown.write(SampleRun.withDeviations(1, "x").report());
    assertThat(bad)
        .startsWith("# non-conformant\n")
        .contains("No account was given for: vm-admin.")
        .contains(
            "* no account for the role vm-admin: `task.cancel.role`, `task.create.role` (xmlrpc,")
        .contains("* **fail** `task.destroy.effect` on jsonrpc1")
        .contains("* **warning** `task.cancel.pending` on xmlrpc")
        .contains("| XML-RPC | 44 |  | 2 | 1 | 2 |  |");
  }

  @Test
  void aServersMarkupStaysText() {
    String evil = "</details><script>alert(1)</script> ```\n# conformant\n[x](http://evil) @team |";
    String summary = SummaryMarkdown.write(SampleRun.withDeviations(1, evil).report());
    // the only place of a message is a fenced block whose fence is longer than any in it
    assertThat(summary).contains("````text\n").doesNotContain("\n# conformant\n[x]");

    Outcome untested =
        new Outcome(
            "a.b.c", Wire.XMLRPC, "s", Outcome.Result.NOT_TESTABLE, new Reason.Restored(evil));
    Requirement requirement = SampleRun.requirement("a.b.c", Level.MUST);
    RunReport report =
        RunReport.of(
                RunJudge.judge(
                    List.of(requirement),
                    Foundations.NONE,
                    List.of(untested),
                    Scope.whole(List.of(Wire.XMLRPC))))
            .server("url", evil)
            .notice(evil)
            .build(Redaction.DONE);
    assertThat(SummaryMarkdown.write(report))
        .doesNotContain("<script>")
        .doesNotContain("](http:")
        .doesNotContain("@team")
        .doesNotContain("\n# conformant");
  }

  @Test
  void aCiPageTakesTheSummaryOfTheWorstRun() {
    List<Requirement> catalogue =
        java.util.stream.IntStream.range(0, 460)
            .mapToObj(i -> SampleRun.requirement("task.message_" + i + ".aspect", Level.MUST))
            .toList();
    for (Outcome.Result result : Outcome.Result.values()) {
      List<Outcome> outcomes =
          catalogue.stream()
              .flatMap(
                  requirement ->
                      java.util.Arrays.stream(Wire.values())
                          .map(
                              wire ->
                                  new Outcome(
                                      requirement.id(),
                                      wire,
                                      "s",
                                      result,
                                      new Reason.Restored(
                                          requirement.id() + " \u20ac".repeat(9000)))))
              .toList();
      RunReport report =
          RunReport.of(
                  RunJudge.judge(
                      catalogue, Foundations.NONE, outcomes, Scope.whole(List.of(Wire.values()))))
              .calls(Map.of())
              .build(Redaction.DONE);
      String summary = SummaryMarkdown.write(report);
      assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(64 * 1024);
      if (result != Outcome.Result.PASSED) {
        assertThat(summary).contains("more: see results.json");
      }
    }
  }
}
