package org.xapitck.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** Records are encoded once and sent again and again; no client may notice. */
class AllRecordsTest {
  private static final int TASKS = 300;

  /** Every answer of get_all_records is taken apart and put together anew, and so encoded anew. */
  private static final Alteration ANEW =
      Intercept.value("task.get_all_records", value -> Values.deep(value, same -> same));

  /** The same calls give the same bytes, whatever the alteration keeps from being kept. */
  private static TestServer start(Alteration alteration) {
    return TestServer.start(
        SimulatorOptions.defaults()
            .withIds(Ids.seeded(7))
            .withClock(SimulatorClock.frozen(Instant.parse("2026-01-01T00:00:00Z")))
            .withAlteration(alteration));
  }

  @Test
  void noByteDiffersFromRecordsThatAreEncodedAnew() {
    try (TestServer kept = start(Alteration.NONE);
        TestServer anew = start(ANEW)) {
      assertSame(kept, anew, 0);
      for (int i = 0; i < TASKS; i++) {
        live(kept, i);
        live(anew, i);
        if (i % 50 == 0) {
          assertSame(kept, anew, i);
        }
      }
      assertSame(kept, anew, TASKS);
      for (int second = 0; second < 40; second += 10) {
        // plans move tasks, and the collector takes those that are completed
        kept.simulator().advance(Duration.ofSeconds(10));
        anew.simulator().advance(Duration.ofSeconds(10));
        assertSame(kept, anew, second);
      }
    }
  }

  private static void live(TestServer server, int number) {
    String ref =
        TestServer.text(
            server.as(
                "root", Wire.JSONRPC1, "task.create", "<&\" é 😀 " + number, "\t".repeat(number)));
    switch (number % 6) {
      case 0 -> server.as("root", Wire.XMLRPC, "task.set_progress", ref, number / 7.0);
      case 1 -> server.as("root", Wire.XMLRPC, "task.cancel", ref);
      case 2 -> server.as("root", Wire.JSONRPC2, "task.set_status", ref, "failure");
      case 3 ->
          server.as(
              "root", Wire.JSONRPC2, "task.set_error_info", ref, List.of("<E>", "", "\"\\\""));
      case 4 -> server.as("root", Wire.JSONRPC2, "task.set_other_config", ref, Map.of("<k>", "]]"));
      default ->
          server.simulator().startTask(List.of("slow", "subtasks", "failure").get(number / 6 % 3));
    }
  }

  private static void assertSame(TestServer kept, TestServer anew, int step) {
    for (Wire wire : Wire.values()) {
      HttpResponse<String> first = allRecords(kept, wire);
      HttpResponse<String> second = allRecords(kept, wire);
      HttpResponse<String> expected = allRecords(anew, wire);
      assertThat(first.body().equals(expected.body())).as(wire + ", " + step).isTrue();
      assertThat(second.body().equals(expected.body())).as(wire + ", again, " + step).isTrue();
      assertThat(first.headers().map()).isEqualTo(expected.headers().map());
      assertThat(first.headers().firstValue("content-length"))
          .hasValue("" + first.body().getBytes(StandardCharsets.UTF_8).length);
      assertThat(first.headers().firstValue("transfer-encoding")).isEmpty();
    }
  }

  private static HttpResponse<String> allRecords(TestServer server, Wire wire) {
    return server.post(wire.path(), wire.call("task.get_all_records", server.session("root")));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void noChangeIsHiddenByARecordThatWasReadBefore(Wire wire) {
    try (TestServer server = start(Alteration.NONE)) {
      String ref = server.task("root");
      Map<String, Object> changes =
          Map.of(
              "set_status",
              "cancelling",
              "set_progress",
              0.25,
              "set_result",
              "new result",
              "set_error_info",
              List.of("NEW_ERROR"),
              "set_other_config",
              Map.of("new key", "new value"));
      changes.forEach(
          (setter, value) -> {
            String before = server.as("root", wire, "task.get_all_records");
            server.as("root", wire, "task." + setter, ref, value);
            String after = server.as("root", wire, "task.get_all_records");
            String shown = value instanceof Double ? ":0.25" : Wire.json(value);
            assertThat(before).as(setter).doesNotContain(shown);
            assertThat(after).as(setter).contains(shown);
            assertThat("{\"" + ref + "\":" + server.as("root", wire, "task.get_record", ref) + "}")
                .as(setter)
                .isEqualTo(after);
          });
      server.as("root", wire, "task.set_status", ref, "success");
      server.as("root", wire, "task.destroy", ref);
      assertThat(server.as("root", wire, "task.get_all_records")).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void noDefectIsAnsweredFromRightRecords(Wire wire) {
    Alteration alteration =
        Intercept.together(
            FieldView.amongAll("name_label", right -> Value.of("wrong among all")),
            FieldView.inRecord("name_description", right -> Value.of("wrong in record")));
    try (TestServer server = start(alteration)) {
      String ref = server.task("root");
      for (int again = 0; again < 2; again++) {
        assertThat(server.as("root", wire, "task.get_record", ref))
            .contains("\"label\"", "\"wrong in record\"")
            .doesNotContain("wrong among all");
        assertThat(server.as("root", wire, "task.get_all_records"))
            .contains("\"wrong among all\"", "\"description\"")
            .doesNotContain("wrong in record");
      }
    }
  }
}
