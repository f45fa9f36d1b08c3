package org.xapitck.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.http.Flood.Ending;
import org.xapitck.simulator.http.Flood.Kind;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * A thousand slow, oversized, endless and broken requests at once, and eight clients who must not
 * notice.
 */
@Tag("slow")
class FloodTest {
  private static final int BAD = 1_000;
  private static final int GOOD = 8;
  private static final int ROUNDS = 25;

  /** 1 KiB and 300 KiB as ever, but 3 s of silence and 5 s in all for a head. */
  private static final HttpLimits LIMITS =
      new HttpLimits(1024, 300 * 1024, Duration.ofSeconds(3), Duration.ofSeconds(5));

  /** 25 KB each of 20: a list of 500 KB, which nobody can ask for in vain too often. */
  private static final String LARGE = "x".repeat(25_000);

  private static final int LARGE_TASKS = 20;

  private static final String MORE = "x".repeat(1_000);

  /** 24 answers, 12 MB: more than a system keeps for a connection whose client does not read. */
  private static final int UNREAD_ANSWERS = 24;

  private static final String POST = "POST /jsonrpc HTTP/1.1\r\nHost: x\r\n";

  private final AtomicInteger lists = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  void aThousandBadRequestsAtOnceKeepNobodyFromBeingServed() throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withLimits(LIMITS)
            // else the collector might take a completed task before its client destroys it
            .withClock(SimulatorClock.frozen(Instant.EPOCH))
            .withCallLog(
                line -> lists.addAndGet(line.method().endsWith("get_all_records") ? 1 : 0));
    ExecutorService threads = Executors.newFixedThreadPool(GOOD);
    try (TestServer server = TestServer.start(options)) {
      for (int i = 0; i < LARGE_TASKS; i++) {
        server.as("root", Wire.JSONRPC2, "task.create", "large", LARGE);
      }
      Map<Kind, String> kinds = kinds(server.session("root"));
      try (Flood flood = new Flood(server.port(), BAD, List.copyOf(kinds.keySet()))) {
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
          Wire wire = Wire.values()[i % Wire.values().length];
          clients.add(threads.submit(() -> live(server, wire)));
        }
        Map<String, Map<String, Integer>> expected = expected(kinds);
        Waiting.until(
            () -> failed(clients) || flood.outcomes().equals(expected),
            () -> "the answers " + expected + ", had " + flood.outcomes());
        done.set(true);
        for (Future<?> client : clients) {
          Waiting.result(client, "a good client's last round");
        }
        assertThat(flood.outcomes()).isEqualTo(expected);
      }
      int unread = (int) kinds.keySet().stream().filter(FloodTest::neverReads).count();
      assertThat(lists.get())
          .as("answers made for clients that do not read")
          .isPositive()
          .isLessThan(UNREAD_ANSWERS * (BAD / kinds.size() + 1) * unread);
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean neverReads(Kind kind) {
    return kind.ending() == Ending.NEVER_READS;
  }

  /** Whether a client got a wrong answer, so that there is nothing left to wait for. */
  private static boolean failed(List<Future<?>> clients) {
    return clients.stream().anyMatch(Future::isDone);
  }

  /** A life of tasks, until every bad client has what it deserves. */
  private void live(TestServer server, Wire wire) {
    for (int round = 0; round < ROUNDS || !done.get(); round++) {
      String ref = TestServer.text(server.as("root", wire, "task.create", "good", wire + "\n"));
      String progress = server.as("root", wire, "task.set_progress", ref, 0.5);
      String record = server.as("root", wire, "task.get_record", ref);
      server.as("root", wire, "task.set_status", ref, "success");
      String destroyed = server.as("root", wire, "task.destroy", ref);
      String gone = server.as("root", wire, "task.get_status", ref);
      assertThat(progress).isEqualTo("\"\"");
      assertThat(record)
          .contains("\"name_description\":" + Wire.json(wire + "\n"), "\"progress\":0.5");
      assertThat(destroyed).isEqualTo("\"\"");
      assertThat(gone).isEqualTo(TestServer.refusal("HANDLE_INVALID", "task", ref));
      // the good do not flood
      Waiting.pause();
    }
  }

  /** The kinds with the answer that each must get; none where it must be left to wait. */
  private static Map<Kind, String> kinds(String session) {
    String list = Wire.JSONRPC2.call("task.get_all_records", session);
    String deep = "{\"method\":\"m\",\"params\":" + "[".repeat(100_000);
    String header = "X-Header: more and more\r\n";
    Map<Kind, String> kinds = new LinkedHashMap<>();
    kinds.put(new Kind("silent", "", ""), "408");
    kinds.put(new Kind("half a head", POST, ""), "408");
    // too much at once: sent little by little it were too slow, and a 408, on a busy machine
    kinds.put(new Kind("endless head", POST + header.repeat(50), header), "431");
    kinds.put(new Kind("endless line", "POST /" + MORE + MORE, MORE), "431");
    kinds.put(new Kind("too large", POST + "Content-Length: 1000000000\r\n\r\n", MORE), "500");
    kinds.put(new Kind("no length", POST + "\r\n", MORE), "500");
    kinds.put(new Kind("slow body", POST + "Content-Length: 307200\r\n\r\n{", ""), "nothing");
    kinds.put(new Kind("no JSON", call("{\"method\":\"m\""), ""), "500");
    kinds.put(new Kind("too deep", call(deep), ""), "500");
    kinds.put(
        new Kind("no XML", call("<methodCall><a>".repeat(9_999)).replace("/jsonrpc", "/"), ""),
        "500");
    kinds.put(new Kind("endless calls", call(list), call(list), Ending.NEVER_READS), "nothing");
    kinds.put(
        new Kind("reset", POST + "Content-Length: 300000\r\n\r\n" + MORE, "", Ending.RESETS),
        "nothing");
    return kinds;
  }

  private static String call(String body) {
    return POST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static Map<String, Map<String, Integer>> expected(Map<Kind, String> kinds) {
    Map<String, Map<String, Integer>> expected = new TreeMap<>();
    List<Kind> order = List.copyOf(kinds.keySet());
    for (int i = 0; i < BAD; i++) {
      Kind kind = order.get(i % order.size());
      expected
          .computeIfAbsent(kind.name(), name -> new TreeMap<>())
          .merge(kinds.get(kind), 1, Integer::sum);
    }
    return expected;
  }
}
