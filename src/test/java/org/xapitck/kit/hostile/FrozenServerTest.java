package org.xapitck.kit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.http.Gate;

/** A server that answers nothing for a while and then goes on, as one that is frozen does. */
@Tag("slow")
class FrozenServerTest {
  private static final int STRETCH = 25;

  /** The usual patience in a time of its own: stretched, so that no right answer is late. */
  private static final Connection STRETCHED =
      new Connection(
          Endpoint.Trust.standard(),
          Duration.ofSeconds(5),
          Duration.ofSeconds(12),
          STRETCH,
          Optional.empty(),
          Map.of(),
          false);

  private static final String SOME =
      "@task.create.result or @task.create.effect or @task.get_record.effect or @task.get_record.result"
          + " or @task.destroy.effect or @task.destroy.result or @task.set_progress.effect"
          + " or @task.set_status.effect or @task.set_result.effect or @task.get_all.effect"
          + " or @task.get_by_uuid.effect or @task.get_uuid.result or @task.get_status.result";

  @TempDir Path folder;

  /**
   * Holds all answers back from some answer on, until as many calls came in vain as make an outage:
   * three, and the first probe. It is the time of the test as well, which stands still but while
   * the last call that came has not yet lost its patience.
   */
  private static final class Frozen implements Gate {
    private static final int CALLS = 4;
    private static final long PATIENCE = Duration.ofSeconds(12 * STRETCH + 10).toNanos();
    private static final long STEP = Duration.ofSeconds(10).toNanos();

    private final int from;
    private final List<Runnable> held = new ArrayList<>();
    private int answers;
    private boolean over;
    private long nanos;
    private long until;

    Frozen(int from) {
      this.from = from;
    }

    @Override
    public void pass(Timer timer, Runnable answer) {
      if (!isHeld(answer)) {
        answer.run();
      }
    }

    private synchronized boolean isHeld(Runnable answer) {
      if (answers++ < from || over) {
        return false;
      }
      if (held.size() == CALLS) {
        over = true;
        held.forEach(Runnable::run);
        return false;
      }
      until = nanos + PATIENCE;
      return held.add(answer);
    }

    private synchronized long nanos() {
      if (!over && nanos < until) {
        nanos += STEP;
      }
      return nanos;
    }
  }

  /** Sessions that were opened and not closed. */
  private static final class Sessions {
    private final AtomicInteger open = new AtomicInteger();

    void note(String method, String outcome) {
      if (outcome.equals("ok") && method.equals("session.login_with_password")) {
        open.incrementAndGet();
      }
      if (outcome.equals("ok") && method.equals("session.logout")) {
        open.decrementAndGet();
      }
    }
  }

  private final Sessions sessions = new Sessions();

  private Runs.Done run(Frozen frozen, Wire... wires) throws IOException {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withAlteration(Intercept.http(style -> style.through(frozen)))
            .withCallLog(line -> sessions.note(line.method(), line.outcome()));
    try (Simulator simulator = Simulator.start(options)) {
      Path accounts = folder.resolve("accounts.yaml");
      Files.writeString(accounts, "pool-admin: {username: pool-admin, password: secret}\n");
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), simulator.uri(), accounts, SOME, wires)
                  .withConnection(STRETCHED)
                  .withWork(ServerWork.none())
                  .withThreads(1, OptionalLong.empty()),
              frozen::nanos);
      assertThat(sessions.open).hasValue(0);
      assertThat(Runs.tasks(simulator.uri())).isEmpty();
      return done;
    }
  }

  @Test
  void aFrozenServerIsWaitedForAndJudgedWhenItIsBack() throws IOException {
    Runs.Done done = run(new Frozen(40), Wire.values());
    assertThat(done.verdicts().values()).doesNotContain("fail", "warning", "kit-error");
    assertThat(done.results().get("notices").toString())
        .contains("the server fell silent on", "and came back")
        .doesNotContain("stopped answering");
    assertThat(done.results().get("totals").get("not-testable").asInt()).isBetween(1, 9);
    assertThat(done.verdicts()).containsEntry("task.get_status.result jsonrpc2", "pass");
    assertThat(done.word()).isEqualTo("incomplete");
  }
}
