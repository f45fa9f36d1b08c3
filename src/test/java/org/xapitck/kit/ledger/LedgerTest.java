package org.xapitck.kit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;

class LedgerTest {
  private static final Account MAKER = new Account("pool-admin", "pool-admin", "secret");
  private static final String MARK = new RunMark("0123abcd").numbered(1);

  private final List<String> story = new ArrayList<>();
  private final FakeJournal journal = new FakeJournal(story);
  private final Ledger ledger = new Ledger(6, journal);

  private static Ledger.Entry task(String ref) {
    return Ledger.Entry.created(ref, MAKER, Wire.XMLRPC);
  }

  private Ledger.Entry made(String ref) {
    ledger.intend(MARK, Wire.XMLRPC).made(task(ref));
    return task(ref);
  }

  @Test
  void aTaskIsNeverMadeWithoutANoteInFrontOfIt() {
    Ledger.Intent intent = ledger.intend(MARK, Wire.XMLRPC);
    assertThat(story).containsExactly("noted intent " + MARK);
    intent.made(task("T1"));
    assertThat(story).containsExactly("noted intent " + MARK, "noted made T1");
    assertThat(ledger.owns("T1")).isTrue();
    assertThat(ledger.find("T1")).contains(task("T1"));
  }

  @Test
  void aTaskThatTheServerRunsIsNeverNotedAsOneThatMayBeCompleted() {
    Ledger.Entry entry = Ledger.Entry.started("T1", MAKER, Wire.XMLRPC);
    ledger.intend("", Wire.XMLRPC).made(entry);
    assertThat(story).containsExactly("noted intent unmarked", "noted started T1");
    assertThat(ledger.find("T1").orElseThrow().serverRun()).isTrue();
  }

  @Test
  void onlyATaskThatStillLivesIsGivenTwice() {
    made("T1");
    ledger.gone("T1");
    made("T1");
    assertThat(ledger.hasTaskGivenTwice(Wire.XMLRPC)).isFalse();
    made("T1");
    assertThat(ledger.hasTaskGivenTwice(Wire.XMLRPC)).isTrue();
    assertThat(ledger.hasTaskGivenTwice(Wire.JSONRPC2)).isFalse();
  }

  @Test
  void howATaskStaysIsKnownUntilItIsGone() {
    Answer refusal = new Answer.Failure("OPERATION_NOT_ALLOWED", List.of());
    made("T1");
    assertThat(ledger.stay("T1")).isEmpty();
    assertStays(false, false);
    ledger.stays("T1", new Stay(Stay.State.RUNS, refusal));
    assertStays(false, false);
    ledger.stays("T1", new Stay(Stay.State.STILL_PENDING, refusal));
    assertStays(true, false);
    assertThat(ledger.hasStillPending(Wire.JSONRPC2)).isFalse();
    ledger.stays("T1", new Stay(Stay.State.ENDED, refusal));
    assertStays(false, true);
    ledger.gone("T1");
    assertThat(ledger.stay("T1")).isEmpty();
    assertStays(false, false);
  }

  private void assertStays(boolean pending, boolean irremovable) {
    assertThat(ledger.hasStillPending(Wire.XMLRPC)).isEqualTo(pending);
    assertThat(ledger.irremovable().containsKey("T1")).isEqualTo(irremovable);
  }

  @Test
  void nothingIsMadeWhereTheIntentCannotBeKept() {
    journal.refusing("intent");
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> ledger.intend(MARK, Wire.XMLRPC))
          .isInstanceOf(LedgerUnusable.class)
          // and not that there is no room: a refused intent takes none
          .hasMessageContaining("the disk is full");
    }
    assertThat(ledger.isSettled(false)).isTrue();
  }

  @Test
  void aTaskWhoseReferenceCannotBeKeptIsNotForgotten() {
    journal.refusing("made");
    Ledger.Intent intent = ledger.intend(MARK, Wire.XMLRPC);
    assertThatThrownBy(() -> intent.made(task("T1"))).isInstanceOf(LedgerUnusable.class);
    assertThat(ledger.live(Wire.XMLRPC)).containsExactly(task("T1"));
  }

  @Test
  void aTaskThatWasFoundIsNotForgottenWhereNoNoteCanBeKept() {
    journal.refusing("intent").refusing("made");
    ledger.found(task("T1"));
    assertThat(ledger.live(Wire.XMLRPC)).containsExactly(task("T1"));
    assertThat(ledger.owns("T1")).isTrue();
  }

  @Test
  void aNoteThatATaskIsGoneDoesNotStopTheRunWhereItCannotBeKept() {
    made("T1");
    journal.refusing("gone");
    ledger.gone("T1");
    assertThat(ledger.find("T1")).isEmpty();
    assertThat(ledger.destroyed()).isEqualTo(1);
  }

  @Test
  void aNoteOfARefusalDoesNotStopTheRunWhereItCannotBeKept() {
    journal.refusing("refused");
    ledger.intend(MARK, Wire.XMLRPC).refused();
    assertThat(ledger.isSettled(false)).isTrue();
  }

  @Test
  void aTaskIsNotStruckOutTwice() {
    made("T1");
    ledger.gone("T1");
    ledger.gone("T1");
    ledger.gone("T2");
    assertThat(story).filteredOn(line -> line.contains("gone")).containsExactly("noted gone T1");
    assertThat(ledger.destroyed()).isEqualTo(1);
  }

  @Test
  void aTaskThatIsGoneIsStillTheKits() {
    made("T1");
    ledger.gone("T1");
    assertThat(ledger.owns("T1")).isTrue();
    assertThat(ledger.live(Wire.XMLRPC)).isEmpty();
  }

  @Test
  void noMoreTasksAreMadeThanAllowed() {
    for (int i = 0; i < 5; i++) {
      made("T" + i);
    }
    Ledger.Intent last = ledger.intend(MARK, Wire.XMLRPC);
    assertThatThrownBy(() -> ledger.intend(MARK, Wire.XMLRPC))
        .isInstanceOf(LedgerUnusable.class)
        .hasMessageContaining("--max-live-tasks");
    last.refused();
    made("T5");
    assertThatThrownBy(() -> ledger.intend(MARK, Wire.XMLRPC)).isInstanceOf(LedgerUnusable.class);
    ledger.gone("T0");
    made("T6");
    assertThat(ledger.live(Wire.XMLRPC)).hasSize(6);
  }

  @Test
  void aCallWithoutAnAnswerTakesNoRoomForEver() {
    for (int i = 0; i < 20; i++) {
      ledger.intend(MARK, Wire.XMLRPC).unknown();
    }
    assertThat(ledger.live(Wire.XMLRPC)).isEmpty();
  }

  @Test
  void tasksThatTheServerRunsTakeNoRoom() {
    for (int i = 0; i < 20; i++) {
      ledger.intend("", Wire.XMLRPC).made(Ledger.Entry.started("S" + i, MAKER, Wire.XMLRPC));
    }
    assertThat(ledger.live(Wire.XMLRPC)).hasSize(20);
  }

  @Test
  void aTaskIsFoundEvenWhereThereIsNoRoom() {
    for (int i = 0; i < 6; i++) {
      made("T" + i);
    }
    ledger.found(task("T9"));
    assertThat(ledger.find("T9")).isPresent();
    assertThat(ledger.live(Wire.XMLRPC)).hasSize(7);
  }

  @Test
  void aTaskThatWasFoundIsNotedForALaterCleanUp() {
    ledger.found(task("T1"));
    ledger.found(Ledger.Entry.started("S1", MAKER, Wire.XMLRPC));
    assertThat(story)
        .containsExactly(
            "noted intent unmarked", "noted made T1", "noted intent unmarked", "noted started S1");
  }

  @Test
  void aRefusalIsNotLookedForByACleanUp() {
    ledger.intend(MARK, Wire.XMLRPC).refused();
    assertThat(story).containsExactly("noted intent " + MARK, "noted refused 1");
  }

  @Test
  void aForeignTaskIsNotTheKits() {
    ledger.foreign(List.of("F1"));
    assertThat(ledger.owns("F1")).isFalse();
    assertThat(ledger.isForeign("F1")).isTrue();
    assertThat(ledger.isForeign("T1")).isFalse();
  }

  @Test
  void aTaskOfTheKitsIsNotForeignWhoeverSaysSo() {
    made("T1");
    ledger.foreign(List.of("T1"));
    assertThat(ledger.isForeign("T1")).isFalse();
    assertThat(ledger.owns("T1")).isTrue();
  }

  @Test
  void anInventedReferenceMayBeCalledAndIsNeverDisposedOf() {
    ledger.invented("I1");
    assertThat(ledger.owns("I1")).isTrue();
    assertThat(ledger.find("I1")).isEmpty();
    assertThat(ledger.live(Wire.XMLRPC)).isEmpty();
  }

  @Test
  void aTaskOfAnOlderRunIsTakenOverWithoutAnotherNote() {
    ledger.adopt(task("T1"));
    assertThat(ledger.owns("T1")).isTrue();
    assertThat(ledger.live(Wire.XMLRPC)).containsExactly(task("T1"));
    assertThat(story).isEmpty();
  }

  @Test
  void tasksOfAnotherWireAreLeftToThatWire() {
    made("T2");
    made("T1");
    ledger.intend(MARK, Wire.JSONRPC1).made(Ledger.Entry.created("J1", MAKER, Wire.JSONRPC1));
    assertThat(ledger.live(Wire.XMLRPC)).extracting(Ledger.Entry::ref).containsExactly("T1", "T2");
    assertThat(ledger.live(Wire.JSONRPC2)).isEmpty();
  }

  @Test
  void aLostAnswerIsNotSettledUntilTheMarkWasLookedFor() {
    ledger.intend(MARK, Wire.XMLRPC).unknown();
    assertThat(ledger.isSettled(false)).isFalse();
    assertThat(ledger.isSettled(true)).isTrue();
  }

  @Test
  void aLostAnswerAboutATaskWithoutAMarkIsNeverSettled() {
    ledger.intend("", Wire.XMLRPC).unknown();
    assertThat(ledger.isSettled(true)).isFalse();
  }
}
