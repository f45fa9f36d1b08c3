package org.xapitck.simulator.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/**
 * Prints what the journal costs. It is no test and runs only by its name: {@code mvn -f simulator
 * test -Dtest=JournalFigures -Dtest.jvm=}. The servers take turns, so that whatever else the
 * machine does strikes all alike.
 */
class JournalFigures {
  private static final int CONNECTIONS = 16;
  private static final int ROUNDS = Integer.getInteger("load.rounds", 7);
  private static final int SECONDS = Integer.getInteger("load.seconds", 2);

  private final Map<Integer, String> tasks = new LinkedHashMap<>();

  @Test
  void printAll() throws Exception {
    try (TestServer one = TestServer.start(SimulatorOptions.defaults().withJournal(1));
        TestServer usual = TestServer.start();
        TestServer most =
            TestServer.start(SimulatorOptions.defaults().withJournal(Journal.MAX_CALLS));
        ConstantServer constant = new ConstantServer(answer(usual))) {
      Map<String, List<Double>> rates = new LinkedHashMap<>();
      for (int round = -1; round < ROUNDS; round++) {
        boolean counts = round >= 0;
        note(rates, counts, "constant answer", constant.port(), call(usual));
        note(rates, counts, "journal of 1 call", one.port(), call(one));
        note(rates, counts, "journal of 10,000 calls", usual.port(), call(usual));
        note(rates, counts, "journal of 100,000 calls", most.port(), call(most));
      }
      rates.forEach((what, all) -> System.out.println(what + ": " + median(all) + "/s"));
    }
  }

  private static void note(
      Map<String, List<Double>> rates, boolean counts, String what, int port, String call)
      throws Exception {
    double rate = Load.perSecond(port, "/jsonrpc", call, CONNECTIONS, SECONDS);
    if (counts) {
      rates.computeIfAbsent(what, any -> new ArrayList<>()).add(rate);
    }
  }

  private String call(TestServer server) {
    return Wire.JSONRPC2.call(
        "task.get_status",
        server.session("read-only"),
        tasks.computeIfAbsent(server.port(), any -> server.task("read-only")));
  }

  private byte[] answer(TestServer server) {
    return server.post("/jsonrpc", call(server)).body().getBytes(StandardCharsets.UTF_8);
  }

  private static long median(List<Double> all) {
    Collections.sort(all);
    return Math.round(all.get(all.size() / 2));
  }
}
