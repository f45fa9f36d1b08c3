package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Browser;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;

class StatementTest {

  /** A server that would change the statement, call home and mark the title. */
  private static final String HOSTILE =
      "</pre><script>document.title='pwned'</script><img src=http://evil.example/x"
          + " onerror=\"document.title='pwned'\"><b>all passed</b>\u001b[2J | ``` @somebody";

  @TempDir Path temp;

  @Test
  void aReaderSeesTheVerdictTheNumbersAndEveryCauseOnce() {
    String page = html(SampleRun.withDeviations(2, "all is fine").report());
    assertThat(page)
        .contains("<b>\u2717 No: non-conformant</b>")
        .contains("http://127.0.0.1:8080/", "xapi 24.16.0", "25 November 2026", "vm-admin")
        .contains("XenAPI class task")
        // 49 requirements, 42 of them musts, on 3 wires: 2 broken, 1 kit error, 6 untested
        .contains(
            "117 of 126 musts passed, 2 failed, 1 not judged because the kit failed, 6 not"
                + " tested; 15 of 21 shoulds passed.")
        .contains("<p>4 causes.")
        .contains("<small>must, JSON-RPC 1.0, JSON-RPC 2.0, in no baseline</small>")
        .contains("The statement of task.destroy.effect in one sentence.")
        .contains("<dt>expected</dt><dd>Failure HANDLE_INVALID</dd>")
        .contains("<dt>actual</dt><dd>Success &quot;all is fine&quot;</dd>")
        .contains("java -jar xapi-task-tck.jar rerun task.destroy.effect")
        .contains("no account for the role vm-admin")
        .contains("<td data-column=\"must\">39 of 42</td>");
    assertThat(page.split("<code>task.destroy.effect</code>", -1)).hasSize(2);
  }

  @Test
  void aCauseSaysWhatItBlocks() {
    RunReport report = blocking(SampleRun.green(1)).build(Redaction.DONE);
    assertThat(html(report))
        .contains("<summary>blocks 1 other requirement</summary>")
        .contains("<p class=\"ids\">task.destroy.effect</p>")
        .doesNotContain("<h2 id=\"unknown\">");
    assertThat(markdown(report)).contains("blocks 1 other requirement");
  }

  /** Creation is broken on one wire, and destroying rests on it. */
  private static RunReport.Builder blocking(SampleRun run) {
    Requirement broken = run.catalogue.get(0);
    Outcome fail =
        new Outcome(
            broken.id(),
            Wire.XMLRPC,
            "task.create: x",
            Outcome.Result.FAILED,
            Deviation.of(broken, Wire.XMLRPC, new ConformanceFailure("a", "b", ""), ""));
    Outcome blocked =
        new Outcome(
            "task.destroy.effect",
            Wire.XMLRPC,
            "task.destroy: x",
            Outcome.Result.NOT_TESTABLE,
            new Reason.Blocked(broken.id(), "no task"));
    run.outcomes.removeIf(
        one ->
            one.wire() == Wire.XMLRPC
                && List.of(broken.id(), "task.destroy.effect").contains(one.requirement()));
    run.outcomes.addAll(List.of(fail, blocked));
    return RunReport.of(run.verdicts())
        .contract(
            Optional.of(
                new Citation(
                    "The contract", Optional.of(URI.create("https://contract.example/task")))))
        .command("java -jar xapi-task-tck.jar run --wire xmlrpc");
  }

  @Test
  void aRunSaysForWhatItIsAndHowItIsRepeated() {
    RunReport report = blocking(SampleRun.green(1)).build(Redaction.DONE);
    assertThat(html(report))
        .contains("<a href=\"https://contract.example/task\">The contract</a>")
        .contains("<pre>java -jar xapi-task-tck.jar run --wire xmlrpc</pre>")
        .contains("<dt>Declared scope</dt>", "<dt>Connection</dt>", "<dt>Roles without one</dt>");
    assertThat(markdown(report))
        .contains("[The contract](https://contract.example/task)")
        .contains("```text\njava -jar xapi-task-tck.jar run --wire xmlrpc\n```");
  }

  @Test
  void aRunThatBrokeOffSaysWhatIsUnknownAndNotThatNothingIsWrong() {
    SampleRun run = SampleRun.green(1);
    List<Outcome> some = run.outcomes.subList(0, 30);
    Scope stopped =
        Scope.whole(List.of(Wire.values())).stoppedAt(Wire.XMLRPC, Reason.Plain.BROKEN_OFF);
    RunReport report =
        RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, some, stopped))
            .build(Redaction.DONE);
    for (String page : List.of(html(report), markdown(report))) {
      assertThat(page)
          .contains("? Not known", "What is unknown", Reason.Plain.BROKEN_OFF.text())
          .contains("No deviation was seen in the 30 checks that ran.")
          .doesNotContain("None was found", "Deviations: 0", "Nothing. No deviation");
    }
  }

  @Test
  void aRunThatTestedNothingKnowsNothing() {
    SampleRun run = SampleRun.green(1);
    RunReport report =
        RunReport.of(
                RunJudge.judge(
                    run.catalogue,
                    Foundations.NONE,
                    List.of(),
                    Scope.whole(List.of(Wire.values()))))
            .build(Redaction.DONE);
    assertThat(html(report)).contains("Unknown: nothing was tested.");
  }

  @Test
  void wiresThatAnswerDifferentlyAreToldApart() {
    SampleRun run = SampleRun.green(1);
    Requirement broken = run.catalogue.get(0);
    run.outcomes.removeIf(one -> one.requirement().equals(broken.id()));
    for (Wire wire : Wire.values()) {
      run.outcomes.add(
          new Outcome(
              broken.id(),
              wire,
              "task.create: x",
              Outcome.Result.FAILED,
              Deviation.of(
                  broken,
                  wire,
                  new ConformanceFailure("a", wire == Wire.XMLRPC ? "b" : "c", ""),
                  "")));
    }
    assertThat(html(RunReport.of(run.verdicts()).build(Redaction.DONE)))
        .contains("<p>1 cause.")
        .contains("<dt>actual, XML-RPC</dt><dd>b</dd>")
        .contains("<dt>actual, JSON-RPC 1.0, JSON-RPC 2.0</dt><dd>c</dd>");
  }

  @Test
  void theSameIsSaidInMarkdown() {
    String page = markdown(SampleRun.withDeviations(1, "x").report());
    assertThat(page)
        .startsWith("# Conformance to the XenAPI class task: non-conformant\n\n**\u2717 No.** 117")
        .contains("### \u2717 fail `task.destroy.effect`\n")
        .contains("(must, JSON-RPC 1.0, JSON-RPC 2.0, in no baseline)")
        .contains("actual    Success \"x\"")
        .contains("| JSON-RPC 2.0 | 39 of 42 | 4 of 6 | 1 |");
  }

  @Test
  void aSelectionMustNotReadAsAWholeRun() {
    SampleRun run = SampleRun.green(1);
    Scope filtered =
        Scope.whole(List.of(Wire.JSONRPC2))
            .filtered(new Filter("@task.create.result", Shard.WHOLE), Set.of("task.create.result"));
    RunReport report =
        RunReport.of(RunJudge.judge(run.catalogue, Foundations.NONE, List.of(), filtered))
            .build(Redaction.DONE);
    assertThat(html(report))
        .contains("incomplete (filtered)", "no statement about the whole class");
    assertThat(markdown(report)).contains("speaks of that selection only");
    assertThat(Badge.svg(report)).contains("incomplete (filtered)", "#595959");
  }

  @Test
  void aKnownDeviationSaysWhyItIsAcceptedAndComesAfterWhatIsNew() {
    SampleRun run = SampleRun.withDeviations(1, "x");
    Baseline.Entry entry =
        new Baseline.Entry(
            "task.destroy.effect",
            Optional.empty(),
            "ticket <7>",
            "https://t.example/7",
            Optional.empty(),
            false,
            "b.yaml:1");
    String page =
        html(
            RunReport.of(run.verdicts().under(new Baseline(List.of(entry)), false))
                .scenarios(run.scenarios)
                .build(Redaction.DONE));
    assertThat(page).contains("known: ticket &lt;7&gt; https://t.example/7</small>");
    assertThat(page.indexOf("known: ticket")).isGreaterThan(page.indexOf(", new</small>"));
  }

  @Test
  void noColourIsNeededToReadIt() {
    assertThat(html(SampleRun.withDeviations(1, "x").report()))
        .contains(
            "<td class=\"cell fail\" data-column=\"JSON-RPC 2.0\"><b class=\"sign\">\u2717</b>5/7</td>")
        .contains("<b>\u2713</b> pass</span>");
  }

  @Test
  void nothingOfAServerIsMarkup() {
    RunReport report = SampleRun.withDeviations(1, HOSTILE).report();
    assertThat(html(report)).doesNotContain("<script", "<img", "<b>all", "\u001b");
    assertThat(markdown(report)).doesNotContain("\u001b").contains("````text");
  }

  @Test
  void noScriptOfAServerRunsAndNothingIsLoaded() throws Exception {
    try (Browser browser = Browser.open(temp.resolve("browser"))) {
      Path control = Files.writeString(temp.resolve("control.html"), HOSTILE);
      assertThat(browser.domInSpiteOfComplaints(control.toUri().toString())).contains("pwned");
      assertThat(browser.asked()).anyMatch(line -> line.contains("evil.example"));
    }
    try (Browser browser = Browser.open(temp.resolve("browser"))) {
      Path page = temp.resolve("statement.html");
      Files.writeString(page, html(SampleRun.withDeviations(1, HOSTILE).report()));
      assertThat(browser.dom(page.toUri().toString()))
          .contains("<title>XenAPI class task: non-conformant</title>")
          .contains("&lt;b&gt;all passed");
      assertThat(browser.asked()).noneMatch(line -> line.contains("evil.example"));
    }
  }

  @Test
  void aBadgeServiceCanReadTheWord() throws Exception {
    RunReport report = SampleRun.green(1).report();
    assertThat(new ObjectMapper().readTree(Badge.json(report)))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"schemaVersion\":1,\"label\":\"XenAPI class task\","
                        + "\"message\":\"conformant\",\"color\":\"#00629b\"}"));
    assertThat(Badge.svg(report))
        .contains(">conformant</text>")
        .doesNotContain("href", "http:/" + "/e");
  }

  private static String html(RunReport report) {
    return StatementHtml.write(report);
  }

  private static String markdown(RunReport report) {
    return StatementMarkdown.write(report);
  }
}
