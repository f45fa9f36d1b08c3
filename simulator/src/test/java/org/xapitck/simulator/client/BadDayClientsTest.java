package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;
import org.xapitck.simulator.task.TaskState;

/** Xen Orchestra's client, unmodified, on each bad day; what it does is in its driver. */
@Tag("slow")
@Order(1) // takes longest, so it begins first
class BadDayClientsTest {

  @BeforeAll
  static void install() throws Exception {
    NpmClients.install();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessionExpired",
        "sessionsDropped",
        "toolstackRestart",
        "pendingForEver",
        "rateLimit",
        "cancelled",
        "cancelledWithError",
        "failsWhileCancelling",
        "succeedsAllTheSame",
        "collected",
        "progress"
      })
  void theClientSeesWhatTheGuideSays(String scenario) throws Exception {
    try (TestServer server = TestServer.start()) {
      String url = server.simulator().uri().toString();
      assertThat(NpmClients.drive("bad-day.mjs", url, scenario).output()).endsWith("passed\n");
    }
  }

  @Test
  void aSlaveLeadsToItsMasterAndTakesItsPlace() throws Exception {
    try (TestServer slave = TestServer.start();
        Simulator master = ofSamePort(slave.port())) {
      master.control().tasks().add(TaskState.pending("of the master"));
      String url = slave.simulator().uri().toString();
      assertThat(NpmClients.drive("bad-day.mjs", url, "masterDies").output()).isEqualTo("passed\n");
      assertThat(slave.as("read-only", Wire.JSONRPC2, "task.get_all")).isEqualTo("[]");
    }
  }

  /** A slave tells the address alone, so both listen on one port of two addresses. */
  private static Simulator ofSamePort(int port) {
    try {
      return Simulator.start(SimulatorOptions.defaults().withHost("127.0.0.2").withPort(port));
    } catch (IOException e) {
      String message = "SKIPPED: this machine has no 127.0.0.2, so no slave leads to a master";
      System.out.println(message);
      assumeTrue(false, message);
      throw new AssertionError(e);
    }
  }
}
