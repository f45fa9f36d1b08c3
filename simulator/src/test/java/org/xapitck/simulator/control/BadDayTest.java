package org.xapitck.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.admin.AdminClient;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Each bad day, as any client sees it, by a clock that stands still. */
class BadDayTest {
  private final TestServer server =
      TestServer.start(SimulatorOptions.defaults().withClock(SimulatorClock.frozen(Instant.EPOCH)));

  private final AdminClient admin = new AdminClient(server.port());
  private final Control control = server.simulator().control();

  @AfterEach
  void close() {
    server.close();
  }

  private String goes(String name, String body) {
    JsonNode task = admin.post("/scenarios/" + name, body.replace('\'', '"')).path("task");
    return task.asText();
  }

  private String get(String field, String ref) {
    return server.as("read-only", Wire.JSONRPC2, "task.get_" + field, ref);
  }

  @Test
  void aSessionExpiresAndTheOthersLive() {
    String session = server.login("read-only");
    String other = server.login("read-only");
    goes("session-expired", "{'session':'" + session + "'}");
    assertThat(server.call(Wire.XMLRPC, "task.get_all", session))
        .isEqualTo(TestServer.refusal("SESSION_INVALID", session));
    assertThat(server.call(Wire.XMLRPC, "task.get_all", other)).isEqualTo("[]");
    goes("sessions-dropped", "");
    assertThat(server.call(Wire.XMLRPC, "task.get_all", other))
        .isEqualTo(TestServer.refusal("SESSION_INVALID", other));
  }

  @ParameterizedTest
  @EnumSource(BadDay.Events.class)
  void aRestartTellsNobodyWhatEnded(BadDay.Events events) {
    String session = server.login("read-only");
    String ref = server.simulator().startTask("slow");
    String old = token(events(session, ""));
    control.badDay().toolstackRestart(BadDay.Tasks.GONE, events);
    server.reconnect();
    assertThat(server.call(Wire.JSONRPC2, "task.get_all", session))
        .isEqualTo(TestServer.refusal("SESSION_INVALID", session));
    String after = server.login("read-only");
    if (events == BadDay.Events.LOST) {
      assertThat(events(after, old)).isEqualTo(TestServer.refusal("EVENTS_LOST"));
    } else {
      assertThat(events(after, old)).contains("\"events\":[]").doesNotContain(ref);
    }
    // who reads from the beginning, as the guide says, sees what is there and what comes
    String token = token(events(after, ""));
    String fresh = TestServer.text(server.call(Wire.JSONRPC2, "task.create", after, "a", "b"));
    assertThat(events(after, token)).contains(fresh).doesNotContain("EVENTS_LOST");
  }

  @Test
  void tokensOf2617AreLostToo() {
    SimulatorOptions options = SimulatorOptions.defaults().withRelease(Release.XAPI_26_17);
    try (TestServer late = TestServer.start(options)) {
      String old = token(late.as("root", Wire.JSONRPC2, "event.from", List.of("*"), "", 0.0));
      late.simulator().control().badDay().toolstackRestart(BadDay.Tasks.GONE, BadDay.Events.LOST);
      late.reconnect();
      String session = late.login("root");
      assertThat(late.call(Wire.JSONRPC2, "event.from", session, List.of("*"), old, 0.0))
          .isEqualTo(TestServer.refusal("EVENTS_LOST"));
    }
  }

  private String events(String session, String token) {
    return server.call(Wire.JSONRPC2, "event.from", session, List.of("task"), token, 0.0);
  }

  private static String token(String answer) {
    return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void aCallThatWaitsIsCutByARestart() {
    String session = server.login("read-only");
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(
            () ->
                server.call(Wire.JSONRPC2, "event.from", session, List.of("task"), "9,0", 1000.0));
    Waiting.until(() -> server.simulator().waitingCalls() == 1, "the call that waits");
    goes("toolstack-restart", "");
    assertThatThrownBy(() -> Waiting.result(waiting, "the end of the call"))
        .hasCauseInstanceOf(UncheckedIOException.class);
    assertThat(server.simulator().waitingCalls()).isZero();
  }

  @Test
  void afterARestartAGhostStaysPendingForEver() {
    String ref = server.simulator().startTask("success");
    goes("toolstack-restart", "{'tasks':'pending','events':'silent'}");
    server.reconnect();
    server.simulator().advance(Duration.ofHours(1));
    String session = server.login("read-only");
    assertThat(server.call(Wire.JSONRPC2, "task.get_status", session, ref))
        .isEqualTo("\"pending\"");
  }

  @Test
  void aSlaveRefusesEveryCallUntilItIsPromoted() {
    String session = server.login("read-only");
    goes("slave", "{'master':'192.0.2.1','promoted_after':60}");
    assertThat(server.call(Wire.XMLRPC, "session.login_with_password", "root", "secret"))
        .isEqualTo(TestServer.refusal("HOST_IS_SLAVE", "192.0.2.1"));
    assertThat(server.call(Wire.JSONRPC1, "task.get_all", session))
        .isEqualTo(TestServer.refusal("HOST_IS_SLAVE", "192.0.2.1"));
    assertThat(
            server.call(Wire.JSONRPC2, "session.slave_local_login_with_password", "root", "secret"))
        .startsWith("\"OpaqueRef:");
    server.simulator().advance(Duration.ofSeconds(60));
    server.reconnect();
    assertThat(server.call(Wire.JSONRPC1, "task.get_all", session))
        .isEqualTo(TestServer.refusal("SESSION_INVALID", session));
    assertThat(server.login("read-only")).startsWith("OpaqueRef:");
  }

  @Test
  void callsThatComeTooOftenAreLateAndNeverRefused() {
    String session = server.login("read-only");
    goes("rate-limit", "{'burst':2,'per_second':0.5}");
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      assertThat(server.call(Wire.JSONRPC2, "task.get_all", session)).isEqualTo("[]");
    }
    answers.add(
        CompletableFuture.supplyAsync(() -> server.call(Wire.JSONRPC2, "task.get_all", session)));
    admin.post("/calls/await", "{\"message\":\"task.get_all\",\"count\":3}");
    assertThat(answers.get(0)).isNotDone();
    Waiting.until(
        () -> {
          server.simulator().advance(Duration.ofSeconds(2));
          return answers.get(0).isDone();
        },
        "the third answer");
    assertThat(answers.get(0).join()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "cancelled, cancelled, []",
    "cancelled-with-error, cancelled, '[\"TASK_CANCELLED\",\"REF\"]'",
    "failure, failure, '[\"INTERNAL_ERROR\",\"the task could not be cancelled\"]'",
    "success, success, []"
  })
  void aCancelledTaskEndsInEachWay(String ends, String status, String error) {
    String fresh = goes("task-cancelled", "{'ends':'" + ends + "','after':5,'owner':'read-only'}");
    String own = server.task("read-only");
    goes("task-cancelled", "{'ends':'" + ends + "','after':5,'task':'" + own + "'}");
    String plan = server.simulator().startTask("slow");
    goes("task-cancelled", "{'ends':'" + ends + "','after':5,'task':'" + plan + "'}");
    for (String ref : List.of(fresh, own, plan)) {
      server.as("pool-admin", Wire.JSONRPC2, "task.cancel", ref);
      assertThat(get("status", ref)).isEqualTo("\"pending\"");
    }
    server.simulator().advance(Duration.ofSeconds(5));
    for (String ref : List.of(fresh, own, plan)) {
      assertThat(get("status", ref)).isEqualTo("\"" + status + "\"");
      assertThat(get("error_info", ref)).isEqualTo(error.replace("REF", ref));
    }
  }

  @Test
  void aTaskIsCollectedBeforeAnybodyLooks() {
    String ref = server.task("read-only");
    goes("task-collected", "{'task':'" + ref + "'}");
    assertThat(get("status", ref)).isEqualTo(TestServer.refusal("HANDLE_INVALID", "task", ref));
    String fresh = goes("task-collected", "");
    assertThat(get("status", fresh)).isEqualTo(TestServer.refusal("HANDLE_INVALID", "task", fresh));
  }

  @ParameterizedTest
  @CsvSource({
    "stands, '0.0 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.3 0.9 1.0'",
    "falls, '0.0 0.0 0.0 0.8 0.8 0.8 0.2 0.2 0.2 0.9 1.0'",
    "early, '0.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0 1.0'"
  })
  void progressMisleads(String shape, String expected) {
    String ref = goes("misleading-progress", "{'progress':'" + shape + "','seconds':100}");
    List<String> seen = new ArrayList<>(List.of(get("progress", ref)));
    for (int i = 0; i < 10; i++) {
      assertThat(get("status", ref)).isEqualTo("\"pending\"");
      server.simulator().advance(Duration.ofSeconds(10));
      seen.add(get("progress", ref));
    }
    assertThat(String.join(" ", seen)).isEqualTo(expected);
    assertThat(get("status", ref)).isEqualTo("\"success\"");
  }

  @Test
  void javaHasThemToo() {
    assertThat(control.badDay().slave("192.0.2.1", Optional.empty()).rule().message().text())
        .isEqualTo("*");
    control.badDay().promotion();
    assertThat(control.faults().all()).isEmpty();
    assertThat(control.badDay().sessionExpired("none")).isFalse();
    assertThat(control.badDay().collected("none")).isFalse();
  }
}
