package org.xapitck.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.NO_REF;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Events as clients see them, in time that the test moves. */
class EventMessagesTest {
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([0-9,]+)\"");
  private static final List<String> TASKS = List.of("task");

  private final ManualClock clock = new ManualClock(Instant.parse("2024-01-31T23:59:58Z"));
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(SimulatorOptions.defaults().withClock(clock));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theFirstAnswerAddsEveryTaskThereIs() {
    String ref = server.task("read-only");
    String answer = from(TASKS, "", 0);
    assertThat(answer)
        .startsWith("{\"events\":[{\"id\":\"")
        .contains("\",\"timestamp\":\"0.0\",\"class\":\"task\",\"operation\":\"add\",\"ref\":\"")
        .contains(ref + "\",\"snapshot\":{\"uuid\":")
        .contains("\"backtrace\":\"()\"}}],\"valid_ref_counts\":{\"vdi_nbd_server_info\":0,")
        .contains("\"tunnel\":0,\"task\":1,\"subject\":6,\"sr_stat\":0,\"session\":2,");
    assertThat(token(answer)).matches("\\d{20},0{20}");
  }

  @Test
  void countsOfObjectsAreNumbersOnBothWires() {
    String json = Wire.JSONRPC2.call("event.from", server.session("root"), TASKS, "", 0.0);
    assertThat(server.post("/jsonrpc", json).body()).contains("\"certificate\":0,\"bond\":0}");
    String xml = Wire.XMLRPC.call("event.from", server.session("root"), TASKS, "", 0.0);
    assertThat(server.post("/", xml).body())
        .contains("<name>bond</name><value><i4>0</i4></value>")
        .contains("<member><name>events</name><value><array><data></data></array></value>");
  }

  @Test
  void severalWritesAreOneEventOfTheLastState() {
    String ref = server.task("root");
    String token = token(from(TASKS, "", 0));
    as("task.set_progress", ref, 0.25);
    as("task.set_progress", ref, 0.5);
    as("task.set_status", ref, "success");
    String answer = from(TASKS, token, 0);
    assertThat(answer).containsOnlyOnce("\"operation\":").contains("\"operation\":\"mod\"");
    assertThat(answer).contains("\"status\":\"success\"").contains("\"progress\":0.5");
    assertThat(from(TASKS, token(answer), 0)).startsWith("{\"events\":[],");
  }

  @Test
  void aWriteThatChangesNothingIsNoEvent() {
    String ref = server.task("root");
    String token = token(from(TASKS, "", 0));
    as("task.set_status", ref, "pending");
    as("task.set_progress", ref, 0.0);
    as("task.remove_from_other_config", ref, "none");
    assertThat(from(TASKS, token, 0)).startsWith("{\"events\":[],").contains(token);
  }

  @Test
  void anEndedTaskIsADeletionWithoutSnapshot() {
    String ref = server.task("root");
    as("task.set_status", ref, "success");
    String token = token(from(TASKS, "", 0));
    as("task.destroy", ref);
    assertThat(from(TASKS, token, 0))
        .contains("\"operation\":\"del\",\"ref\":\"" + ref + "\"}],")
        .doesNotContain("snapshot");
  }

  @Test
  void whatCameAndWentInBetweenIsNotSeen() {
    String token = token(from(TASKS, "", 0));
    String ref = server.task("root");
    as("task.set_status", ref, "success");
    as("task.destroy", ref);
    assertThat(from(TASKS, token, 0)).startsWith("{\"events\":[],");
  }

  @Test
  void additionsComeBeforeChangesAndThoseBeforeDeletions() {
    String ended = server.task("root");
    as("task.set_status", ended, "success");
    String changed = server.task("root");
    String token = token(from(TASKS, "", 0));
    as("task.destroy", ended);
    as("task.set_progress", changed, 0.5);
    server.task("root");
    assertThat(from(TASKS, token, 0)).containsSubsequence("\"add\"", "\"mod\"", "\"del\"");
  }

  @Test
  void onlyTheClassOrObjectAskedForIsTold() {
    String one = server.task("root");
    String other = server.task("root");
    assertThat(from(List.of("Task/" + one), "", 0)).contains(one).doesNotContain(other);
    assertThat(from(List.of("pool"), "", 0)).contains("\"class\":\"pool\"").doesNotContain(one);
    assertThat(from(List.of("*"), "", 0))
        .containsSubsequence("\"class\":\"task\"", "\"class\":\"pool\"", "\"class\":\"host\"")
        .doesNotContain("\"class\":\"session\"");
    assertThat(from(List.of("vm"), "", 0)).startsWith("{\"events\":[],");
  }

  @Test
  void aWaitingCallIsAnsweredByTheFirstWrite() throws Exception {
    String token = token(from(TASKS, "", 0));
    CompletableFuture<String> waiting = later(() -> from(TASKS, token, 60));
    String ref = server.task("root");
    assertThat(Waiting.result(waiting, "the answer of a waiting call"))
        .contains("\"add\"")
        .contains(ref);
  }

  @Test
  void aWaitingCallIsAnsweredAtItsTimeOutWithTheSameToken() throws Exception {
    String token = token(from(TASKS, "", 0));
    CompletableFuture<String> waiting = later(() -> from(TASKS, token, 60.1));
    clock.advance(Duration.ofSeconds(60));
    assertThat(waiting).isNotDone();
    clock.advance(Duration.ofMillis(100));
    assertThat(Waiting.result(waiting, "the answer of a waiting call"))
        .startsWith("{\"events\":[],")
        .contains(token);
  }

  @Test
  void writesToOtherClassesLeaveACallWaiting() throws Exception {
    String token = token(from(List.of("pool"), "", 0));
    CompletableFuture<String> waiting = later(() -> from(List.of("pool"), token, 60));
    server.task("root");
    assertThat(waiting).isNotDone();
    String pool = text(as("pool.get_all").replaceAll("[\\[\\]]", ""));
    as("pool.add_to_other_config", pool, "barrier", "x");
    assertThat(Waiting.result(waiting, "the answer of a waiting call"))
        .contains("\"class\":\"pool\",\"operation\":\"mod\"")
        .contains("\"barrier\":\"x\"");
  }

  @Test
  void aLogoutEndsTheWaitingCallsOfItsSession() throws Exception {
    String session = server.login("vm-admin");
    String token = token(from(TASKS, "", 0));
    CompletableFuture<String> from =
        later(() -> server.call(Wire.XMLRPC, "event.from", session, TASKS, token, 60.0));
    server.call(Wire.JSONRPC2, "event.register", session, TASKS);
    CompletableFuture<String> next = later(() -> server.call(Wire.JSONRPC2, "event.next", session));
    server.call(Wire.JSONRPC2, "session.logout", session);
    String refused = refusal("SESSION_INVALID", session);
    assertThat(Waiting.result(from, "the answer of a waiting call")).isEqualTo(refused);
    assertThat(Waiting.result(next, "the answer of a waiting call")).isEqualTo(refused);
  }

  @Test
  void anInjectedEventIsFoundAfterTheTokenItGives() {
    String ref = server.task("root");
    String token = text(as("event.inject", "task", ref));
    assertThat(from(TASKS, token, 0)).contains("\"mod\"").contains(ref);
    assertThat(as("event.inject", "task", NO_REF))
        .isEqualTo(refusal("HANDLE_INVALID", "task", NO_REF));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad", "1", "1,", ",1", "1,2,3", "a,b", " 1,2"})
  void aTokenThatIsNoneIsRefused(String token) {
    assertThat(from(TASKS, token, 0)).isEqualTo(refusal("EVENT_FROM_TOKEN_PARSE_FAILURE", token));
  }

  @Test
  void aSubscriptionThatIsNoneIsRefused() {
    String refused = refusal("EVENT_SUBSCRIPTION_PARSE_FAILURE", "task/a/b");
    assertThat(from(List.of("task/a/b"), "", 0)).isEqualTo(refused);
    assertThat(as("event.register", List.of("task", "task/a/b"))).isEqualTo(refused);
  }

  @Test
  void theOldStreamTellsEveryWriteWithItsState() {
    as("event.register", TASKS);
    String ref = server.task("root");
    as("task.set_progress", ref, 0.5);
    as("task.set_status", ref, "failure");
    as("task.destroy", ref);
    assertThat(as("event.next"))
        .containsSubsequence(
            "{\"id\":\"0\",\"timestamp\":\"1706745598.\",\"class\":\"task\",\"operation\":\"add\"",
            "\"id\":\"1\"",
            "\"mod\"",
            "\"progress\":0.5",
            "\"id\":\"2\"",
            "\"status\":\"failure\"",
            "\"id\":\"3\"",
            "\"del\"",
            "\"snapshot\":{\"uuid\"");
  }

  @Test
  void theOldStreamWaitsForAWrite() throws Exception {
    as("event.register", TASKS);
    CompletableFuture<String> waiting = later(() -> as("event.next"));
    clock.advance(Duration.ofHours(1));
    assertThat(waiting).isNotDone();
    server.task("root");
    assertThat(Waiting.result(waiting, "the answer of a waiting call"))
        .contains("\"operation\":\"add\"");
  }

  @Test
  void theOldStreamIsForThoseWhoRegistered() {
    assertThat(as("event.next")).startsWith("![\"SESSION_NOT_REGISTERED\",\"trackid=");
    as("event.register", List.of("task", "pool"));
    as("event.unregister", TASKS);
    server.task("root");
    String pool = text(as("pool.get_all").replaceAll("[\\[\\]]", ""));
    as("pool.set_other_config", pool, Map.of());
    assertThat(as("event.next")).contains("\"pool\"").doesNotContain("\"task\"");
  }

  private String as(String method, Object... parameters) {
    return server.as("root", Wire.JSONRPC2, method, parameters);
  }

  private String from(List<String> classes, String token, double timeout) {
    return as("event.from", classes, token, timeout);
  }

  private static String token(String answer) {
    Matcher matcher = TOKEN.matcher(answer);
    assertThat(matcher.find()).as(answer).isTrue();
    return matcher.group(1);
  }

  /** A call on a thread of its own, given back when it waits at the server. */
  private CompletableFuture<String> later(Supplier<String> call) {
    int before = server.simulator().waitingCalls();
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(call);
    Waiting.until(() -> server.simulator().waitingCalls() > before, "a call that waits");
    return answer;
  }
}
