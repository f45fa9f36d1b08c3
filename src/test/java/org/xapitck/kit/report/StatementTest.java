package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Browser;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Filter;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.kit.verdict.Verdicts;

class StatementTest {

  /** A server that would change the statement, call home and mark the title. */
  private static final String HOSTILE =
      "</pre><script>document.title='pwned'</script><img src=http://evil.example/x"
          + " onerror=\"document.title='pwned'\"><b>all passed</b>\u001b[2J | ``` @somebody";

  @TempDir Path temp;

  @Test
  void aReaderSeesTheWordTheNumbersAndEveryDeviationOnce() {
    String page = html(SampleRun.withDeviations(2, "all is fine").report());
    assertThat(page)
        .contains("<p class=\"word non-conformant\">non-conformant</p>")
        .contains("http://127.0.0.1:8080/", "xapi 24.16.0", "2026-11-25", "vm-admin")
        .contains("<h2 id=\"deviations\">Deviations: 4</h2>")
        .contains(
            "<code>task.destroy.effect</code> <small>must, JSON-RPC 1.0, JSON-RPC 2.0, new</small>")
        .contains("The statement of task.destroy.effect in one sentence.")
        .contains("expected  Failure HANDLE_INVALID")
        .contains("actual    Success &quot;all is fine&quot;")
        .contains("no account for the role vm-admin")
        // 49 requirements, 42 of them musts: 42 - 2 untested on each wire - 1 fail
        .contains("<td>39 of 42</td>");
  }

  @Test
  void theSameIsSaidInMarkdown() {
    String page = markdown(SampleRun.withDeviations(1, "x").report());
    assertThat(page)
        .startsWith("# Conformance of class task: non-conformant\n")
        .contains("**fail** `task.destroy.effect` (must, JSON-RPC 1.0, JSON-RPC 2.0, new)")
        .contains("| JSON-RPC 2.0 | 39 of 42 | 4 of 6 |");
  }

  @Test
  void aSelectionMustNotReadAsAWholeRun() {
    SampleRun run = SampleRun.green(1);
    Scope filtered =
        Scope.whole(List.of(Wire.JSONRPC2))
            .filtered(new Filter("@task.create.result", Shard.WHOLE), Set.of("task.create.result"));
    RunReport report =
        RunReport.of(Verdicts.judge(run.catalogue, Foundations.NONE, List.of(), filtered))
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
        .contains("<td class=\"fail\" title=\"fail\"><b>\u2717</b> 5/7</td>")
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
          .contains("<title>Statement: class task, non-conformant</title>")
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
