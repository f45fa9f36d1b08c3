package org.xapitck.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/**
 * Many clients at once. The bounds are those of a loaded build machine with room to spare; the
 * figures of a quiet one are in the README, by {@link Load}.
 */
class ManyClientsTest {
  private static final int WAITING = 2_000;

  @Test
  void twoThousandWaitingCallsHoldNoThreadAndSlowNobody() throws Exception {
    int before = Thread.activeCount();
    List<SocketChannel> connections = new ArrayList<>();
    try (TestServer server = TestServer.start()) {
      String ref = server.task("read-only");
      String session = server.session("read-only");
      String wait = Wire.JSONRPC2.call("event.from", session, List.of("pool"), token(server), 60.0);
      try {
        for (int i = 0; i < WAITING; i++) {
          connections.add(Load.send(server.port(), wait));
        }
        await(() -> server.simulator().waitingCalls() == WAITING);
        assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(32);
        long[] nanos = Load.latencies(server.port(), status(session, ref), 2_000);
        assertThat(Duration.ofNanos(Load.percentile(nanos, 99)))
            .as("99th percentile of task.get_status")
            .isLessThan(Duration.ofMillis(20));
        String pool = server.as("root", Wire.JSONRPC2, "pool.get_all").replaceAll("[\\[\\]\"]", "");
        server.as("root", Wire.JSONRPC2, "pool.add_to_other_config", pool, "wake", "up");
        await(() -> server.simulator().waitingCalls() == 0);
      } finally {
        for (SocketChannel connection : connections) {
          connection.close();
        }
      }
    }
  }

  @Test
  void aHundredThousandTasksDoNotSlowALookUp() throws Exception {
    try (TestServer server = TestServer.start()) {
      String session = server.session("root");
      String one = server.task("root");
      String[] lookUps = {
        status(session, one),
        Wire.JSONRPC2.call("task.get_by_name_label", session, "none"),
        Wire.JSONRPC2.call("task.get_by_uuid", session, uuid(server, one))
      };
      long[] few = new long[lookUps.length];
      for (int i = 0; i < lookUps.length; i++) {
        Load.latencies(server.port(), lookUps[i], 500);
        few[i] = Load.percentile(Load.latencies(server.port(), lookUps[i], 1_000), 50);
      }
      for (int i = 0; i < 100_000; i++) {
        server.simulator().startTask("stuck");
      }
      for (int i = 0; i < lookUps.length; i++) {
        long many = Load.percentile(Load.latencies(server.port(), lookUps[i], 1_000), 50);
        // a search of all would take a hundred times as long
        assertThat(many).as(lookUps[i]).isLessThan(5 * few[i] + 1_000_000);
      }
    }
  }

  private static String uuid(TestServer server, String ref) {
    return TestServer.text(server.as("root", Wire.JSONRPC2, "task.get_uuid", ref));
  }

  private static String status(String session, String ref) {
    return Wire.JSONRPC2.call("task.get_status", session, ref);
  }

  private static String token(TestServer server) throws IOException {
    String answer = server.as("root", Wire.JSONRPC2, "event.from", List.of("pool"), "", 0.0);
    return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
