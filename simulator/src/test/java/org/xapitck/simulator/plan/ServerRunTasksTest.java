package org.xapitck.simulator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Tasks that move by themselves, in time that the test moves. */
class ServerRunTasksTest {
  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T01:40:40Z"));
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
  void aTaskThatSucceedsShowsItsProgressAndThenItsResult() {
    String ref = plan("success");
    assertThat(get("name_label", ref)).isEqualTo("\"Async.host.call_plugin\"");
    assertThat(get("resident_on", ref)).isEqualTo("\"" + host() + "\"");
    assertThat(get("finished", ref)).isEqualTo("\"19700101T00:00:00Z\"");
    clock.advance(Duration.ofMillis(200));
    assertThat(get("progress", ref)).isEqualTo("0.5");
    assertThat(get("status", ref)).isEqualTo("\"pending\"");
    clock.advance(Duration.ofSeconds(2));
    assertThat(record(ref))
        .contains("\"allowed_operations\":[],\"current_operations\":{}")
        .contains("\"created\":\"20261125T01:40:40Z\",\"finished\":\"20261125T01:40:40Z\"")
        .contains("\"status\":\"success\"")
        .contains("\"progress\":1.0,\"type\":\"<none/>\",\"result\":\"<value>ok</value>\"")
        .contains("\"error_info\":[]")
        .endsWith("\"backtrace\":\"()\"}");
  }

  @Test
  void aTaskThatFailsShowsWhyAndWhere() {
    String ref = plan("failure");
    clock.advance(Duration.ofSeconds(1));
    assertThat(record(ref))
        .contains("\"status\":\"failure\"")
        .contains("\"progress\":1.0,\"type\":\"<none/>\",\"result\":\"\"")
        .contains("\"error_info\":[\"XENAPI_PLUGIN_FAILURE\",\"non-zero exit\",\"\",\"\"]")
        .contains("\"backtrace\":\"(((process xapi_loop)(filename ");
  }

  @Test
  void aSlowTaskTakesHalfAMinute() {
    String ref = plan("slow");
    clock.advance(Duration.ofMillis(29_999));
    assertThat(get("progress", ref)).isEqualTo("0.9");
    clock.advance(Duration.ofMillis(1));
    assertThat(get("status", ref)).isEqualTo("\"success\"");
    assertThat(get("finished", ref)).isEqualTo("\"20261125T01:41:10Z\"");
  }

  @Test
  void aStuckTaskIsAllDoneAndStillPending() {
    String ref = plan("stuck");
    clock.advance(Duration.ofHours(1));
    assertThat(get("progress", ref)).isEqualTo("1.0");
    assertThat(get("status", ref)).isEqualTo("\"pending\"");
  }

  @Test
  void aCancelEndsATaskThatCanBeCancelled() {
    String ref = plan("cancellable");
    assertThat(get("allowed_operations", ref)).isEqualTo("[\"cancel\"]");
    as("task.cancel", ref);
    assertThat(get("status", ref)).isEqualTo("\"pending\"");
    clock.advance(Duration.ofSeconds(1));
    assertThat(record(ref))
        .contains("\"allowed_operations\":[],\"current_operations\":{\"DummyRef:|")
        .contains("|task.cancel\":\"cancel\"}")
        .contains("\"status\":\"cancelled\"")
        .contains("\"progress\":1.0")
        .contains("\"result\":\"\",\"error_info\":[]")
        .endsWith("\"backtrace\":\"()\"}");
  }

  @Test
  void workThatAClientCalledCancellingStillComesToItsEnd() {
    String ref = plan("success");
    as("task.set_status", ref, "cancelling");
    clock.advance(Duration.ofSeconds(1));
    assertThat(get("status", ref)).isEqualTo("\"success\"");
  }

  @Test
  void aSlowCancelTakesItsTime() {
    String ref = plan("slow-cancel");
    as("task.cancel", ref);
    clock.advance(Duration.ofSeconds(9));
    assertThat(get("status", ref)).isEqualTo("\"pending\"");
    clock.advance(Duration.ofSeconds(1));
    assertThat(get("status", ref)).isEqualTo("\"cancelled\"");
  }

  @Test
  void aTaskThatRefusesACancelGoesOnToItsEnd() {
    String ref = plan("refuses-cancel");
    assertThat(get("allowed_operations", ref)).isEqualTo("[]");
    assertThat(as("task.cancel", ref)).isEqualTo("\"\"");
    clock.advance(Duration.ofSeconds(2));
    assertThat(get("status", ref)).isEqualTo("\"success\"");
    assertThat(get("result", ref)).isEqualTo("\"<value>slept</value>\"");
  }

  @Test
  void subtasksNameTheirParentAndItNamesThem() {
    String parent = plan("subtasks");
    List<String> parts = List.of(get("subtasks", parent).replaceAll("[\\[\\]\"]", "").split(","));
    assertThat(parts).hasSize(2).doesNotHaveDuplicates();
    for (String part : parts) {
      assertThat(get("subtask_of", part)).isEqualTo("\"" + parent + "\"");
    }
    assertThat(get("subtask_of", parent)).isEqualTo("\"OpaqueRef:NULL\"");
    clock.advance(Duration.ofSeconds(2));
    assertThat(parts).map(p -> get("status", p)).containsExactly("\"failure\"", "\"success\"");
    as("task.destroy", parts.get(0));
    assertThat(get("subtasks", parent)).isEqualTo("[\"" + parts.get(1) + "\"]");
    as("task.destroy", parent);
    assertThat(get("subtask_of", parts.get(1))).isEqualTo("\"" + parent + "\"");
  }

  @Test
  void theServerNeverOverridesWhatAClientDecided() {
    String ref = plan("success");
    as("task.set_status", ref, "cancelled");
    clock.advance(Duration.ofSeconds(2));
    assertThat(get("status", ref)).isEqualTo("\"cancelled\"");
    String destroyed = plan("success");
    as("task.set_status", destroyed, "failure");
    as("task.destroy", destroyed);
    clock.advance(Duration.ofSeconds(2));
    assertThat(get("status", destroyed)).isEqualTo(refusal("HANDLE_INVALID", "task", destroyed));
  }

  @Test
  void aRefusedCallIsATaskThatFailed() {
    String low =
        text(
            server.as(
                "pool-operator",
                Wire.JSONRPC2,
                "Async.host.call_plugin",
                host(),
                "task-plan",
                "success",
                Map.of()));
    assertThat(get("error_info", low))
        .startsWith("[\"RBAC_PERMISSION_DENIED\",\"host.call_plugin\",");
    assertThat(get("error_info", async("OpaqueRef:x", "task-plan", "success")))
        .isEqualTo("[\"HOST_OFFLINE\",\"OpaqueRef:x\"]");
    assertThat(get("error_info", async(host(), "none", "success")))
        .isEqualTo("[\"XENAPI_MISSING_PLUGIN\",\"none\"]");
    String unknown = async(host(), "task-plan", "none");
    assertThat(get("error_info", unknown)).startsWith("[\"XENAPI_PLUGIN_FAILURE\",");
    assertThat(get("status", unknown)).isEqualTo("\"failure\"");
  }

  @Test
  void theCallWithoutAsyncAnswersWhenThePlanIsThrough() throws Exception {
    assertThat(atTheEndOf("success")).isEqualTo("\"ok\"");
    assertThat(as("task.get_all")).isEqualTo("[]");
    assertThat(atTheEndOf("failure")).startsWith("![\"XENAPI_PLUGIN_FAILURE\"");
  }

  /** A second passes at each look, long before a session ends. */
  private String atTheEndOf(String plan) throws Exception {
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> sync(plan));
    Waiting.until(
        () -> {
          clock.advance(Duration.ofSeconds(1));
          return answer.isDone();
        },
        "the answer at the end of the plan");
    return answer.get();
  }

  @Test
  void aThousandTasksEachGoByTheirOwnPlan() {
    List<String> refs = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Plan.Outcome outcome =
          i % 3 == 0
              ? new Plan.Outcome.Fails(new Answer.Failure("NO", List.of("" + i)))
              : new Plan.Outcome.Succeeds("r" + i);
      Plan plan =
          new Plan(
              List.of(new Plan.Step(Duration.ofMillis(i), i / 1000.0)),
              Duration.ofMillis(1_000 - i),
              outcome,
              Optional.empty(),
              List.of());
      refs.add(server.simulator().startTask("plan " + i, plan));
    }
    clock.advance(Duration.ofMillis(999));
    for (int i = 0; i < 1_000; i += 50) {
      assertThat(get("progress", refs.get(i))).isEqualTo("" + i / 1000.0);
      assertThat(get("status", refs.get(i))).isEqualTo("\"pending\"");
    }
    clock.advance(Duration.ofMillis(1));
    for (int i = 0; i < 1_000; i++) {
      String record = record(refs.get(i));
      assertThat(record)
          .contains("\"name_label\":\"plan " + i + "\"")
          .contains(i % 3 == 0 ? "[\"NO\",\"" + i + "\"]" : "\"<value>r" + i + "</value>\"");
    }
  }

  @Test
  void aCompletedTaskIsKeptForSixtyFiveMinutes() {
    String ref = plan("success");
    clock.advance(Duration.ofSeconds(1));
    clock.advance(Duration.ofMinutes(65));
    assertThat(get("status", ref)).isEqualTo("\"success\"");
    clock.advance(Duration.ofSeconds(31));
    assertThat(get("status", ref)).isEqualTo(refusal("HANDLE_INVALID", "task", ref));
  }

  private String plan(String name) {
    return async(host(), "task-plan", name);
  }

  private String async(String host, String plugin, String function) {
    return text(as("Async.host.call_plugin", host, plugin, function, Map.of()));
  }

  private String sync(String name) {
    return as("host.call_plugin", host(), "task-plan", name, Map.of());
  }

  private String host() {
    return text(as("host.get_all").replaceAll("[\\[\\]]", ""));
  }

  private String get(String field, String ref) {
    return as("task.get_" + field, ref);
  }

  private String record(String ref) {
    return as("task.get_record", ref);
  }

  private String as(String method, Object... parameters) {
    return server.as("pool-admin", Wire.JSONRPC2, method, parameters);
  }
}
