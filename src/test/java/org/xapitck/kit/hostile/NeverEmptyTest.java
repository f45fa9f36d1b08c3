package org.xapitck.kit.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.ReportFolderException;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.Environment;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** Whatever happens, every report is written, with the cause once and the rest not testable. */
@Tag("slow")
class NeverEmptyTest {
  private static final int THREADS = 2;

  /** The requirements of the marked scenarios. */
  private static final List<String> MARKED =
      List.of(
          "session.login_refused jsonrpc2", "error.method jsonrpc2", "error.method_named jsonrpc2");

  @TempDir Path folder;

  /** Does something when the server is asked for the n-th time. */
  private record AtCall(AtomicInteger left, Runnable act) implements Alteration {
    @Override
    public RpcEndpoint.Api api(RpcEndpoint.Api right) {
      return (call, then) -> {
        if (left.decrementAndGet() == 0) {
          new Thread(act).start();
        }
        right.call(call, then);
      };
    }
  }

  /**
   * Goes away when it has met one scenario more than there are threads, so that one of them at
   * least is over, and answers nothing from then on. Each of these scenarios makes a call that no
   * other makes, and is all that its requirement has: what is over has passed.
   */
  private record GoneAfterMarkedScenarios(AtomicInteger left, Runnable act) implements Alteration {
    @Override
    public RpcEndpoint.Api api(RpcEndpoint.Api right) {
      return (call, then) -> {
        if (marks(call) && left.decrementAndGet() == 0) {
          new Thread(act).start();
        }
        if (left.get() > 0) {
          right.call(call, then);
        }
      };
    }

    private static boolean marks(Call call) {
      return call.method().equals("task.no_such_message")
          || call.parameters().contains(Value.of("xapi-task-tck-no-such-user"));
    }
  }

  private static long notes(String console, String words) {
    return console
        .lines()
        .filter(line -> line.startsWith("NOTE: ") && line.contains(words))
        .count();
  }

  @Test
  void aServerThatGoesAwayInTheMiddleLeavesTheRestNotTestable() throws Exception {
    AtomicReference<Simulator> server = new AtomicReference<>();
    Alteration gone =
        new GoneAfterMarkedScenarios(new AtomicInteger(THREADS + 1), () -> close(server.get()));
    server.set(Simulator.start(SimulatorOptions.defaults().withAlteration(gone)));

    Runs.Done done = Runs.run(options(server.get()).withThreads(THREADS, OptionalLong.empty()));

    assertThat(done.exitCode()).isEqualTo(3);
    assertThat(done.word()).isEqualTo("incomplete");
    assertThat(MARKED).anySatisfy(id -> assertThat(done.verdicts()).containsEntry(id, "pass"));
    assertThat(done.verdicts().values()).contains("not-testable");
    assertThat(done.verdicts().values()).doesNotContain("kit-error", "fail");
    assertThat(notes(done.console(), "the server stopped answering")).isEqualTo(1);
    assertEveryReport();
  }

  @Test
  void aRunThatIsBrokenOffLeavesNoTaskAndNoSession() throws Exception {
    AtomicReference<Certification> running = new AtomicReference<>();
    AtCall stop = new AtCall(new AtomicInteger(100), () -> running.get().breakOff(Waiting.LIMIT));
    try (Simulator server = Simulator.start(SimulatorOptions.defaults().withAlteration(stop))) {
      ByteArrayOutputStream console = new ByteArrayOutputStream();
      running.set(new Certification(options(server), environment(console, Clock.systemUTC())));
      assertThat(running.get().certify()).isEqualTo(3);
      assertThat(notes(console.toString(StandardCharsets.UTF_8), "broken off")).isEqualTo(1);
      assertThat(folder.resolve("state/xapi-task-tck")).isEmptyDirectory();
      assertEveryReport();
    }
  }

  @Test
  void whatBreaksInsideTheKitIsSaidAndEndsWithFive() throws Exception {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    AtomicInteger calls = new AtomicInteger();
    Clock broken =
        new Clock() {
          @Override
          public Instant instant() {
            // after the login, once
            if (calls.incrementAndGet() == 5) {
              throw new IllegalArgumentException("the clock of this test is broken");
            }
            return Clock.systemUTC().instant();
          }

          @Override
          public ZoneId getZone() {
            return ZoneId.of("UTC");
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    try (Simulator server = Simulator.start(SimulatorOptions.defaults())) {
      int code = new Certification(options(server), environment(console, broken)).certify();
      assertThat(code).isEqualTo(5);
    }
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("the kit failed: the clock of this test is broken", "incomplete");
    assertThat(Files.readString(folder.resolve("report/kit-error.txt"))).contains("\tat ");
    assertThat(new ObjectMapper().readTree(folder.resolve("report/results.json").toFile()))
        .allMatch(node -> true);
    assertEveryReport();
  }

  @Test
  void aReportThatCannotBeWrittenKeepsNoOtherFromBeingWritten() throws Exception {
    Files.createDirectories(folder.resolve("report/allure-report/index.html/in-the-way"));
    RunOptions options =
        Runs.options(folder.resolve("report"))
            .withTags("@task.create.result")
            .withRelease(Optional.of(Release.PAGE));
    assertThatThrownBy(() -> Runs.run(options))
        .isInstanceOf(ReportFolderException.class)
        .hasMessageContaining("index.html");
    for (String name : List.of("results.json", "junit.xml", "summary.md", "allure-results")) {
      assertThat(folder.resolve("report").resolve(name)).exists();
    }
  }

  private RunOptions options(Simulator server) throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("root.yaml"), "root: {username: root, password: secret}\n");
    return Runs.options(folder.resolve("report"))
        .withServer(server.uri(), accounts)
        .withWires(java.util.Set.of(Wire.JSONRPC2), true)
        .withRelease(Optional.of(Release.PAGE));
  }

  private Environment environment(ByteArrayOutputStream console, Clock clock) {
    return Runs.environment(folder, console, clock, System::nanoTime);
  }

  private void assertEveryReport() {
    for (String name :
        List.of(
            "results.json",
            "junit.xml",
            "summary.md",
            "allure-results",
            "allure-report/index.html")) {
      assertThat(folder.resolve("report").resolve(name)).exists();
    }
  }

  private static void close(Simulator server) {
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
