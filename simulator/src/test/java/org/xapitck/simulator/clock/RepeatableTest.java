package org.xapitck.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** Time and chance are in the hands of the test. */
class RepeatableTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void twoRunsOfFiveHundredCallsGiveEqualTranscripts() {
    List<String> first = transcript(42);
    assertThat(first).hasSizeGreaterThanOrEqualTo(500);
    assertThat(transcript(42)).isEqualTo(first);
    assertThat(transcript(43)).isNotEqualTo(first);
  }

  /** Any calls, in an order that is the same each time, with time passing in between. */
  private static List<String> transcript(long seed) {
    ManualClock clock = SimulatorClock.frozen(START);
    Random random = new Random(1);
    List<String> transcript = new ArrayList<>();
    List<String> refs = new ArrayList<>();
    try (TestServer server =
        TestServer.start(SimulatorOptions.defaults().withClock(clock).withIds(Ids.seeded(seed)))) {
      String host =
          text(server.as("root", Wire.JSONRPC2, "host.get_all").replaceAll("[\\[\\]]", ""));
      while (transcript.size() < 500) {
        String ref = refs.isEmpty() ? "none" : refs.get(random.nextInt(refs.size()));
        String answer =
            switch (random.nextInt(8)) {
              case 0 -> server.as("root", Wire.JSONRPC2, "task.create", "t", "");
              case 1 ->
                  server.as(
                      "root",
                      Wire.JSONRPC2,
                      "Async.host.call_plugin",
                      host,
                      "task-plan",
                      "success",
                      Map.of());
              case 2 -> server.as("root", Wire.XMLRPC, "task.get_record", ref);
              case 3 -> server.as("root", Wire.JSONRPC1, "task.set_status", ref, "success");
              case 4 -> server.as("root", Wire.JSONRPC2, "task.destroy", ref);
              case 5 -> server.as("root", Wire.JSONRPC2, "task.get_all");
              case 6 ->
                  server
                      .post(
                          "/jsonrpc",
                          Wire.JSONRPC2.call(
                              "event.from", server.session("root"), List.of("task"), "", 0.0))
                      .body();
              default -> server.as("root", Wire.JSONRPC2, "task.cancel", ref);
            };
        if (answer.startsWith("\"OpaqueRef:")) {
          refs.add(text(answer));
        }
        transcript.add(answer);
        clock.advance(Duration.ofMillis(random.nextInt(2_000)));
      }
    }
    return transcript;
  }

  @Test
  void aDayPassesWithoutADaysWait() {
    ManualClock clock = SimulatorClock.frozen(START);
    try (TestServer server = TestServer.start(SimulatorOptions.defaults().withClock(clock))) {
      String session = server.login("vm-admin");
      String ref = text(server.call(Wire.JSONRPC2, "task.create", session, "hangs", ""));
      String idle = server.login("read-only");
      clock.advance(Duration.ofHours(24).plusMinutes(2));
      assertThat(server.call(Wire.JSONRPC2, "task.get_all", idle))
          .isEqualTo(refusal("SESSION_INVALID", idle));
      assertThat(server.as("root", Wire.JSONRPC2, "task.get_status", ref))
          .isEqualTo(refusal("HANDLE_INVALID", "task", ref));
    }
  }

  @Test
  void allThatIsDueIsDoneInOrderBeforeAdvanceReturns() {
    ManualClock clock = SimulatorClock.frozen(START);
    List<String> done = new ArrayList<>();
    Schedule schedule = clock.schedule();
    schedule.after(
        Duration.ofSeconds(2),
        () -> {
          done.add("second at " + clock.now());
          schedule.after(Duration.ofSeconds(1), () -> done.add("asked for on the way"));
          schedule.after(Duration.ZERO, () -> done.add("at once"));
        });
    schedule.after(Duration.ofSeconds(1), () -> done.add("first"));
    schedule.after(Duration.ofSeconds(9), () -> done.add("too late"));
    schedule.after(Duration.ofSeconds(1), () -> done.add("called off")).cancel();
    clock.advance(Duration.ofSeconds(3));
    assertThat(done)
        .containsExactly(
            "first", "second at 2026-01-01T00:00:02Z", "at once", "asked for on the way");
    schedule.close();
    clock.advance(Duration.ofSeconds(30));
    assertThat(done).hasSize(4);
  }

  @Test
  void aClientInAnyLanguageMovesAClockThatStandsStill() {
    ManualClock clock = SimulatorClock.frozen(START);
    try (TestServer server = TestServer.start(SimulatorOptions.defaults().withClock(clock))) {
      String ref = server.simulator().startTask("slow");
      assertThat(server.as("pool-admin", Wire.XMLRPC, "simulator.advance", 30.0)).isEqualTo("\"\"");
      assertThat(server.as("read-only", Wire.JSONRPC2, "task.get_status", ref))
          .isEqualTo("\"success\"");
      assertThat(server.as("pool-operator", Wire.JSONRPC2, "simulator.advance", 1.0))
          .contains("RBAC_PERMISSION_DENIED");
      server.as("root", Wire.JSONRPC2, "simulator.advance", -1.0);
      assertThat(clock.now()).isEqualTo(START.plusSeconds(30));
    }
    try (TestServer real = TestServer.start()) {
      assertThat(real.as("root", Wire.JSONRPC2, "simulator.advance", 1.0))
          .isEqualTo(refusal("MESSAGE_METHOD_UNKNOWN", "simulator.advance"));
    }
  }

  @Test
  void aShiftedClockIsAheadOfTheMachines() {
    try (TestServer server =
        TestServer.start(
            SimulatorOptions.defaults()
                .withClock(SimulatorClock.shifted(Duration.ofDays(365_00))))) {
      String ref = server.task("root");
      assertThat(server.as("root", Wire.JSONRPC2, "task.get_created", ref)).startsWith("\"21");
    }
  }
}
