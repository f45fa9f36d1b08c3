package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/**
 * A kit that is killed harms nobody, and what it left goes by `cleanup`; each in a process of its
 * own.
 */
@Tag("jars")
class NothingLeftBehindTest {
  private static final int KILLS = 20;
  private static final int FOREIGN = 100;

  /** Two at once keep two cores busy and stay below the 200 tasks at which a server collects. */
  private static final int AT_ONCE = 2;

  /** Of some 2,700 that a run over one wire makes. */
  private static final int LAST_CALL = 800;

  @TempDir Path folder;
  private Kit kit;
  private final AtomicInteger calls = new AtomicInteger();
  private Simulator server;
  private WireClient client;
  private String session;

  @BeforeEach
  void start() throws Exception {
    kit = Kit.packed(folder);
    server =
        Simulator.start(SimulatorOptions.defaults().withCallLog(line -> calls.incrementAndGet()));
    client =
        WireClients.open(
            Wire.XMLRPC,
            Endpoint.of(server.uri(), Endpoint.Trust.standard()),
            CallSources.timedBy(System::nanoTime));
    session = text(client.call("session.login_with_password", List.of("root", "secret")));
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void twentyKillsLeaveForeignTasksUnchangedAndCleanupLeavesNothing() throws Exception {
    for (int i = 0; i < FOREIGN; i++) {
      makeForeign(i);
    }
    Map<String, Value> foreign = records();
    assertThat(foreign).hasSize(FOREIGN);
    String accounts = kit.accounts().toString();
    Random random = new Random(20261125);
    int unchanged = 0;
    for (int round = 0; round < KILLS / AT_ONCE; round++) {
      List<Kit.Running> running = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        running.add(
            kit.start(
                "run",
                "--url",
                server.uri().toString(),
                "--accounts",
                accounts,
                // one wire starts three times as fast as three
                "--wire",
                Wire.values()[(round + i) % Wire.values().length].id(),
                "--report",
                "report-" + round + "-" + i));
      }
      for (int i = 0; i < AT_ONCE; i++) {
        kill(running.get(i), i, round, random);
        unchanged += foreignOf(records(), foreign).equals(foreign) ? 1 : 0;
      }
    }
    assertThat(unchanged).as("kills after which foreign tasks are unchanged").isEqualTo(KILLS);

    Kit.Ended cleanup = kit.run("cleanup", "--accounts", accounts);
    assertThat(cleanup.code()).as(cleanup.out() + cleanup.err()).isZero();
    assertThat(records()).isEqualTo(foreign);
    assertThat(ledgers()).isEmpty();
  }

  /**
   * At a call that the seed decides, or when the run is over; every second one is a kill that no
   * process hears of.
   */
  private void kill(Kit.Running running, int index, int round, Random random) throws Exception {
    int last = calls.get() + random.nextInt(LAST_CALL);
    Waiting.until(
        () -> calls.get() > last || !running.process().isAlive(),
        () -> "call " + last + "; printed so far: " + running.printed());
    if (index == 0) {
      running.process().destroyForcibly().waitFor();
      return;
    }
    if (round % 2 == 0) {
      running.process().destroy();
    } else {
      new ProcessBuilder("kill", "-INT", String.valueOf(running.process().pid())).start().waitFor();
    }
    running.end();
    Path report = folder.resolve("report-" + round + "-" + index);
    if (Files.isDirectory(report)) {
      for (String file : List.of("results.json", "junit.xml", "summary.md")) {
        assertThat(report.resolve(file)).exists();
      }
    }
  }

  private void makeForeign(int i) {
    String ref =
        text(client.call("task.create", List.of(session, "somebody's " + i, "not the kit's")));
    client.call("task.set_progress", List.of(session, ref, i / 100.0));
    client.call("task.set_other_config", List.of(session, ref, Map.of("number", "" + i)));
  }

  private static Map<String, Value> foreignOf(Map<String, Value> all, Map<String, Value> foreign) {
    Map<String, Value> some = new TreeMap<>(all);
    some.keySet().retainAll(foreign.keySet());
    return some;
  }

  private Map<String, Value> records() {
    Answer answer = client.call("task.get_all_records", List.of(session)).answer();
    return new TreeMap<>(((Value.Struct) ((Answer.Success) answer).value()).members());
  }

  private List<Path> ledgers() throws IOException {
    List<Path> ledgers = new ArrayList<>();
    Path state = folder.resolve("state/xapi-task-tck");
    if (Files.isDirectory(state)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(state)) {
        files.forEach(ledgers::add);
      }
    }
    return ledgers;
  }

  private static String text(Exchange exchange) {
    return ((Value.Text) ((Answer.Success) exchange.answer()).value()).text();
  }
}
