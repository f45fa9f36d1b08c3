package org.xapitck.kit.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.publish.Reports;
import org.xapitck.kit.report.LoginResult;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.verdict.Verdict;

@Tag("slow")
class AllureReportTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An attribute or a style that makes a browser fetch something. */
  private static final Pattern LOAD =
      Pattern.compile(
          "(?i)<(?:script|link|img|iframe|object|embed|source|video|audio|base)\\b[^>]*?"
              + "\\b(?:src|href|data)\\s*=\\s*[\"']?([^\"'\\s>]*)|url\\(\\s*[\"']?([^\"')]{0,60})"
              + "|@import\\s+[\"']?([^\"';]*)");

  @TempDir Path temp;

  @Test
  void thePageLoadsNothingFromAnywhere() throws IOException {
    String page = Files.readString(write(SampleRun.withDeviations(1, "http://evil/"), Map.of()));
    assertThat(page)
        .doesNotContain("googletagmanager")
        .doesNotContain("gtag")
        .doesNotContain("google-analytics")
        .contains("default-src 'none'");
    String markup = page.replaceAll("(?s)<script nonce.*?</script>", "");
    Matcher load = LOAD.matcher(markup);
    int seen = 0;
    while (load.find()) {
      String target =
          Stream.of(load.group(1), load.group(2), load.group(3))
              .filter(group -> group != null)
              .findFirst()
              .orElseThrow();
      assertThat(target).startsWith("data:");
      seen++;
    }
    assertThat(seen).as("fonts and icons in the style sheet").isGreaterThan(10);
  }

  @Test
  void asManyTestsAreShownAsWereExecuted() throws IOException {
    SampleRun run = SampleRun.withDeviations(3, "x");
    Map<String, String> data = PageData.of(write(run, Map.of()));
    JsonNode summary = MAPPER.readTree(data.get("widgets/summary.json"));
    assertThat(summary.at("/statistic/total").asInt()).isEqualTo(run.scenarios.size());
    assertThat(summary.at("/statistic/failed").asInt()).isEqualTo(number(run, Verdict.FAIL));
    assertThat(summary.at("/statistic/broken").asInt()).isEqualTo(number(run, Verdict.KIT_ERROR));
    assertThat(summary.at("/statistic/passed").asInt())
        .isEqualTo(number(run, Verdict.PASS) + number(run, Verdict.WARNING));
    assertThat(summary.get("reportName").asText())
        .isEqualTo("non\u2011conformant: XenAPI class task");
  }

  @Test
  void behavioursCategoriesSuitesAndEnvironmentAreThere() throws IOException {
    Map<String, String> data = PageData.of(write(SampleRun.withDeviations(1, "x"), Map.of()));
    JsonNode behaviours = MAPPER.readTree(data.get("data/behaviors.json"));
    assertThat(children(behaviours)).containsExactly("Class task");
    assertThat(children(behaviours.at("/children/0"))).contains("task.create", "task.destroy");
    assertThat(children(MAPPER.readTree(data.get("data/suites.json"))))
        .containsExactlyInAnyOrder("XML-RPC", "JSON-RPC 1.0", "JSON-RPC 2.0");
    assertThat(children(MAPPER.readTree(data.get("data/categories.json"))))
        .hasSize(7)
        .anyMatch(name -> name.startsWith(" Non-conformant"))
        .anyMatch(name -> name.startsWith("2. task.cancel.pending: "));
    JsonNode environment = MAPPER.readTree(data.get("widgets/environment.json"));
    assertThat(environment.get(0).get("name").asText()).isEqualTo("verdict");
    assertThat(environment.toString())
        .contains("roles without an account")
        .contains("http://127.0.0.1:8080/");
  }

  /**
   * Whatever tab is opened, its data is there: the application breaks off where a file is missing.
   */
  @Test
  void noFileThatTheApplicationAsksForIsMissing() throws IOException {
    Path page = write(SampleRun.green(1), Map.of());
    Map<String, String> data = PageData.of(page);
    Matcher asked =
        Pattern.compile("\"((?:data|widgets)/[a-z-]+\\.json)\"").matcher(Files.readString(page));
    while (asked.find()) {
      assertThat(data).containsKey(asked.group(1));
    }
    String widgets =
        "summary history-trend suites categories environment executors behaviors status-chart "
            + "severity duration duration-trend retry-trend categories-trend";
    for (String widget : widgets.split(" ")) {
      assertThat(data).containsKey("widgets/" + widget + ".json");
    }
  }

  @Test
  void aSecretInAnyTextReachesNoFile() throws IOException {
    SampleRun run = SampleRun.withDeviations(1, "token hunter2 token");
    Path page = write(run, Map.of("GITHUB_ACTIONS", "true", "GITHUB_REPOSITORY", "hunter2"));
    assertThat(PageData.of(page).values()).noneMatch(text -> text.contains("hunter2"));
    try (Stream<Path> files = Files.walk(temp.resolve("report"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("hunter2");
      }
    }
  }

  @Test
  void aRunThatNeverGotToAScenarioStillHasAReport() throws IOException {
    ReportFolder folder = ReportFolder.prepare(temp.resolve("report"));
    RunReport report =
        RunReport.of(SampleRun.green(1).verdicts())
            .login(new LoginResult(Wire.XMLRPC, Verdict.FAIL, "nobody listens there, hunter2"))
            .login(new LoginResult(Wire.JSONRPC1, Verdict.NOT_TESTABLE, "no answer"))
            .build(SampleRun.HIDDEN);
    AllurePreflight.write(report, folder.allureResults());
    Path page = AllureReport.generate(folder.allureResults(), folder.allureReport(), "x");
    String tests = PageData.of(page).toString();
    assertThat(tests)
        .contains("preflight: log in on xmlrpc")
        .contains("nobody listens there, ***")
        .contains("preflight: log in on jsonrpc1")
        .contains("not tested: no answer");
  }

  @Test
  void aResultThatTheDiskRefusedIsMissed() throws IOException {
    SampleRun run = SampleRun.green(1);
    ReportFolder folder = ReportFolder.prepare(temp.resolve("report"));
    Files.createDirectories(folder.path());
    // a file where the folder of the results should be: every write fails
    Files.writeString(folder.allureResults(), "in the way");
    assertThatCode(() -> run.writeAllure(folder.allureResults())).doesNotThrowAnyException();
    Files.delete(folder.allureResults());

    assertThatThrownBy(() -> Reports.write(folder, run.report(), name -> null))
        .isInstanceOf(ReportFolderException.class)
        .hasMessageContaining("allure-results holds 0 of 147 results");
    assertThat(folder.path().resolve("results.json")).exists();
  }

  @Test
  void aReportWithoutResultsOpens() throws IOException {
    Path page = AllureReport.generate(temp.resolve("none"), temp.resolve("r"), "<b>\"x\"</b>");
    assertThat(Files.readString(page)).contains("<title>&lt;b&gt;&quot;x&quot;&lt;/b&gt;</title>");
  }

  @Test
  void theCiThatRanItIsNamed() throws IOException {
    JsonNode github =
        executor(
            Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_REPOSITORY", "a/b",
                "GITHUB_RUN_ID", "7",
                "GITHUB_RUN_NUMBER", "3"));
    assertThat(github.get("buildUrl").asText()).isEqualTo("https://github.com/a/b/actions/runs/7");
    assertThat(github.get("buildOrder").asLong()).isEqualTo(3);
    assertThat(executor(Map.of("GITLAB_CI", "1", "CI_JOB_NAME", "tck")).toString())
        .contains("GitLab CI")
        .doesNotContain("buildUrl");
    assertThat(executor(Map.of("JENKINS_URL", "1", "BUILD_NUMBER", "x")).toString())
        .contains("Jenkins")
        .doesNotContain("buildOrder");
  }

  /** An empty box looks like a mistake of the report. */
  @Test
  void noBoxIsEmptyAfterTheFirstRun() throws IOException {
    JsonNode executor = executor(Map.of());
    assertThat(executor.get("name").asText()).isEqualTo("xapi-task-tck 0.1.0");
    assertThat(executor.get("buildName").asText()).isEqualTo("run of 2026-11-25T08:00:00Z");
    assertThat(executor.get("buildOrder").asLong()).isEqualTo(4);

    Map<String, String> first = PageData.of(write(SampleRun.green(1), Map.of()));
    assertThat(first.get("widgets/executors.json")).contains("xapi-task-tck");
    for (String trend : List.of("history-trend", "duration-trend", "categories-trend")) {
      JsonNode points = MAPPER.readTree(first.get("widgets/" + trend + ".json"));
      assertThat(points).as(trend).hasSize(2);
      assertThat(points.get(1).get("buildOrder").asLong()).isZero();
      assertThat(points.get(1).get("data")).allMatch(value -> value.asInt() == 0);
    }
    Map<String, String> second = PageData.of(write(SampleRun.green(1), Map.of()));
    JsonNode points = MAPPER.readTree(second.get("widgets/history-trend.json"));
    assertThat(points).hasSize(2);
    assertThat(points.findValuesAsText("buildOrder")).containsExactly("2", "1");
  }

  private static JsonNode executor(Map<String, String> variables) throws IOException {
    return MAPPER.readTree(AllureExtras.executor(SampleRun.green(1).report(), 4, variables::get));
  }

  /** A server that is wrong on purpose gives no certificate, and nobody may miss that. */
  @Test
  void theFirstRowsOfTheEnvironmentSayWhatAReaderMustKnow() throws IOException {
    Map<String, String> data = PageData.of(write(SampleRun.withDeviations(1, "x"), Map.of()));
    assertThat(MAPPER.readTree(data.get("widgets/environment.json")).findValuesAsText("name"))
        .startsWith("verdict", "note", "server", "judged as release", "contract");
  }

  /** Three wires, and what hangs on them, are one line with a name that says the cause. */
  @Test
  void aCategoryIsACause() throws IOException {
    Map<String, String> data = PageData.of(write(SampleRun.withDeviations(2, "x"), Map.of()));
    JsonNode widget = MAPPER.readTree(data.get("widgets/categories.json")).get("items");
    assertThat(widget.get(0).get("name").asText()).isEqualTo(" Non-conformant: 3 causes");
    String destroy = "task.destroy.effect: The statement of task.destroy.effect in one sentence.";
    JsonNode category = child(MAPPER.readTree(data.get("data/categories.json")), "1. " + destroy);
    assertThat(children(category)).containsExactly(destroy);
    assertThat(category.get("children").get(0).get("children")).hasSize(2);
    assertThat(widget.findValuesAsText("name"))
        .isSorted()
        .contains("1. " + destroy)
        .contains("Not tested, and nothing that is broken explains it");
  }

  @Test
  void theFirstCategoryOfAGreenRunIsItsVerdict() throws IOException {
    Map<String, String> data = PageData.of(write(SampleRun.green(1), Map.of()));
    JsonNode widget = MAPPER.readTree(data.get("widgets/categories.json")).get("items");
    assertThat(widget.findValuesAsText("name")).containsExactly(" Conformant");
    assertThat(MAPPER.readTree(data.get("widgets/summary.json")).get("reportName").asText())
        .isEqualTo("conformant: XenAPI class task");
  }

  /** The page gets a server's text as text: nothing in it can be taken for markup. */
  @Test
  void aMessageIsNoMarkup() throws IOException {
    String server = "<b>all passed</b> &lt; http://x/\"><i>";
    Map<String, String> data = PageData.of(write(SampleRun.withDeviations(1, server), Map.of()));
    data.forEach(
        (name, text) -> {
          if (name.startsWith("data/test-cases/")) {
            assertThat(text).doesNotContain("<b>all").doesNotContain("<i>");
          }
        });
    assertThat(PageText.harmless(server)).doesNotContainPattern("<\\w").startsWith("\u2060");
    assertThat(PageText.harmless("http://127.0.0.1/")).isEqualTo("http://127.0.0.1/");
  }

  private static JsonNode child(JsonNode node, String name) {
    for (JsonNode child : node.get("children")) {
      if (child.get("name").asText().equals(name)) {
        return child;
      }
    }
    throw new AssertionError("no " + name + " among " + children(node));
  }

  private Path write(SampleRun run, Map<String, String> environment) {
    return run.page(temp.resolve("report"), environment);
  }

  private static List<String> children(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.get("children").forEach(child -> names.add(child.get("name").asText()));
    return names;
  }

  private static int number(SampleRun run, Verdict verdict) {
    return (int) run.scenarios.stream().filter(result -> result.verdict() == verdict).count();
  }
}
