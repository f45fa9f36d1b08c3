package org.xapitck.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xapitck.simulator.support.TestServer.text;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** A simulator inside a JVM: many side by side, many clients at once, and gone when closed. */
class SimulatorTest {

  @Test
  void simulatorsSideBySideShareNothing() {
    try (TestServer one = TestServer.start();
        TestServer two = TestServer.start()) {
      String session = one.login("root");
      assertThat(two.call(Wire.XMLRPC, "task.get_all", session)).contains("SESSION_INVALID");
      one.task("root");
      assertThat(two.as("root", Wire.XMLRPC, "task.get_all")).isEqualTo("[]");
    }
  }

  @Test
  void fiftySimulatorsServeAtTheSameTime() throws Exception {
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      work.add(
          () -> {
            try (TestServer server = TestServer.start()) {
              String ref = server.task("read-only");
              return server.as("vm-admin", Wire.JSONRPC1, "task.get_status", ref);
            }
          });
    }
    assertThat(inParallel(8, work)).hasSize(50).containsOnly("\"pending\"");
  }

  @Test
  void aClosedSimulatorLeavesNeitherPortNorThread() throws Exception {
    Simulator simulator = Simulator.start(SimulatorOptions.defaults());
    int port = simulator.port();
    assertThat(simulator.uri()).hasToString("http://127.0.0.1:" + port + "/");
    simulator.close();
    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
    try (TestServer again = TestServer.start(SimulatorOptions.defaults().withPort(port))) {
      assertThat(again.port()).isEqualTo(port);
    }
  }

  @Test
  void noChangeOfManyClientsAtOnceIsLost() throws Exception {
    try (TestServer server = TestServer.start()) {
      String ref = server.task("pool-admin");
      List<Callable<String>> work =
          IntStream.range(0, 400)
              .<Callable<String>>mapToObj(
                  i ->
                      () ->
                          server.as(
                              "pool-admin",
                              Wire.values()[i % 3],
                              "task.add_to_other_config",
                              ref,
                              "key" + i,
                              "v"))
              .toList();
      assertThat(inParallel(16, work)).containsOnly("\"\"");
      String map = server.as("pool-admin", Wire.JSONRPC2, "task.get_other_config", ref);
      assertThat(map.split(",")).hasSize(400);
    }
  }

  @Test
  void ofManyWhoDestroyOneTaskExactlyOneSucceeds() throws Exception {
    try (TestServer server = TestServer.start()) {
      String ref = server.task("root");
      server.as("root", Wire.XMLRPC, "task.set_status", ref, "success");
      Callable<String> destroy = () -> server.as("root", Wire.XMLRPC, "task.destroy", ref);
      List<String> outcomes = inParallel(16, java.util.Collections.nCopies(64, destroy));
      assertThat(outcomes.stream().filter("\"\""::equals)).hasSize(1);
    }
  }

  @Test
  void oneSeedGivesTheSameReferences() {
    List<String> transcripts = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      try (TestServer server =
          TestServer.start(SimulatorOptions.defaults().withIds(Ids.seeded(42)))) {
        StringBuilder transcript = new StringBuilder();
        for (int i = 0; i < 100; i++) {
          transcript.append(server.task("vm-admin")).append('\n');
        }
        transcripts.add(transcript + server.as("root", Wire.XMLRPC, "task.get_all"));
      }
    }
    assertThat(transcripts.get(0)).isEqualTo(transcripts.get(1));
  }

  @Test
  void lookUpsAmongManyTasksFindWhatIsAskedFor() {
    try (TestServer server = TestServer.start()) {
      for (int i = 0; i < 2_000; i++) {
        text(server.as("root", Wire.JSONRPC2, "task.create", "label " + i % 100, ""));
      }
      String found = server.as("root", Wire.JSONRPC2, "task.get_by_name_label", "label 7");
      assertThat(found.split(",")).hasSize(20);
      assertThat(server.as("root", Wire.JSONRPC2, "task.get_all_records").split("\"uuid\""))
          .hasSize(2_001);
    }
  }

  private static List<String> inParallel(int threads, List<Callable<String>> work)
      throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<String> results = new ArrayList<>();
      for (Future<String> future : executor.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
