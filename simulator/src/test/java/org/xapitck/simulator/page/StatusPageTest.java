package org.xapitck.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** What people see of a simulator: the page, the last calls, the log. */
class StatusPageTest {
  @TempDir Path folder;

  @Test
  void whoDoesNotAskForHtmlGetsTheAnswerOfXapi() throws Exception {
    try (TestServer server = TestServer.start()) {
      assertThat(get(server, "/", "*/*").statusCode()).isEqualTo(403);
      assertThat(get(server, "/other", "text/html").statusCode()).isEqualTo(403);
      HttpResponse<String> page = get(server, "/", "text/html,application/xhtml+xml");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).doesNotContain("http://", "https://", "//cdn");
    }
  }

  @Test
  void theStateHasNoPasswordAndNoWholeSession() throws Exception {
    try (TestServer server = TestServer.start()) {
      server.call(Wire.JSONRPC2, "session.login_with_password", "root", "hunter2");
      server.call(Wire.XMLRPC, "session.login_with_password", "root");
      server.task("read-only");
      String state = get(server, "/simulator/state", "*/*").body();
      assertThat(state)
          .contains(
              "\"release\":\"Behaves as release 24.16 (product version 8.4.0) with XenAPI 2.21\"")
          .contains("\"label\":\"label\",\"status\":\"pending\",\"progress\":0.0")
          .contains("\"name\":\"read-only\",\"role\":\"read-only\",\"sessions\":1")
          .contains("\"parameters\":[\"root\",\"***\"]")
          .contains("\"outcome\":\"SESSION_AUTHENTICATION_FAILED\"")
          .doesNotContain("hunter2", server.session("read-only"));
    }
  }

  @Test
  void theLogIsBoundedAndEachLineIsOneCall() throws Exception {
    Path file = folder.resolve("calls.log");
    try (LogFile log = new LogFile(file, 1_000)) {
      for (int i = 0; i < 50; i++) {
        log.write(new CallLog.Line(Instant.EPOCH, "task.get_all", List.of("n" + i), "ok"));
      }
    }
    assertThat(Files.size(file)).isLessThanOrEqualTo(1_000);
    assertThat(Files.size(folder.resolve("calls.log.1"))).isLessThanOrEqualTo(1_000);
    assertThat(Files.readString(file))
        .endsWith(
            "{\"time\":\"1970-01-01T00:00:00Z\",\"method\":\"task.get_all\","
                + "\"parameters\":[\"n49\"],\"outcome\":\"ok\"}\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void everyCallIsGivenToTheLog() throws Exception {
    Path file = folder.resolve("calls.log");
    try (LogFile log = new LogFile(file);
        TestServer server = TestServer.start(SimulatorOptions.defaults().withCallLog(log::write))) {
      server.task("root");
      server.as("root", Wire.XMLRPC, "task.get_all");
    }
    assertThat(Files.readAllLines(file)).hasSize(3).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void aBrowserSeesATaskMoveByItself() throws Exception {
    Path chromium =
        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (chromium == null) {
      String why = "SKIPPED: no Chromium, so nobody looks at the simulator's page";
      System.out.println(why);
      assumeTrue(false, why);
    }
    LookedAt clock = new LookedAt();
    try (TestServer server = TestServer.start(SimulatorOptions.defaults().withClock(clock))) {
      server.simulator().startTask("success");
      server.simulator().startTask("failure");
      clock.running.set(true);
      String seen = dom(chromium, server.simulator().uri());
      assertThat(seen)
          .contains("Behaves as release 24.16 (product version 8.4.0) with XenAPI 2.21")
          .contains("<td>success</td>", "<span class=\"chip success\">success</span>")
          .contains("<span class=\"number\">100&nbsp;%</span>")
          .contains("<td>read-only</td>");
      assertThat(text(seen))
          .contains("1970-01-01 00:00:00 UTC")
          .doesNotContainPattern("[0-9]\\.[0-9]+Z");
      assertThat(task(seen, "success")).contains("<progress");
      assertThat(task(seen, "failure")).contains("chip failure").doesNotContain("<progress");
    }
  }

  /** What a reader sees of a page. */
  private static String text(String page) {
    return page.substring(page.indexOf("<main>"), page.indexOf("</main>"))
        .replaceAll("<[^>]*>", " ");
  }

  /** The row of a task. */
  private static String task(String page, String label) {
    String row = page.substring(page.indexOf("<td>" + label + "</td>"));
    return row.substring(0, row.indexOf("</tr>"));
  }

  /** Time that passes by a fifth of a second whenever somebody looks, as the page does. */
  private static final class LookedAt implements SimulatorClock {
    private final ManualClock time = SimulatorClock.frozen(Instant.EPOCH);
    private final AtomicBoolean running = new AtomicBoolean();

    @Override
    public Instant now() {
      Instant seen = time.now();
      if (running.compareAndSet(true, false)) {
        time.advance(Duration.ofMillis(200));
        running.set(true);
      }
      return seen;
    }

    @Override
    public Schedule schedule() {
      return time.schedule();
    }
  }

  /** The page as it stands after 8 s of the browser's own time, which passes in no time. */
  private String dom(Path chromium, URI uri) throws IOException, InterruptedException {
    Path out = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                chromium.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=8000",
                "--dump-dom",
                uri.toString())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Waiting.exit(browser, "the browser", () -> "in " + out);
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> get(TestServer server, String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Accept", accept)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
