package org.xapitck.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** What time does to tasks and sessions. */
class TaskCollectorTest {
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
  void createdIsTheClocksTime() {
    assertThat(call("task.get_created", server.task("root"))).isEqualTo("\"20240131T23:59:58Z\"");
    clock.advance(Duration.ofMillis(2500));
    assertThat(call("task.get_created", server.task("root"))).isEqualTo("\"20240201T00:00:00Z\"");
  }

  @Test
  void aTaskThatItsClientCompletedGoesInTheNextPass() {
    String ref = server.task("root");
    call("task.set_status", ref, "success");
    clock.advance(Duration.ofSeconds(29));
    assertThat(call("task.get_status", ref)).isEqualTo("\"success\"");
    clock.advance(Duration.ofSeconds(1));
    assertThat(call("task.get_status", ref)).isEqualTo(refusal("HANDLE_INVALID", "task", ref));
  }

  @Test
  void aMarkedTaskGoesOnlyAfterItCompleted() {
    String ref = server.task("root");
    call("task.destroy", ref);
    clock.advance(Duration.ofMinutes(10));
    assertThat(call("task.get_status", ref)).isEqualTo("\"pending\"");
    call("task.set_status", ref, "cancelled");
    clock.advance(Duration.ofSeconds(30));
    assertThat(call("task.get_status", ref)).isEqualTo(refusal("HANDLE_INVALID", "task", ref));
  }

  @Test
  void anOldTaskThatMakesProgressIsKeptAndOneThatHangsIsNot() {
    String hanging = server.task("root");
    String moving = server.task("root");
    clock.advance(Duration.ofHours(24).plusSeconds(30));
    call("task.set_progress", moving, 0.5);
    clock.advance(Duration.ofSeconds(30));
    assertThat(call("task.get_status", hanging))
        .isEqualTo(refusal("HANDLE_INVALID", "task", hanging));
    assertThat(call("task.get_status", moving)).isEqualTo("\"pending\"");
  }

  @Test
  void anIdleSessionEndsAfterADayUnlessATaskOfItIsPending() {
    String idle = server.login("read-only");
    String busy = server.login("read-only");
    server.call(Wire.XMLRPC, "task.create", busy, "a", "b");
    clock.advance(Duration.ofHours(24).plusSeconds(30));
    assertThat(server.call(Wire.XMLRPC, "task.get_all", idle))
        .isEqualTo(refusal("SESSION_INVALID", idle));
    assertThat(server.call(Wire.XMLRPC, "task.get_all", busy)).startsWith("[");
  }

  private String call(String method, Object... parameters) {
    return server.call(Wire.JSONRPC2, method, prepend(server.session("root"), parameters));
  }

  private static Object[] prepend(Object first, Object[] rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
