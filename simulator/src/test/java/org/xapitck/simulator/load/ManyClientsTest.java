package org.xapitck.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * Many clients at once; how fast they are answered is for {@link LoadFigures} to say. While no
 * other test runs, since the threads of the whole JVM are counted.
 */
@Tag("slow")
@Isolated
class ManyClientsTest {
  private static final int WAITING = 2_000;

  @Test
  void twoThousandWaitingCallsHoldNoThreadAndAnswersGoOn() throws Exception {
    int before = Thread.activeCount();
    List<SocketChannel> connections = new ArrayList<>();
    // no call comes to its time-out, however long it takes to send them all
    SimulatorOptions options =
        SimulatorOptions.defaults().withClock(SimulatorClock.frozen(Instant.EPOCH));
    try (TestServer server = TestServer.start(options)) {
      String ref = server.task("read-only");
      String session = server.session("read-only");
      String wait = Wire.JSONRPC2.call("event.from", session, List.of("pool"), token(server), 60.0);
      try {
        for (int i = 0; i < WAITING; i++) {
          connections.add(Load.send(server.port(), wait));
        }
        Waiting.until(() -> server.simulator().waitingCalls() == WAITING, "2,000 waiting calls");
        assertThat(Thread.activeCount() - before).isLessThanOrEqualTo(32);
        assertThat(server.as("read-only", Wire.JSONRPC2, "task.get_status", ref))
            .isEqualTo("\"pending\"");
        assertThat(server.simulator().waitingCalls()).isEqualTo(WAITING);
        String pool = server.as("root", Wire.JSONRPC2, "pool.get_all").replaceAll("[\\[\\]\"]", "");
        server.as("root", Wire.JSONRPC2, "pool.add_to_other_config", pool, "wake", "up");
        Waiting.until(() -> server.simulator().waitingCalls() == 0, "an answer to every call");
      } finally {
        for (SocketChannel connection : connections) {
          connection.close();
        }
      }
    }
  }

  private static String token(TestServer server) throws IOException {
    String answer = server.as("root", Wire.JSONRPC2, "event.from", List.of("pool"), "", 0.0);
    return answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }
}
