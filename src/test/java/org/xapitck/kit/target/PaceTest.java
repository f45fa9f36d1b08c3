package org.xapitck.kit.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A server is not called more often than the user allows. */
class PaceTest {

  @Test
  void callsKeepTheirDistance() {
    long start = System.nanoTime();
    Pace pace = new Pace(OptionalDouble.of(200), System::nanoTime);
    for (int i = 0; i < 21; i++) {
      pace.await();
    }
    // the first begins at once, twenty wait 5 ms each
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000L);
  }

  @Test
  void withoutALimitNobodyWaits() {
    Pace pace = Pace.unlimited();
    long start = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      pace.await();
    }
    assertThat(System.nanoTime() - start).isLessThan(500_000_000L);
  }
}
