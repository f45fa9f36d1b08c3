package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.FakeWire;

class ApiClientTest {
  private static final String RECORDS = "task.get_all_records";
  private static final Answer DONE = FakeWire.text("");

  private final Bench bench = new Bench();

  private void look() {
    bench.api.call(Bench.ADMIN, "task.get_all", List.of());
  }

  @Test
  void nothingIsSentBeforeItIsAskedFor() {
    assertThat(bench.story).isEmpty();
    assertThat(bench.api.calls()).isZero();
    assertThat(bench.api.end()).isEmpty();
  }

  @Test
  void aForeignTaskIsNotChangedWhoeverAsks() {
    bench.wire.on("task.get_all", FakeWire.texts("F1"));
    bench.api.lookAround();
    assertThatThrownBy(() -> bench.api.call(Bench.ADMIN, "task.destroy", List.of("F1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bench.told()).containsExactly("pool-admin: task.get_all");
  }

  @Test
  void aServerThatDoesNotTellItsTasksStopsNothing() {
    bench.wire.on("task.get_all", FakeWire.refusal("X"));
    bench.api.lookAround();
    assertThat(bench.ledger.isForeign("F1")).isFalse();
  }

  @Test
  void noCallIsMadeAfterARunWasBrokenOff() {
    bench.api.breakOff(Reason.Plain.BROKEN_OFF);
    bench.api.breakOff(Reason.Plain.FIRST_FAILURE);
    assertThat(bench.api.end()).contains(Reason.Plain.BROKEN_OFF);
    assertThatThrownBy(this::look)
        .isInstanceOf(ServerGone.class)
        .hasMessage(Reason.Plain.BROKEN_OFF.text());
    assertThatThrownBy(() -> bench.api.start(Bench.ADMIN, "Async.VM.clone", List.of()))
        .isInstanceOf(ServerGone.class);
    assertThat(bench.story).isEmpty();
  }

  @Test
  void tasksAreDestroyedAndSessionsClosedAfterARunWasBrokenOff() {
    bench.api.session(Bench.OPERATOR);
    bench.api.session(Bench.ADMIN);
    bench.created("T1", Bench.OPERATOR);
    bench
        .wire
        .on("task.set_status", DONE)
        .on("task.destroy", DONE)
        .on(RECORDS, FakeWire.refusal("X"));
    bench.api.breakOff(Reason.Plain.BROKEN_OFF);
    bench.api.close();
    assertThat(bench.story)
        .contains(
            "vm-operator: task.destroy T1",
            "noted gone T1",
            "logout vm-operator",
            "logout pool-admin");
    assertThat(bench.wire.isClosed()).isTrue();
    assertThat(bench.prober.isClosed()).isTrue();
  }

  @Test
  void aSecondCloseSendsNothing() {
    bench.wire.on(RECORDS, FakeWire.refusal("X"));
    bench.api.close();
    bench.story.clear();
    bench.api.close();
    bench.api.leave();
    assertThat(bench.story).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsNotCalledAtTheEnd() {
    bench.created("T1", Bench.ADMIN);
    bench.prober.silentOn("system.listMethods");
    assertThat(bench.api.health().isSilentNow()).isTrue();
    assertThat(bench.api.end()).contains(Reason.Plain.STOPPED_ANSWERING);
    bench.story.clear();
    bench.api.close();
    // whether it is back
    assertThat(bench.story).containsExactly("system.listMethods");
    assertThat(bench.wire.isClosed()).isTrue();
    assertThat(bench.ledger.live(Wire.JSONRPC2)).hasSize(1);
  }

  @Test
  void aServerThatIsBackAtTheEndIsCleanedUpThoughItsWireWasGivenUp() {
    bench.api.session(Bench.ADMIN);
    bench.created("T1", Bench.ADMIN);
    bench.prober.silentOn("system.listMethods");
    assertThat(bench.api.health().isSilentNow()).isTrue();
    bench.story.clear();
    bench.prober.on("system.listMethods", FakeWire.texts());
    bench
        .wire
        .on("task.set_status", DONE)
        .on("task.destroy", DONE)
        .on(RECORDS, FakeWire.refusal("X"));
    bench.api.close();
    assertThat(bench.story)
        .contains("system.listMethods", "pool-admin: task.destroy T1", "logout pool-admin");
    assertThat(bench.api.end()).contains(Reason.Plain.STOPPED_ANSWERING);
    assertThat(bench.ledger.live(Wire.JSONRPC2)).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsNotProbedAgain() {
    bench.prober.silentOn("system.listMethods");
    bench.api.health().probe();
    bench.story.clear();
    assertThat(bench.api.health().isSilentNow()).isTrue();
    assertThat(bench.story).isEmpty();
  }

  @Test
  void aServerThatAnswersTheProbeIsNotGone() {
    bench.prober.on("system.listMethods", FakeWire.texts());
    assertThat(bench.api.health().isSilentNow()).isFalse();
  }

  @Test
  void whoLeavesTouchesNoTaskAndLogsOut() {
    bench.api.session(Bench.ADMIN);
    bench.created("T1", Bench.ADMIN);
    bench.api.leave();
    assertThat(bench.story).containsExactly("logout pool-admin");
    assertThat(bench.wire.isClosed()).isTrue();
    assertThat(bench.api.end()).contains(Reason.Plain.CLEANUP_BROKEN_OFF);
  }

  @Test
  void aFailedLogoutDoesNotKeepTheOtherSessionsOpen() {
    bench.api.session(Bench.ADMIN);
    bench.api.session(Bench.OPERATOR);
    bench.wire.failingOn("session.logout");
    bench.story.clear();
    bench.api.leave();
    assertThat(bench.story).containsExactlyInAnyOrder("logout pool-admin", "logout vm-operator");
    assertThat(bench.wire.isClosed()).isTrue();
  }

  @Test
  void aServerThatGoesAwayWhileLoggingOutIsClosedAllTheSame() {
    bench.api.session(Bench.ADMIN);
    for (String user : List.of("a", "b", "c", "d")) {
      bench.api.login(user, "secret-of-" + user);
    }
    bench.wire.silentOn("session.logout");
    bench.prober.silentOn("system.listMethods");
    bench.api.leave();
    assertThat(bench.story).filteredOn(line -> line.startsWith("logout")).hasSize(3);
    assertThat(bench.wire.isClosed()).isTrue();
  }

  @Test
  void theClientIsClosedEvenWhereTheEndFailsInAWayThatNobodyForesaw() {
    bench.wire.answering(
        RECORDS,
        call -> {
          throw new IllegalArgumentException("unforeseen");
        });
    assertThatThrownBy(bench.api::close).hasMessage("unforeseen");
    assertThat(bench.wire.isClosed()).isTrue();
  }

  @Test
  void aSessionThatAScenarioClosedIsNotClosedAgain() {
    bench.api.session(Bench.ADMIN);
    bench.api.call(Call.judged("session.logout", List.of("session of pool-admin")));
    bench.story.clear();
    bench.api.leave();
    assertThat(bench.story).isEmpty();
  }

  @Test
  void aSessionWhoseLogoutWasRefusedIsClosedAtTheEnd() {
    bench.api.session(Bench.ADMIN);
    bench.wire.on("session.logout", FakeWire.refusal("SESSION_INVALID"));
    bench.api.call(Call.judged("session.logout", List.of("session of pool-admin")));
    bench.story.clear();
    bench.api.leave();
    assertThat(bench.story).containsExactly("logout pool-admin");
  }

  @Test
  void theKitsSessionsCanBeToldFromOthers() {
    bench.wire.answering(
        "session.login_with_password", call -> FakeWire.text(call.parameters().get(3).toString()));
    assertThat(bench.api.session(Bench.ADMIN))
        .isEqualTo("xapi-task-tck-0123abcd/jsonrpc2/pool-admin");
  }

  @Test
  void everyCallIsCounted() {
    bench.wire.on("task.get_all", FakeWire.texts());
    look();
    look();
    assertThat(bench.api.calls()).isEqualTo(3);
  }
}
