package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.ledger.LedgerFile;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.ledger.StateFolder;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;

/** Whom {@code cleanup} leaves alone: other servers, runs that go on, users who did not confirm. */
class CleanupLeavesAloneTest {
  private static final RunMark OLDER = new RunMark("0123abcd");

  @TempDir Path folder;
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private Simulator server;
  private Path accounts;

  @BeforeEach
  void start() throws Exception {
    accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    start(Alteration.NONE);
  }

  private void start(Alteration alteration) throws Exception {
    server = Simulator.start(SimulatorOptions.defaults().withAlteration(alteration));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private RunOptions options() {
    return Runs.options(folder.resolve("report"), server.uri(), accounts, "", Wire.JSONRPC2);
  }

  private Cleanup cleanup(RunOptions options) {
    console.reset();
    return new Cleanup(
        options, Runs.environment(folder, console, Clock.systemUTC(), System::nanoTime));
  }

  private String said() {
    return console.toString(StandardCharsets.UTF_8);
  }

  private LedgerFile begin(URI url) {
    StateFolder state = StateFolder.of(name -> folder.resolve("state").toString(), folder);
    return LedgerFile.begin(state.ledgerOf(OLDER), OLDER, url.toString(), "now");
  }

  /** A task of the older run, which its ledger names. */
  private String taskOf(LedgerFile ledger) {
    String mark = OLDER.numbered(1);
    String ref = create(mark);
    ledger.intent(1, mark, Wire.JSONRPC2);
    ledger.made(1, ref);
    return ref;
  }

  private String create(String label) {
    return Runs.create(server.uri(), label);
  }

  private void assertUntouched(String ref) {
    assertThat(Runs.statuses(server.uri())).containsEntry(ref, "pending");
  }

  @Test
  void aLedgerOfAnotherServerIsLeftAlone() {
    String ref;
    try (LedgerFile ledger = begin(URI.create("http://127.0.0.1:1/"))) {
      ref = taskOf(ledger);
    }
    assertThat(cleanup(options()).finish()).isZero();
    assertThat(said()).contains("run 0123abcd spoke to http://127.0.0.1:1/: left alone");
    assertUntouched(ref);
    assertThat(folder.resolve("state/xapi-task-tck/ledger-0123abcd.jsonl")).exists();
  }

  @Test
  void aRunThatStillGoesOnIsLeftAlone() {
    String ref;
    try (LedgerFile ledger = begin(server.uri())) {
      ref = taskOf(ledger);
      assertThat(cleanup(options()).finish()).isZero();
      assertThat(said()).contains("run 0123abcd still goes on: left alone");
      assertUntouched(ref);
    }
    assertThat(cleanup(options()).finish()).isZero();
    assertThat(said()).contains("1 task destroyed or gone, 0 left");
    assertThat(Runs.tasks(server.uri())).isEmpty();
  }

  @Test
  void aTaskOfARunThatStillGoesOnIsNoOrphan() {
    String ref;
    try (LedgerFile ledger = begin(server.uri())) {
      ref = taskOf(ledger);
      assertThat(cleanup(options()).orphans(() -> true)).isZero();
      assertThat(said()).contains("0 tasks of older runs").doesNotContain(ref);
      assertUntouched(ref);
    }
    assertThat(cleanup(options()).orphans(() -> true)).isZero();
    assertThat(said()).contains(ref, "1 task of older runs", "1 destroyed, 0 left");
    assertThat(Runs.tasks(server.uri())).isEmpty();
  }

  @Test
  void nothingIsChangedBeforeItIsConfirmed() {
    String ref = create(OLDER.numbered(1));
    assertThat(cleanup(options()).orphans(() -> false)).isEqualTo(1);
    assertThat(said()).contains(ref, "nothing was changed");
    assertUntouched(ref);
  }

  @Test
  void nobodyIsAskedWhereThereIsNoOrphan() {
    create("about " + OLDER.numbered(1));
    assertThat(
            cleanup(options())
                .orphans(
                    () -> {
                      throw new AssertionError("nothing to confirm");
                    }))
        .isZero();
  }

  @Test
  void aServerThatDoesNotSayWhichTasksThereAreIsNotClean() throws Exception {
    server.close();
    start(
        Intercept.calls(
            "task.get_all_records",
            (call, right) ->
                new org.xapitck.simulator.rpc.Answer.Failure("INTERNAL_ERROR", List.of())));
    try (LedgerFile ledger = begin(server.uri())) {
      taskOf(ledger);
    }
    assertThat(cleanup(options()).orphans(() -> true)).isEqualTo(1);
    assertThat(said()).contains("the server did not tell which tasks there are");
    assertThat(cleanup(options()).finish()).isEqualTo(1);
    assertThat(said()).contains("the server did not tell which tasks there are; try again later");
  }

  @Test
  void aTaskThatNobodyCanTellFromThoseOfOthersIsMentioned() {
    try (LedgerFile ledger = begin(server.uri())) {
      ledger.intent(1, "", Wire.JSONRPC2);
    }
    String theirs = create("");
    cleanup(options()).finish();
    assertThat(said()).contains("nobody can tell that task from those of others");
    assertUntouched(theirs);
  }

  @Test
  void withoutAUrlNobodyIsSearchedForOrphans() {
    RunOptions nowhere = options().withServer(Optional.empty(), Optional.of(accounts));
    assertThatThrownBy(() -> cleanup(nowhere).orphans(() -> true))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage("cleanup --orphans needs --url URL");
  }

  @Test
  void aLedgerThatIsNotThereIsSaid() {
    Path missing = folder.resolve("missing.jsonl");
    RunOptions options = options();
    assertThatThrownBy(
            () -> cleanup(options.withExecution(options.execution().withLedger(missing))).finish())
        .isInstanceOf(BadConfiguration.class)
        .hasMessageEndingWith("missing.jsonl: there is no such file");
    assertThat(cleanup(options).finish()).isZero();
    assertThat(said()).contains("no ledger, so nothing to clean up");
  }
}
