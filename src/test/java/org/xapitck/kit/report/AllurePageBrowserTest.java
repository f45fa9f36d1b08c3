package org.xapitck.kit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report from disk as a reader does; skipped where no Chromium is found. */
class AllurePageBrowserTest {

  /** A server that tries to run a script, to load an image and to write its own report. */
  private static final String HOSTILE =
      "<script>document.title='pwned'</script><img src=x onerror=\"document.title='pwned'\">"
          + "<b>all passed</b>";

  private static Optional<Path> browser = Optional.empty();

  @TempDir Path temp;
  private Path page;

  @BeforeAll
  static void findBrowser() {
    browser =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
  }

  @BeforeEach
  void makeReport() {
    assumeTrue(browser.isPresent(), "no Chromium on the PATH");
    SampleRun run = SampleRun.withDeviations(1, HOSTILE);
    ReportFolder folder = ReportFolder.prepare(temp.resolve("report"));
    run.writeAllure(folder.allureResults());
    Reports.write(folder, run.report(), Map.of(), UnaryOperator.identity());
    page = folder.allureReport().resolve("index.html");
  }

  @Test
  void theOverviewOpensFromDisk() throws Exception {
    assertThat(dom(""))
        .contains("Class task: non-conformant")
        .contains(">Behaviors<")
        .contains("Non-conformant: a must is broken")
        .contains("XML-RPC")
        .contains("http://127.0.0.1:8080/");
  }

  @Test
  void aReaderFindsAFailedScenarioWithBothValues() throws Exception {
    assertThat(dom("#behaviors/" + failed("/parentUid") + "/" + failed("/uid")))
        .contains("task.destroy.effect on jsonrpc1")
        .contains("expected  Failure HANDLE_INVALID")
        .contains("actual    Success \"&lt;script&gt;")
        .contains("Then the call succeeds")
        .doesNotContain("<b>all passed</b>")
        .doesNotContain("<title>pwned");
  }

  @Test
  void aReaderSeesTheExchange() throws Exception {
    String test = PageData.of(page).get("data/test-cases/" + failed("/uid") + ".json");
    String attachment =
        new ObjectMapper().readTree(test).at("/testStage/attachments/0/uid").asText();
    assertThat(
            dom(
                "#behaviors/"
                    + failed("/parentUid")
                    + "/"
                    + failed("/uid")
                    + "?attachment="
                    + attachment))
        .contains("POST /jsonrpc  task.create")
        .contains("&lt;b&gt;all passed&lt;/b&gt;")
        .doesNotContain("<b>all passed</b>")
        .doesNotContain("<title>pwned");
  }

  @Test
  void everyTabOpens() throws Exception {
    assertThat(dom("#categories")).contains("Warning: a should is broken");
    assertThat(dom("#suites")).contains("JSON-RPC 2.0");
    assertThat(dom("#graph")).contains("chart");
    assertThat(dom("#timeline")).contains("timeline");
  }

  private String failed(String field) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(PageData.of(page).get("data/behaviors.json"));
    for (JsonNode leaf : tree.findParents("status")) {
      if (leaf.get("status").asText().equals("failed")
          && leaf.get("parameters").toString().contains("jsonrpc1")) {
        return leaf.at(field).asText();
      }
    }
    throw new AssertionError("no failed scenario in the report");
  }

  /** What the page holds once its scripts have run; fails on any complaint of the browser. */
  private String dom(String fragment) throws IOException, InterruptedException {
    Path out = temp.resolve("dom.html");
    Path err = temp.resolve("err.txt");
    Process process =
        new ProcessBuilder(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + temp.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=8000",
                "--dump-dom",
                page.toUri() + fragment)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the browser did not finish");
    }
    List<String> complaints =
        Files.readAllLines(err).stream().filter(line -> line.contains(":CONSOLE")).toList();
    assertThat(complaints).isEmpty();
    return Files.readString(out);
  }
}
