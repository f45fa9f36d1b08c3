package org.xapitck.simulator.load;

import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * Prints the figures of the README. It is no test and runs only by its name: {@code mvn -f
 * simulator test -Dtest=LoadFigures -Dtest.jvm=}. Client and server share one JVM and the machine's
 * cores.
 */
class LoadFigures {
  private static final int CONNECTIONS = 16;
  private static final int WAITING = 2_000;
  private static final int ROUNDS = Integer.getInteger("load.rounds", 7);
  private static final int SECONDS = Integer.getInteger("load.seconds", 1);

  @Test
  void printAll() throws Exception {
    Runtime machine = Runtime.getRuntime();
    line("machine", machine.availableProcessors() + " cores, Java " + Runtime.version());
    startAndClose();
    try (TestServer server = TestServer.start()) {
      String session = server.session("read-only");
      String ref = server.task("read-only");
      for (int i = 1; i < 100; i++) {
        server.task("read-only");
      }
      throughput(server, session, ref);
      line("64 clients on a delay of 1 s", delayed(server, session));
      besideWaitingCalls(server, session, ref);
      besideManyTasks(server, session, ref);
    }
  }

  /** In a JVM that has done it before. */
  private static void startAndClose() throws Exception {
    long[] nanos = new long[100];
    for (int i = -nanos.length; i < nanos.length; i++) {
      long start = System.nanoTime();
      Simulator.start(SimulatorOptions.defaults()).close();
      nanos[Math.max(0, i)] = System.nanoTime() - start;
    }
    line("start and close", Load.percentile(nanos, 50) / 1_000 + " us median");
  }

  private static void besideWaitingCalls(TestServer server, String session, String ref)
      throws Exception {
    String wait = waiting(server, session, 600.0);
    String status = Wire.JSONRPC2.call("task.get_status", session, ref);
    List<SocketChannel> connections = new ArrayList<>();
    try {
      for (int i = 0; i < WAITING; i++) {
        connections.add(Load.send(server.port(), wait));
      }
      Waiting.until(() -> server.simulator().waitingCalls() == WAITING, "the waiting calls");
      latency(server, "task.get_status beside 2,000 waiting calls", status);
    } finally {
      for (SocketChannel connection : connections) {
        connection.close();
      }
    }
  }

  /** A search of all would take a hundred times as long beside 100,000. */
  private static void besideManyTasks(TestServer server, String session, String ref)
      throws Exception {
    String uuid = TestServer.text(server.as("root", Wire.JSONRPC2, "task.get_uuid", ref));
    Map<String, String> lookUps =
        Map.of(
            "task.get_status", Wire.JSONRPC2.call("task.get_status", session, ref),
            "task.get_by_name_label", Wire.JSONRPC2.call("task.get_by_name_label", session, "none"),
            "task.get_by_uuid", Wire.JSONRPC2.call("task.get_by_uuid", session, uuid));
    for (Map.Entry<String, String> lookUp : lookUps.entrySet()) {
      latency(server, lookUp.getKey() + " beside 100 tasks", lookUp.getValue());
    }
    for (int i = 0; i < 100_000; i++) {
      server.simulator().startTask("stuck");
    }
    for (Map.Entry<String, String> lookUp : lookUps.entrySet()) {
      latency(server, lookUp.getKey() + " beside 100,000 tasks", lookUp.getValue());
    }
  }

  private static void latency(TestServer server, String what, String call) throws Exception {
    Load.latencies(server.port(), call, 2_000);
    long[] nanos = Load.latencies(server.port(), call, 2_000);
    line(
        what,
        Load.percentile(nanos, 50) / 1_000
            + " us median, "
            + Load.percentile(nanos, 99) / 1_000
            + " us at the 99th percentile");
  }

  /** The targets take turns, so that whatever else the machine does strikes all alike. */
  private static void throughput(TestServer server, String session, String ref) throws Exception {
    String status = Wire.XMLRPC.call("task.get_status", session, ref);
    byte[] answer = server.post("/", status).body().getBytes(StandardCharsets.UTF_8);
    try (ConstantServer constant = new ConstantServer(answer)) {
      List<Target> targets = new ArrayList<>();
      targets.add(new Target("constant answer", constant.port(), "/", status));
      for (Wire wire : Wire.values()) {
        for (String message : List.of("task.get_status", "task.get_record")) {
          String call = wire.call(message, session, ref);
          targets.add(new Target(wire + " " + message, server.port(), wire.path(), call));
        }
        String all = "task.get_all_records";
        String call = wire.call(all, session);
        targets.add(new Target(wire + " " + all, server.port(), wire.path(), call));
      }
      double[] best = new double[targets.size()];
      for (int round = -1; round < ROUNDS; round++) {
        for (int i = 0; i < best.length; i++) {
          double rate = targets.get(i).rate();
          best[i] = round < 0 ? 0 : Math.max(best[i], rate);
        }
      }
      for (int i = 0; i < best.length; i++) {
        String share = String.format(Locale.ROOT, "%.2f", best[i] / best[0]);
        line(targets.get(i).name, Math.round(best[i]) + "/s, " + share + " of the constant answer");
      }
    }
  }

  private record Target(String name, int port, String path, String body) {
    double rate() throws Exception {
      return Load.perSecond(port, path, body, CONNECTIONS, SECONDS);
    }
  }

  private static String delayed(TestServer server, String session) throws Exception {
    String wait = waiting(server, session, 1.0);
    return Math.round(Load.perSecond(server.port(), "/jsonrpc", wait, 64, 5) * 10) / 10.0 + "/s";
  }

  private static String waiting(TestServer server, String session, double seconds) {
    String answer = server.as("root", Wire.JSONRPC2, "event.from", List.of("pool"), "", 0.0);
    String token = answer.replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
    return Wire.JSONRPC2.call("event.from", session, List.of("pool"), token, seconds);
  }

  private static void line(String what, String figure) {
    System.out.println(what + ": " + figure);
  }
}
