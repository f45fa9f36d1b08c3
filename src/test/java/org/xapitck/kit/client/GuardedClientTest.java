package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.support.FakeWire;

class GuardedClientTest {
  private static final Call LOOK = Call.auxiliary("task.get_all", List.of("session of anna"));
  private static final Call DESTROY_FOREIGN =
      Call.auxiliary("task.destroy", List.of("session of anna", "F1"));

  private final Bench bench = new Bench();
  private final GuardedClient client = new GuardedClient(bench.wire, bench.prober, bench.context);

  @Test
  void aCallAboutATaskOfSomebodyElseIsNotSent() {
    assertThatThrownBy(() -> client.send(DESTROY_FOREIGN, client::exchange))
        .isInstanceOf(IllegalStateException.class);
    assertThat(bench.story).isEmpty();
    assertThat(client.calls()).isZero();
  }

  @Test
  void aCallOutsideTheDeclaredScopeIsNotSent() {
    Bench readOnly = new Bench(Bench.readOnly());
    GuardedClient guarded = new GuardedClient(readOnly.wire, readOnly.prober, readOnly.context);
    assertThatThrownBy(
            () ->
                guarded.send(
                    Call.judged("task.create", List.of("session of anna", "", "")),
                    guarded::exchange))
        .isInstanceOf(OutsideScope.class)
        .hasMessageContaining("--read-only");
    assertThat(readOnly.story).isEmpty();
  }

  @Test
  void nothingIsSentToAServerThatIsGone() {
    bench.wire.silentOn("task.get_all");
    bench.prober.silentOn("system.listMethods");
    for (int i = 0; i < 3; i++) {
      assertThat(client.send(LOOK, client::exchange).answered()).isFalse();
    }
    bench.story.clear();
    assertThatThrownBy(() -> client.send(LOOK, client::exchange))
        .isInstanceOf(ServerGone.class)
        .hasMessage("the server has stopped answering on jsonrpc2");
    assertThat(bench.story).isEmpty();
    // three calls and the probe
    assertThat(client.calls()).isEqualTo(4);
  }

  @Test
  void aServerThatOnlyLosesSomeCallsIsAskedOn() {
    bench.wire.silentOn("task.get_all");
    bench.prober.on("system.listMethods", FakeWire.texts());
    for (int i = 0; i < 7; i++) {
      client.send(LOOK, client::exchange);
    }
    assertThat(bench.story).filteredOn("system.listMethods"::equals).hasSize(2);
    assertThat(client.health().gone()).isFalse();
  }

  private boolean isAnswered(Call call) {
    return client.repeated(() -> client.send(call, client::exchange)).answered();
  }

  @Test
  void aCallThatMayBeRepeatedIsMadeOnceMoreWhenTheServerIsBack() {
    bench.wire.on("task.get_all", FakeWire.texts());
    client.send(LOOK, client::exchange);
    bench.story.clear();
    bench.wire.silentOn("task.get_all");
    bench.prober.answering(
        "system.listMethods",
        call -> {
          bench.wire.on("task.get_all", FakeWire.texts());
          return FakeWire.texts();
        });
    assertThat(isAnswered(LOOK)).isTrue();
    assertThat(bench.story).hasSize(3);
    bench.story.clear();
    assertThat(isAnswered(LOOK)).isTrue();
    assertThat(bench.story).hasSize(1);
  }

  @Test
  void aCallToAServerThatHasNeverAnsweredIsNotRepeated() {
    bench.wire.silentOn("task.get_all");
    assertThat(isAnswered(LOOK)).isFalse();
    assertThat(bench.story).hasSize(1);
  }

  @Test
  void aCallIsNotRepeatedToAServerThatStaysAway() {
    bench.wire.on("task.get_all", FakeWire.texts());
    client.send(LOOK, client::exchange);
    bench.wire.silentOn("task.get_all");
    bench.prober.silentOn("system.listMethods");
    assertThatThrownBy(() -> isAnswered(LOOK)).isInstanceOf(ServerGone.class);
  }

  @Test
  void bothClientsAreClosed() {
    client.close();
    assertThat(bench.wire.isClosed()).isTrue();
    assertThat(bench.prober.isClosed()).isTrue();
  }
}
