package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.support.FakeWire;

class ServerRunDisposalTest {
  private static final String STATUS = "task.get_status";
  private static final String CANCEL = "task.cancel";
  private static final String DESTROY = "task.destroy";
  private static final String PARTS = "task.get_subtasks";
  private static final Answer DONE = FakeWire.text("");

  private final Bench bench = new Bench();
  private Ledger.Entry work;

  @BeforeEach
  void startWork() {
    bench.wire.on(PARTS, FakeWire.texts());
    work = bench.started("S1");
  }

  private boolean dispose() {
    return bench.api.disposal().dispose(work);
  }

  /** Answers by the reference of the call. */
  private static Function<Call, Answer> byRef(Map<String, Answer> answers, Answer otherwise) {
    return call -> answers.getOrDefault(call.parameters().get(1), otherwise);
  }

  private void assertNeverHidden() {
    assertThat(bench.story)
        .noneMatch(line -> line.contains("task.set_status"))
        .noneMatch(line -> line.contains("task.destroy"))
        .noneMatch(line -> line.contains("noted gone"));
    assertThat(bench.ledger.find("S1")).isPresent();
  }

  @Test
  void workThatEndedIsNotAskedToStop() {
    bench.wire.on(STATUS, FakeWire.text("failure")).on(DESTROY, DONE);
    assertThat(dispose()).isTrue();
    assertThat(bench.told())
        .containsExactly(
            "pool-admin: task.get_subtasks S1",
            "pool-admin: task.get_status S1",
            "pool-admin: task.get_subtasks S1",
            "pool-admin: task.destroy S1",
            "noted gone S1");
  }

  @Test
  void workThatRunsIsAskedToStopBeforeItsTaskIsDestroyed() {
    bench
        .wire
        .on(STATUS, FakeWire.text("pending"), FakeWire.text("pending"), FakeWire.text("cancelled"))
        .on(CANCEL, DONE)
        .on(DESTROY, DONE);
    assertThat(dispose()).isTrue();
    assertThat(bench.told())
        .containsSubsequence(
            "pool-admin: task.cancel S1",
            "pool-admin: task.get_status S1",
            "pool-admin: task.destroy S1",
            "noted gone S1");
  }

  @Test
  void workThatDoesNotStopIsNotHidden() {
    bench.wire.on(STATUS, FakeWire.text("pending")).on(CANCEL, DONE);
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void workThatIsStillCancellingIsNotHidden() {
    bench.wire.on(STATUS, FakeWire.text("cancelling")).on(CANCEL, DONE);
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void workIsNotAskedToStopTwice() {
    bench.wire.on(STATUS, FakeWire.text("pending")).on(CANCEL, DONE);
    dispose();
    dispose();
    assertThat(bench.story).filteredOn("pool-admin: task.cancel S1"::equals).hasSize(1);
    assertNeverHidden();
  }

  @Test
  void workThatMayNotBeCancelledIsWaitedForAndNotHidden() {
    bench
        .wire
        .on(STATUS, FakeWire.text("pending"))
        .on(CANCEL, FakeWire.refusal("OPERATION_NOT_ALLOWED"));
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void workThatCannotBeCancelledButEndsIsDestroyed() {
    bench
        .wire
        .on(STATUS, FakeWire.text("pending"), FakeWire.text("success"))
        .on(CANCEL, FakeWire.refusal("OPERATION_NOT_ALLOWED"))
        .on(DESTROY, DONE);
    assertThat(dispose()).isTrue();
  }

  @Test
  void aStatusThatCannotBeReadIsNoEnd() {
    bench.wire.on(CANCEL, DONE);
    for (Answer status :
        new Answer[] {
          FakeWire.number(1),
          FakeWire.text("finished"),
          FakeWire.refusal("INTERNAL_ERROR"),
          new Answer.Malformed("no JSON")
        }) {
      bench.wire.on(STATUS, status);
      assertThat(dispose()).as(status.toString()).isFalse();
      assertNeverHidden();
    }
  }

  @Test
  void aSilentServerHidesNothing() {
    bench.wire.silentOn(STATUS).silentOn(CANCEL);
    bench.prober.silentOn("system.listMethods");
    assertThat(dispose()).isFalse();
    assertNeverHidden();
    assertThat(bench.api.health().gone()).isTrue();
  }

  @Test
  void aLostSessionHidesNothing() {
    bench
        .wire
        .on(PARTS, FakeWire.refusal("SESSION_INVALID"))
        .on(STATUS, FakeWire.refusal("SESSION_INVALID"))
        .on(CANCEL, FakeWire.refusal("SESSION_INVALID"));
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void anAccountWithoutASessionHidesNothing() {
    bench.wire.on("session.login_with_password", FakeWire.refusal("SESSION_AUTHENTICATION_FAILED"));
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void aFaultOfTheClientHidesNothing() {
    bench.wire.failingOn(STATUS);
    assertThat(dispose()).isFalse();
    assertNeverHidden();
  }

  @Test
  void workOfAReadOnlyRunIsNeitherStoppedNorHidden() {
    Bench readOnly = new Bench(Bench.readOnly());
    Ledger.Entry other = readOnly.started("S1");
    readOnly.wire.on(PARTS, FakeWire.texts()).on(STATUS, FakeWire.text("pending"));
    assertThat(readOnly.api.disposal().dispose(other)).isFalse();
    assertThat(readOnly.told()).noneMatch(line -> line.contains("cancel"));
  }

  @Test
  void aTaskThatTheServerCollectedIsNotDestroyedInVain() {
    bench.wire.on(STATUS, FakeWire.unknown());
    assertThat(dispose()).isTrue();
    assertThat(bench.story).contains("noted gone S1").noneMatch(line -> line.contains("destroy"));
  }

  @Test
  void aTaskThatTheServerDoesNotDestroyIsNotForgotten() {
    bench
        .wire
        .on(STATUS, FakeWire.text("success"))
        .on(DESTROY, FakeWire.refusal("OPERATION_NOT_ALLOWED"));
    assertThat(dispose()).isFalse();
    assertThat(bench.ledger.find("S1")).isPresent();
  }

  @Test
  void aTaskThatWasCollectedInBetweenIsNotCountedAsLeft() {
    bench.wire.on(STATUS, FakeWire.text("success")).on(DESTROY, FakeWire.unknown());
    assertThat(dispose()).isTrue();
    assertThat(bench.ledger.find("S1")).isEmpty();
  }

  /** P1 came with the work, at the same time; both have ended. */
  private void hasAPart() {
    bench
        .wire
        .answering(PARTS, byRef(Map.of("S1", FakeWire.texts("P1")), FakeWire.texts()))
        .answering("task.get_subtask_of", byRef(Map.of("P1", FakeWire.text("S1")), DONE))
        .answering(
            "task.get_created",
            byRef(
                Map.of(
                    "S1", FakeWire.time("20261125T10:00:00Z"),
                    "P1", FakeWire.time("20261125T10:00:00Z")),
                DONE))
        .on(STATUS, FakeWire.text("success"))
        .on(DESTROY, DONE);
  }

  @Test
  void theWholeIsNotDestroyedBeforeItsPartsAreNoted() {
    hasAPart();
    assertThat(dispose()).isTrue();
    assertThat(bench.told())
        .containsSubsequence(
            "noted started P1",
            "pool-admin: task.destroy S1",
            "noted gone S1",
            "pool-admin: task.destroy P1",
            "noted gone P1");
  }

  @Test
  void aPartIsDestroyedWhereItCannotBeNoted() {
    hasAPart();
    bench.journal.refusing("intent").refusing("started");
    assertThat(dispose()).isTrue();
    assertThat(bench.story).contains("pool-admin: task.destroy P1");
  }

  @Test
  void aPartThatStillRunsIsNotHidden() {
    hasAPart();
    bench
        .wire
        .answering(STATUS, byRef(Map.of("P1", FakeWire.text("pending")), FakeWire.text("success")))
        .on(CANCEL, DONE);
    assertThat(dispose()).isTrue();
    assertThat(bench.story)
        .contains("pool-admin: task.cancel P1")
        .doesNotContain("pool-admin: task.destroy P1");
    assertThat(bench.ledger.find("P1")).isPresent();
  }

  @Test
  void aTaskThatDoesNotNameTheWholeIsNoPartOfIt() {
    hasAPart();
    bench.wire.on("task.get_subtask_of", FakeWire.text("another"));
    assertPartIsLeftAlone();
  }

  @Test
  void aTaskWhoseWholeCannotBeReadIsNoPart() {
    hasAPart();
    bench.wire.on("task.get_subtask_of", FakeWire.refusal("MESSAGE_METHOD_UNKNOWN"));
    assertPartIsLeftAlone();
  }

  /** JSON has no type for a time. */
  @Test
  void aTaskThatIsOlderThanTheWholeIsNoPartOfItOnAnyWire() {
    for (Function<String, Answer> form :
        List.<Function<String, Answer>>of(FakeWire::time, FakeWire::text)) {
      hasAPart();
      bench.wire.answering(
          "task.get_created",
          byRef(
              Map.of(
                  "S1", form.apply("20261125T10:00:00Z"), "P1", form.apply("20261125T09:59:59Z")),
              DONE));
      assertPartIsLeftAlone();
    }
  }

  @Test
  void aPartWhoseTimeIsATextIsDestroyedLikeAnother() {
    hasAPart();
    bench.wire.on("task.get_created", FakeWire.text("20261125T10:00:00Z"));
    assertThat(dispose()).isTrue();
    assertThat(bench.story).contains("pool-admin: task.destroy P1");
  }

  @Test
  void aTaskIsNoPartWhereOneOfBothTimesCannotBeRead() {
    Answer time = FakeWire.time("20261125T10:00:00Z");
    Answer denied = FakeWire.refusal("X");
    for (Map<String, Answer> times :
        List.of(
            Map.of("S1", denied, "P1", time),
            Map.of("S1", time, "P1", denied),
            Map.of("S1", time, "P1", FakeWire.text("2026")))) {
      hasAPart();
      bench.wire.answering("task.get_created", byRef(times, DONE));
      assertPartIsLeftAlone();
    }
  }

  /** When the whole is gone nobody names it any more. */
  @Test
  void aPartThatComesWhileTheWholeEndsIsDestroyedToo() {
    hasAPart();
    bench.wire.on(PARTS, FakeWire.texts(), FakeWire.texts("P1"));
    assertThat(dispose()).isTrue();
    assertThat(bench.story).contains("pool-admin: task.destroy P1");
  }

  @Test
  void aTaskThatTheKitMadeIsNoPartOfTheServersWork() {
    hasAPart();
    bench.created("P1", Bench.ADMIN);
    assertThat(dispose()).isTrue();
    assertThat(bench.story).doesNotContain("pool-admin: task.destroy P1");
  }

  @Test
  void aTaskOfSomebodyElseIsNoPartWhateverTheServerSays() {
    hasAPart();
    bench.ledger.foreign(List.of("P1"));
    assertPartIsLeftAlone();
  }

  private void assertPartIsLeftAlone() {
    assertThat(dispose()).isTrue();
    assertThat(bench.ledger.owns("P1")).isFalse();
    assertThat(bench.story)
        .doesNotContain("pool-admin: task.destroy P1", "pool-admin: task.cancel P1");
  }

  @Test
  void partsOfWorkThatDoesNotStopAreNotTouched() {
    hasAPart();
    bench.wire.on(STATUS, FakeWire.text("pending")).on(CANCEL, DONE);
    assertThat(dispose()).isFalse();
    assertNeverHidden();
    assertThat(bench.ledger.owns("P1")).isFalse();
  }
}
