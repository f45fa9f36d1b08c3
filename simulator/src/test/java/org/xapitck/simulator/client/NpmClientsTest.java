package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.support.TestServer;

/**
 * The npm clients, unmodified, from login to logout; what each does is in its driver.
 *
 * <p>If this fails, a JavaScript program that works with XenServer does not work with the
 * simulator.
 */
@Tag("slow")
class NpmClientsTest {

  @BeforeAll
  static void install() throws Exception {
    NpmClients.install();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json-rpc", "xml-rpc"})
  void xenOrchestrasClientNeverHasToReadAllTasksAgain(String transport) throws Exception {
    AtomicInteger lists = new AtomicInteger();
    try (TestServer server = TestServer.start(counting("task.get_all_records", lists))) {
      NpmClients.Outcome outcome =
          NpmClients.drive("xen-api.mjs", server.simulator().uri().toString(), transport);
      assertThat(outcome.output()).isEqualTo("passed\n");
      // again after every event if the counts of objects were no numbers, or wrong
      assertThat(lists).hasValue(1);
    }
  }

  @Test
  void aClientThatKnowsXmlRpcAloneIsServed() throws Exception {
    try (TestServer server = TestServer.start()) {
      NpmClients.Outcome outcome =
          NpmClients.drive("xmlrpc.mjs", server.simulator().uri().toString());
      assertThat(outcome.output()).isEqualTo("passed\n");
    }
  }

  @Test
  void aClientThatSpeaksTlsAloneIsServed() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withTls())) {
      NpmClients.Outcome outcome = NpmClients.drive("async-xenapi.mjs", simulator.uri().toString());
      assertThat(outcome.output()).isEqualTo("passed\n");
    }
  }

  private static SimulatorOptions counting(String method, AtomicInteger calls) {
    return SimulatorOptions.defaults()
        .withAlteration(
            new Alteration() {
              @Override
              public RpcEndpoint.Api api(RpcEndpoint.Api right) {
                return (call, then) -> {
                  if (call.method().equals(method)) {
                    calls.incrementAndGet();
                  }
                  right.call(call, then);
                };
              }
            });
  }
}
