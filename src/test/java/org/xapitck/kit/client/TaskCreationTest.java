package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerUnusable;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.FakeWire;
import org.xapitck.kit.wire.ClientFault;

class TaskCreationTest {
  private static final String CREATE = "task.create";
  private static final String CLONE = "Async.VM.clone";

  private final Bench bench = new Bench();

  private void create() {
    bench.api.call(Bench.OPERATOR, CREATE, List.of(Bench.LABEL, "description"));
  }

  private void start() {
    bench.api.start(Bench.ADMIN, CLONE, List.of("VM1"));
  }

  private List<Ledger.Entry> live() {
    return bench.ledger.live(Wire.JSONRPC2);
  }

  @Test
  void noTaskIsMadeBeforeItsIntentIsNoted() {
    bench.wire.on(CREATE, FakeWire.text("T1"));
    create();
    assertThat(bench.told())
        .containsExactly(
            "noted intent " + Bench.LABEL,
            "vm-operator: task.create " + Bench.LABEL + " description",
            "noted made T1");
    assertThat(live()).containsExactly(Ledger.Entry.created("T1", Bench.OPERATOR, Wire.JSONRPC2));
  }

  @Test
  void nothingIsSentWhereTheIntentCannotBeKept() {
    bench.journal.refusing("intent");
    assertThatThrownBy(this::create).isInstanceOf(LedgerUnusable.class);
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void nothingIsSentWhereThereIsNoRoom() {
    for (int i = 0; i < 6; i++) {
      bench.created("T" + i, Bench.ADMIN);
    }
    assertThatThrownBy(this::create).isInstanceOf(LedgerUnusable.class);
    assertThat(bench.told()).isEmpty();
  }

  @Test
  void aTaskWhoseReferenceCannotBeKeptIsDestroyedAtTheEnd() {
    bench.journal.refusing("made");
    bench.wire.on(CREATE, FakeWire.text("T1"));
    assertThatThrownBy(this::create).isInstanceOf(LedgerUnusable.class);
    bench
        .wire
        .on("task.set_status", FakeWire.text(""))
        .on("task.destroy", FakeWire.text(""))
        .on("task.get_all_records", FakeWire.refusal("X"));
    bench.api.close();
    assertThat(bench.story).contains("vm-operator: task.destroy T1");
    assertThat(live()).isEmpty();
  }

  @Test
  void aRefusalLeavesNothingToLookFor() {
    bench.wire.on(CREATE, FakeWire.refusal("RBAC_PERMISSION_DENIED"));
    create();
    assertThat(bench.told()).endsWith("noted refused 1");
    assertThat(bench.ledger.isSettled(false)).isTrue();
  }

  @Test
  void aLostAnswerIsLookedForByTheMark() {
    bench.wire.silentOn(CREATE);
    create();
    assertThat(bench.ledger.isSettled(false)).isFalse();
    assertThat(bench.ledger.isSettled(true)).isTrue();
    assertThat(live()).isEmpty();
  }

  @Test
  void aLostAnswerWithoutAMarkIsNeverForgotten() {
    bench.wire.silentOn(CREATE);
    bench.api.call(Bench.ADMIN, CREATE, List.of("a label", "a description"));
    assertThat(bench.told()).first().isEqualTo("noted intent unmarked");
    assertThat(bench.ledger.isSettled(true)).isFalse();
  }

  @Test
  void theMarkIsFoundInTheDescriptionToo() {
    bench.wire.on(CREATE, FakeWire.text("T1"));
    bench.api.call(Bench.ADMIN, CREATE, List.of("a label", Bench.LABEL));
    assertThat(bench.told()).first().isEqualTo("noted intent " + Bench.LABEL);
  }

  @Test
  void anAnswerWithoutAReferenceMakesNoEntry() {
    for (Answer answer :
        List.of(FakeWire.text(""), FakeWire.number(5), new Answer.Malformed("no JSON"))) {
      bench.wire.on(CREATE, answer);
      create();
    }
    assertThat(live()).isEmpty();
    assertThat(bench.ledger.isSettled(false)).isFalse();
  }

  @Test
  void aFaultOfTheClientLeavesTheTaskToBeLookedFor() {
    bench.wire.failingOn(CREATE);
    assertThatThrownBy(this::create).isInstanceOf(ClientFault.class);
    assertThat(bench.ledger.isSettled(false)).isFalse();
    assertThat(bench.ledger.isSettled(true)).isTrue();
  }

  @Test
  void aTaskThatWasThereBeforeTheRunIsNotTakenForANewOne() {
    bench.wire.on("task.get_all", FakeWire.texts("F1", "F2"));
    bench.api.lookAround();
    bench.wire.on(CREATE, FakeWire.text("F1"));
    create();
    assertThat(bench.ledger.owns("F1")).isFalse();
    assertThat(live()).isEmpty();
    assertThat(bench.ledger.isSettled(false)).isFalse();
  }

  @Test
  void aSessionThatIsGivenAsAReferenceNeverReachesTheLedger() {
    bench.wire.on(CREATE, FakeWire.text("session of vm-operator"));
    create();
    assertThat(bench.ledger.owns("session of vm-operator")).isFalse();
    assertThat(bench.story).noneMatch(line -> line.startsWith("noted made"));
  }

  @Test
  void aTaskOfAnUnknownSessionIsTheStrongestAccounts() {
    bench.wire.on(CREATE, FakeWire.text("T1"));
    bench.api.callIn("somebody's session", CREATE, List.of(Bench.LABEL, ""));
    assertThat(live()).containsExactly(Ledger.Entry.created("T1", Bench.ADMIN, Wire.JSONRPC2));
  }

  @Test
  void workOfTheServerIsNotedBeforeItIsStarted() {
    bench.wire.on("task.get_all", FakeWire.texts("F1")).on(CLONE, FakeWire.text("S1"));
    start();
    assertThat(bench.told())
        .containsExactly(
            "pool-admin: task.get_all",
            "noted intent unmarked",
            "pool-admin: Async.VM.clone VM1",
            "noted started S1");
    assertThat(live()).containsExactly(Ledger.Entry.started("S1", Bench.ADMIN, Wire.JSONRPC2));
  }

  @Test
  void workIsNotStartedWhereTheIntentCannotBeKept() {
    bench.journal.refusing("intent");
    bench.wire.on("task.get_all", FakeWire.texts());
    assertThatThrownBy(this::start).isInstanceOf(LedgerUnusable.class);
    assertThat(bench.told()).containsExactly("pool-admin: task.get_all");
  }

  @Test
  void aTaskThatWasThereBeforeTheWorkIsNotTakenForItsTask() {
    bench.wire.on("task.get_all", FakeWire.texts("F1")).on(CLONE, FakeWire.text("F1"));
    start();
    assertThat(bench.ledger.owns("F1")).isFalse();
    assertThat(live()).isEmpty();
  }

  @Test
  void aTaskThatAClientMadeIsNotTakenForOneThatTheServerRuns() {
    bench.created("T1", Bench.ADMIN);
    bench.wire.on("task.get_all", FakeWire.texts()).on(CLONE, FakeWire.text("T1"));
    start();
    assertThat(live()).containsExactly(Ledger.Entry.created("T1", Bench.ADMIN, Wire.JSONRPC2));
  }
}
