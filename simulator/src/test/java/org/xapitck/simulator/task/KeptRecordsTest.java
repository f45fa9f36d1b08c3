package org.xapitck.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.event.EventHub;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.support.Waiting;

/** What the kept records of tasks cost: nothing twice, and nothing for longer than the task. */
class KeptRecordsTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int TASKS = 500;
  private static final String DESCRIPTION = "d".repeat(2_000);

  private final ManualClock clock = new ManualClock(NOW);
  private final Schedule schedule = clock.schedule();
  private final Tasks tasks =
      new Tasks(new EventHub(schedule, clock::now, 0, Duration.ZERO), Release.XAPI_24_16);

  @AfterEach
  void close() {
    schedule.close();
  }

  static Stream<Codec.AnswerWriter> writers() throws MalformedRequest {
    return Stream.of(
        writer(new XmlRpcCodec(), "<methodCall><methodName>m</methodName><params/></methodCall>"),
        writer(new JsonRpcCodec(true), "{\"method\":\"m\",\"params\":[],\"id\":1}"),
        writer(new JsonRpcCodec(true), "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}"));
  }

  private static Codec.AnswerWriter writer(Codec codec, String body) throws MalformedRequest {
    Codec.Request request = codec.read(body.getBytes(StandardCharsets.UTF_8));
    return ((Codec.Request.Dispatch) request).writer();
  }

  private Task add() {
    return tasks.add(
        number ->
            Task.create(
                new Task.Origin(
                    number,
                    "OpaqueRef:" + number,
                    "uuid-" + number,
                    "label",
                    DESCRIPTION,
                    NOW,
                    "OpaqueRef:host",
                    "OpaqueRef:session",
                    Task.NO_TASK)));
  }

  private ByteSink write(Codec.AnswerWriter writer) {
    return writer.write(new Answer.Success(tasks.records(task -> true)));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void noAnswerIsPutTogetherInASecondCopy(Codec.AnswerWriter writer) {
    for (int i = 0; i < TASKS; i++) {
      add();
    }
    int size = write(writer).size();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    ByteSink again = write(writer);
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(again.size()).isEqualTo(size).isGreaterThan(TASKS * DESCRIPTION.length());
    // the names between the records, their list, and a view of each part: 0.3 kB a task measured
    assertThat(allocated).isLessThan(size / 4);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void nothingOfAChangedOrEndedTaskStaysInMemory(Codec.AnswerWriter writer) {
    List<WeakReference<?>> old = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Task task = add();
      write(writer);
      old.add(new WeakReference<>(tasks.record(task.ref())));
      tasks.change(task.ref(), same -> same.withProgress(0.5));
      write(writer);
      old.add(new WeakReference<>(tasks.record(task.ref())));
      tasks.remove(task);
    }
    assertThat(write(writer).size()).isLessThan(DESCRIPTION.length());
    Waiting.until(
        () -> {
          System.gc();
          return old.stream().allMatch(each -> each.get() == null);
        },
        "the collector to take every old record");
  }

  @Test
  void aRecordIsMadeOnceUntilItsTaskChanges() {
    Task task = add();
    var record = tasks.record(task.ref());
    assertThat(tasks.record(task.ref())).isSameAs(record);
    tasks.change(task.ref(), same -> same.withProgress(0));
    assertThat(tasks.record(task.ref())).as("nothing changed").isSameAs(record);
    tasks.change(task.ref(), same -> same.withProgress(0.5));
    assertThat(tasks.record(task.ref())).isNotEqualTo(record);
  }
}
