package org.xapitck.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Since xapi 26.10 {@code event.from} waits 50 ms before it looks, but not for tasks. */
class FirstWaitTest {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9,]+)\"");

  private final ManualClock clock = new ManualClock(Instant.parse("2024-01-31T23:59:58Z"));
  private TestServer server;

  @BeforeEach
  void start() {
    server =
        TestServer.start(
            SimulatorOptions.defaults().withRelease(Release.XAPI_26_17).withClock(clock));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pool", "*", "host", "task,pool"})
  void whatIsThereIsToldAfterFiftyMilliseconds(String classes) {
    CompletableFuture<String> answer = waiting(List.of(classes.split(",")), "", 0);
    clock.advance(Duration.ofMillis(49));
    assertThat(server.simulator().waitingCalls()).isEqualTo(1);
    assertThat(answer).isNotDone();
    clock.advance(Duration.ofMillis(1));
    assertThat(answer.join()).contains("\"operation\":\"add\"");
    assertThat(server.simulator().waitingCalls()).isZero();
  }

  @Test
  void tasksAreToldAtOnce() {
    String ref = server.task("root");
    assertThat(from(List.of("task"), "", 0)).contains(ref);
    assertThat(from(List.of("Task", "task/" + ref), "", 0)).contains(ref);
  }

  @Test
  void anEarlierReleaseTellsEverythingAtOnce() {
    try (TestServer earlier =
        TestServer.start(
            SimulatorOptions.defaults().withRelease(Release.XAPI_25_8).withClock(clock))) {
      assertThat(earlier.as("root", Wire.JSONRPC2, "event.from", List.of("*"), "", 0.0))
          .contains("\"class\":\"pool\"");
    }
  }

  @Test
  void theWaitIsPartOfTheTimeout() {
    CompletableFuture<String> first = waiting(List.of("pool"), "", 0);
    clock.advance(Duration.ofMillis(50));
    CompletableFuture<String> answer = waiting(List.of("pool"), token(first.join()), 0.08);
    clock.advance(Duration.ofMillis(79));
    assertThat(server.simulator().waitingCalls()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(answer.join()).startsWith("{\"events\":[],");
  }

  @Test
  void whatIsWrittenMeanwhileIsTold() {
    CompletableFuture<String> answer = waiting(List.of("task", "pool"), "", 0);
    String ref = server.task("root");
    clock.advance(Duration.ofMillis(50));
    assertThat(answer.join()).contains(ref);
  }

  @Test
  void aSessionThatEndsMeanwhileIsRefused() {
    String session = server.login("root");
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> server.call(Wire.JSONRPC2, "event.from", session, List.of("pool"), "", 5.0));
    Waiting.until(() -> server.simulator().waitingCalls() == 1, "a call that waits");
    server.call(Wire.JSONRPC2, "session.logout", session);
    clock.advance(Duration.ofMillis(50));
    assertThat(answer.join()).isEqualTo(TestServer.refusal("SESSION_INVALID", session));
  }

  @Test
  void whatCannotBeReadIsRefusedAtOnce() {
    assertThat(from(List.of("pool"), "x", 5)).startsWith("![\"EVENT_FROM_TOKEN_PARSE_FAILURE\"");
    assertThat(from(List.of("a/b/c"), "", 5)).startsWith("![\"EVENT_SUBSCRIPTION_PARSE_FAILURE\"");
  }

  private String from(List<String> classes, String token, double timeout) {
    return server.as("root", Wire.JSONRPC2, "event.from", classes, token, timeout);
  }

  /** A call on a thread of its own, given back when it waits at the server. */
  private CompletableFuture<String> waiting(List<String> classes, String token, double timeout) {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(() -> from(classes, token, timeout));
    Waiting.until(() -> server.simulator().waitingCalls() == 1, "a call that waits");
    return answer;
  }

  private static String token(String answer) {
    Matcher matcher = TOKEN.matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return matcher.group(1);
  }
}
