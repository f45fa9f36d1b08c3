package org.xapitck.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** A client that keeps a copy of all tasks by events alone. */
class ObserverTest {
  private static final int TASKS = 1_000;
  private static final int WRITERS = 8;
  private static final Pattern EVENT =
      Pattern.compile(
          "\"operation\":\"(add|mod|del)\",\"ref\":\"([^\"]+)\"(?:,\"snapshot\":(\\{.*?\"backtrace\":\"\\(\\)\"\\}))?");
  private static final Pattern RECORD =
      Pattern.compile("\"(OpaqueRef:[^\"]+)\":(\\{.*?\"backtrace\":\"\\(\\)\"\\})");
  private static final Pattern END =
      Pattern.compile("\"task\":(\\d+).*\"token\":\"([0-9,]+)\"\\}$");

  @Test
  void theListRebuiltFromEventsIsTheServersOwn() throws Exception {
    // on the machine's clock the collector would take the completed tasks of whoever needs over 30
    // s
    SimulatorOptions options =
        SimulatorOptions.defaults().withClock(SimulatorClock.frozen(Instant.EPOCH));
    try (TestServer server = TestServer.start(options)) {
      Map<String, String> copy = new LinkedHashMap<>();
      AtomicReference<String> last = new AtomicReference<>("");
      ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
      try {
        Future<?> observer = threads.submit(() -> observe(server, copy, last));
        List<Callable<Void>> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
          writers.add(() -> write(server));
        }
        for (Future<Void> writer : threads.invokeAll(writers)) {
          writer.get();
        }
        String end = server.task("root");
        last.set(end);
        // the last event, and one for an observer that had read of the task before it was the end
        server.as("root", Wire.JSONRPC2, "task.set_progress", end, 0.5);
        Waiting.result(observer, "the last event");
      } finally {
        threads.shutdownNow();
      }
      Map<String, String> own = new TreeMap<>();
      Matcher record = RECORD.matcher(server.as("root", Wire.JSONRPC2, "task.get_all_records"));
      while (record.find()) {
        own.put(record.group(1), record.group(2));
      }
      assertThat(own).hasSizeGreaterThan(TASKS / 2);
      assertThat(new TreeMap<>(copy).equals(own)).as("the copy is the list").isTrue();
    }
  }

  /** Creates, changes and completes, and destroys every third. */
  private static Void write(TestServer server) {
    for (int i = 0; i < TASKS / WRITERS; i++) {
      String ref = server.task("root");
      server.as("root", Wire.JSONRPC2, "task.set_progress", ref, 0.5);
      server.as("root", Wire.JSONRPC2, "task.set_status", ref, "success");
      if (i % 3 == 0) {
        server.as("root", Wire.JSONRPC2, "task.destroy", ref);
      }
    }
    return null;
  }

  private static void observe(
      TestServer server, Map<String, String> copy, AtomicReference<String> last) {
    String token = "";
    while (!copy.getOrDefault(last.get(), "").contains("\"progress\":0.5")) {
      String answer = server.as("root", Wire.JSONRPC2, "event.from", List.of("task"), token, 5.0);
      Matcher event = EVENT.matcher(answer);
      while (event.find()) {
        if (event.group(1).equals("del")) {
          copy.remove(event.group(2));
        } else {
          copy.put(event.group(2), event.group(3));
        }
      }
      Matcher end = END.matcher(answer);
      assertThat(end.find()).isTrue();
      assertThat(copy).as("valid_ref_counts").hasSize(Integer.parseInt(end.group(1)));
      token = end.group(2);
    }
  }
}
