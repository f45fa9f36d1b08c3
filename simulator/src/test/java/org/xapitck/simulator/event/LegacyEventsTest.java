package org.xapitck.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.Value;

/** The old stream's memory is bounded, and who falls behind it is told. */
class LegacyEventsTest {
  private final LegacyEvents events = new LegacyEvents(() -> Instant.EPOCH);

  @Test
  void whoReadsTooLateIsToldOnceThatEventsAreLost() {
    events.register("session", Subscription.of(List.of("task")));
    for (int i = 0; i <= 10_000; i++) {
      change();
    }
    assertThatThrownBy(() -> events.read("session")).hasMessageContaining("EVENTS_LOST");
    change();
    assertThat(events.read("session")).hasSize(1);
    assertThat(events.read("session")).isEmpty();
  }

  @Test
  void twoSessionsReadIndependently() {
    events.register("one", Subscription.of(List.of("*")));
    change();
    events.register("two", Subscription.of(List.of("*")));
    change();
    assertThat(events.read("one")).hasSize(2);
    assertThat(events.read("two")).hasSize(1);
  }

  private void change() {
    events.note(new Change(Change.Kind.MOD, "task", "ref", () -> new Value.Struct(List.of())));
  }
}
