package org.xapitck.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.fault.variants.Freeze;

class FreezeTest {
  private final List<String> sent = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Freeze freeze = new Freeze(2, Duration.ofSeconds(30));

  private void answer(String text) {
    freeze.pass(
        (time, work) -> {
          assertThat(time).isEqualTo(Duration.ofSeconds(30));
          later.add(work);
        },
        () -> sent.add(text));
  }

  @Test
  void answersAreHeldBackOnceAndComeInTheirOrder() {
    List.of("a", "b", "c", "d").forEach(this::answer);
    assertThat(sent).containsExactly("a", "b");
    assertThat(later).hasSize(1);
    later.get(0).run();
    answer("e");
    assertThat(sent).containsExactly("a", "b", "c", "d", "e");
    assertThat(later).hasSize(1);
  }
}
