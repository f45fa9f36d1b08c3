package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerFile;
import org.xapitck.kit.ledger.LedgerNotes;
import org.xapitck.kit.ledger.MarkedTask;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.ledger.Stay;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.FakeWire;

class TaskDisposalTest {
  private static final String SET = "task.set_status";
  private static final String DESTROY = "task.destroy";
  private static final String GET = "task.get_status";
  private static final String RECORDS = "task.get_all_records";
  private static final Answer DONE = FakeWire.text("");

  private final Bench bench = new Bench();

  @TempDir Path folder;

  private boolean dispose(Ledger.Entry entry) {
    return bench.api.disposal().dispose(entry);
  }

  private Ledger.Entry operatorsTask() {
    return bench.created("T1", Bench.OPERATOR);
  }

  private boolean isForgotten() {
    return bench.ledger.find("T1").isEmpty();
  }

  @Test
  void aTaskIsNotStruckOutBeforeItIsDestroyed() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, DONE).on(DESTROY, DONE);
    assertThat(dispose(task)).isTrue();
    assertThat(bench.told())
        .containsExactly(
            "vm-operator: task.set_status T1 success",
            "vm-operator: task.destroy T1",
            "noted gone T1");
  }

  @Test
  void aTaskThatIsGoneIsNotCalledAgain() {
    Ledger.Entry task = operatorsTask();
    bench.ledger.gone("T1");
    bench.story.clear();
    assertThat(dispose(task)).isTrue();
    assertThat(bench.story).isEmpty();
  }

  @Test
  void aTaskThatTheServerCollectedIsNotDestroyedInVain() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, FakeWire.unknown());
    assertThat(dispose(task)).isTrue();
    assertThat(bench.told())
        .containsExactly("vm-operator: task.set_status T1 success", "noted gone T1");
  }

  @Test
  void aTaskThatWasCollectedInBetweenIsNotCountedAsLeft() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, DONE).on(DESTROY, FakeWire.unknown());
    assertThat(dispose(task)).isTrue();
    assertThat(isForgotten()).isTrue();
  }

  /** Final already, or not the maker's to set: that is no reason not to destroy it. */
  @Test
  void aTaskWhoseStatusCannotBeSetIsDestroyedAllTheSame() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, FakeWire.refusal("OPERATION_NOT_ALLOWED")).on(DESTROY, DONE);
    assertThat(dispose(task)).isTrue();
  }

  @Test
  void theStrongestTriesWhatTheMakerMayNot() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, DONE).on(DESTROY, FakeWire.refusal("RBAC_PERMISSION_DENIED"), DONE);
    assertThat(dispose(task)).isTrue();
    assertThat(bench.told())
        .containsExactly(
            "vm-operator: task.set_status T1 success",
            "vm-operator: task.destroy T1",
            "pool-admin: task.set_status T1 success",
            "pool-admin: task.destroy T1",
            "noted gone T1");
  }

  @Test
  void aTaskThatNobodyMayDestroyIsNotForgotten() {
    Ledger.Entry task = operatorsTask();
    bench
        .wire
        .on(SET, DONE)
        .on(DESTROY, FakeWire.refusal("RBAC_PERMISSION_DENIED"))
        .on(GET, FakeWire.text("success"));
    assertThat(dispose(task)).isFalse();
    assertThat(isForgotten()).isFalse();
    assertThat(bench.story).doesNotContain("noted gone T1");
  }

  @ParameterizedTest
  @CsvSource({"success, ENDED", "cancelled, ENDED", "pending, STILL_PENDING"})
  void aTaskThatStaysIsNotSaidToHaveEndedWithoutALook(String status, Stay.State state) {
    Ledger.Entry task = operatorsTask();
    bench
        .wire
        .on(SET, DONE)
        .on(DESTROY, FakeWire.refusal("OPERATION_NOT_ALLOWED"))
        .on(GET, FakeWire.text(status));
    assertThat(dispose(task)).isFalse();
    assertThat(bench.ledger.stay("T1")).map(Stay::state).contains(state);
  }

  @Test
  void aLostSessionLeavesTheTaskToTheStrongest() {
    Ledger.Entry task = operatorsTask();
    bench.wire.answering(
        SET,
        call ->
            call.parameters().get(0).equals("session of vm-operator")
                ? FakeWire.refusal("SESSION_INVALID")
                : DONE);
    bench.wire.answering(
        DESTROY,
        call ->
            call.parameters().get(0).equals("session of vm-operator")
                ? FakeWire.refusal("SESSION_INVALID")
                : DONE);
    assertThat(dispose(task)).isTrue();
  }

  @Test
  void aMakerWithoutASessionLeavesTheTaskToTheStrongest() {
    Ledger.Entry task = operatorsTask();
    bench.wire.answering(
        "session.login_with_password",
        call ->
            call.parameters().get(0).equals("vm-operator")
                ? FakeWire.refusal("SESSION_AUTHENTICATION_FAILED")
                : FakeWire.text("session of pool-admin"));
    bench.wire.on(SET, DONE).on(DESTROY, DONE);
    assertThat(dispose(task)).isTrue();
    assertThat(bench.told())
        .containsExactly(
            "pool-admin: task.set_status T1 success",
            "pool-admin: task.destroy T1",
            "noted gone T1");
  }

  @Test
  void anUnreadableAnswerIsNoDestruction() {
    Ledger.Entry task = operatorsTask();
    bench.wire.on(SET, DONE).on(DESTROY, new Answer.Malformed("no JSON"));
    assertThat(dispose(task)).isFalse();
    assertThat(isForgotten()).isFalse();
  }

  @Test
  void aSilentServerIsNoDestruction() {
    // logged in before, for a login that is answered shows that the server is there
    bench.api.session(Bench.OPERATOR);
    bench.api.session(Bench.ADMIN);
    Ledger.Entry task = operatorsTask();
    bench.wire.silentOn(SET).silentOn(DESTROY);
    bench.prober.silentOn("system.listMethods");
    assertThat(dispose(task)).isFalse();
    assertThat(isForgotten()).isFalse();
    assertThat(bench.api.health().gone()).isTrue();
  }

  @Test
  void aFaultOfTheClientIsNoDestruction() {
    Ledger.Entry task = operatorsTask();
    bench.wire.failingOn(SET);
    assertThat(dispose(task)).isFalse();
    assertThat(isForgotten()).isFalse();
  }

  @Test
  void aTaskOfAReadOnlyRunIsNotTouched() {
    Bench readOnly = new Bench(Bench.readOnly());
    Ledger.Entry task = readOnly.created("T1", Bench.ADMIN);
    assertThat(readOnly.api.disposal().dispose(task)).isFalse();
    assertThat(readOnly.told()).isEmpty();
  }

  @Test
  void aNoteThatCannotBeKeptIsNoReasonToLeaveTheOtherTasks() {
    bench.created("T1", Bench.ADMIN);
    bench.created("T2", Bench.ADMIN);
    bench.journal.refusing("gone");
    bench.wire.on(SET, DONE).on(DESTROY, DONE).on(RECORDS, FakeWire.refusal("X"));
    bench.api.close();
    assertThat(bench.story).contains("pool-admin: task.destroy T1", "pool-admin: task.destroy T2");
  }

  @Test
  void whatTheServerRunsIsWaitedForLast() {
    bench.created("T2", Bench.ADMIN);
    bench.started("S1");
    bench
        .wire
        .on(SET, DONE)
        .on(DESTROY, DONE)
        .on("task.get_subtasks", FakeWire.texts())
        .on("task.get_status", FakeWire.text("success"))
        .on(RECORDS, FakeWire.refusal("X"));
    bench.api.close();
    assertThat(bench.story)
        .containsSubsequence("pool-admin: task.destroy T2", "pool-admin: task.destroy S1");
    assertThat(bench.story).doesNotContain("pool-admin: task.set_status S1 success");
  }

  @Test
  void onlyTasksWithTheMarkOfThisRunAreFoundAndDestroyed() {
    bench.ledger.foreign(List.of("F1"));
    String olderRun = new RunMark("99999999").numbered(1);
    bench
        .wire
        .on(
            RECORDS,
            FakeWire.records(
                Map.of(
                    "T7",
                    Bench.MARK.numbered(7),
                    "F1",
                    Bench.MARK.numbered(8),
                    "O1",
                    olderRun,
                    "N1",
                    "somebody's task",
                    "N2",
                    "not the " + Bench.LABEL + " of the kit")))
        .on(SET, DONE)
        .on(DESTROY, DONE);
    bench.api.close();
    assertThat(bench.story)
        .filteredOn(line -> line.contains("destroy"))
        .containsExactly("pool-admin: task.destroy T7");
    assertThat(bench.api.disposal().swept()).isTrue();
  }

  @Test
  void aTaskThatWasFoundIsDestroyedWhereItCannotBeNoted() {
    bench.journal.refusing("intent").refusing("made").refusing("gone");
    bench
        .wire
        .on(RECORDS, FakeWire.records(Map.of("T7", Bench.MARK.numbered(7))))
        .on(SET, DONE)
        .on(DESTROY, DONE);
    bench.api.close();
    assertThat(bench.story).contains("pool-admin: task.destroy T7", "logout pool-admin");
    assertThat(bench.wire.isClosed()).isTrue();
  }

  @Test
  void aTaskThatIsStillListedAfterItsDestructionCountsAsLeft() {
    bench
        .wire
        .on(RECORDS, FakeWire.records(Map.of("T7", Bench.MARK.numbered(7))))
        .on(SET, DONE)
        .on(DESTROY, DONE);
    bench.api.close();
    assertThat(bench.ledger.live(Wire.JSONRPC2))
        .extracting(Ledger.Entry::ref)
        .containsExactly("T7");
  }

  @Test
  void aServerThatDoesNotTellItsTasksWasNotSwept() {
    for (Answer answer :
        List.of(FakeWire.refusal("X"), FakeWire.text(""), new Answer.Malformed("no JSON"))) {
      Bench other = new Bench();
      other.wire.on(RECORDS, answer);
      assertThat(other.api.disposal().markedTasks()).isEmpty();
      other.api.close();
      assertThat(other.api.disposal().swept()).isFalse();
    }
  }

  @Test
  void aServerThatIsGoneTellsNoTasks() {
    bench.prober.silentOn("system.listMethods");
    bench.api.health().probe();
    assertThat(bench.api.disposal().markedTasks()).isEmpty();
    assertThat(bench.told()).containsExactly("system.listMethods");
  }

  @Test
  void aFaultOfTheClientTellsNoTasks() {
    bench.wire.failingOn(RECORDS);
    assertThat(bench.api.disposal().markedTasks()).isEmpty();
  }

  @Test
  void theMarksOfEveryRunAreTold() {
    String olderRun = new RunMark("99999999").numbered(1);
    bench.wire.on(RECORDS, FakeWire.records(Map.of("O1", olderRun, "N1", "somebody's")));
    assertThat(bench.api.disposal().markedTasks())
        .isEqualTo(Optional.of(List.of(new MarkedTask("O1", olderRun, "99999999", ""))));
  }

  @Test
  void anOrphanIsDestroyedByTheStrongest() {
    bench.wire.on(SET, DONE).on(DESTROY, DONE);
    String olderRun = new RunMark("99999999").numbered(1);
    assertThat(bench.api.disposal().dispose(new MarkedTask("O1", olderRun, "99999999", "pending")))
        .isTrue();
    assertThat(bench.told())
        .containsExactly(
            "pool-admin: task.set_status O1 success",
            "pool-admin: task.destroy O1",
            "noted gone O1");
  }

  /** The notes of a run that made T1 with a mark, T2 without, and started S1. */
  private LedgerNotes olderRun() throws IOException {
    Path file = folder.resolve("ledger.jsonl");
    Files.deleteIfExists(file);
    try (LedgerFile older = LedgerFile.begin(file, Bench.MARK, "http://server/", "then")) {
      older.intent(1, Bench.LABEL, Wire.XMLRPC);
      older.made(1, "T1");
      older.intent(2, "", Wire.XMLRPC);
      older.made(2, "T2");
      older.intent(3, "", Wire.XMLRPC);
      older.started(3, "S1");
    }
    return LedgerNotes.read(file).get(0);
  }

  @Test
  void aReferenceThatIsAnothersTaskByNowIsLeftAlone() throws IOException {
    bench.wire.on(RECORDS, FakeWire.records(Map.of("T1", "somebody's", "T2", "no mark")));
    assertThat(bench.api.disposal().adopt(olderRun())).isEqualTo(1);
    assertThat(bench.ledger.owns("T1")).isFalse();
    assertThat(bench.ledger.find("T2")).isPresent();
    assertThat(bench.ledger.find("S1").orElseThrow().serverRun()).isTrue();
  }

  @Test
  void aTaskWithTheMarkOfAnotherRunIsLeftAlone() throws IOException {
    String other = new RunMark("99999999").numbered(1);
    bench.wire.on(RECORDS, FakeWire.records(Map.of("T1", other)));
    assertThat(bench.api.disposal().adopt(olderRun())).isEqualTo(1);
    assertThat(bench.ledger.owns("T1")).isFalse();
  }

  @Test
  void tasksOfAnOlderRunAreTakenOverWhereTheServerDoesNotTell() throws IOException {
    bench.wire.on(RECORDS, FakeWire.refusal("X"));
    assertThat(bench.api.disposal().adopt(olderRun())).isZero();
    assertThat(bench.ledger.live(Wire.JSONRPC2))
        .extracting(Ledger.Entry::ref, Ledger.Entry::serverRun)
        .containsExactly(tuple("S1", true), tuple("T1", false), tuple("T2", false));
  }

  @Test
  void tasksThatAreStillTheOlderRunsAreTakenOver() throws IOException {
    bench.wire.on(RECORDS, FakeWire.records(Map.of("T1", Bench.LABEL)));
    assertThat(bench.api.disposal().adopt(olderRun())).isZero();
    assertThat(bench.ledger.find("T1")).isPresent();
  }
}
