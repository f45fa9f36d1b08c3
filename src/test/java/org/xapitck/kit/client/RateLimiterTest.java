package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A server is not called more often than the user allows. */
class RateLimiterTest {

  private final AtomicLong time = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();

  /** A millisecond passes at each look. */
  private long look() {
    looks.incrementAndGet();
    return time.addAndGet(1_000_000);
  }

  @Test
  void callsKeepTheirDistance() {
    RateLimiter limiter = new RateLimiter(OptionalDouble.of(200), this::look);
    for (int i = 0; i < 21; i++) {
      limiter.await();
    }
    // the first begins at once, twenty wait 5 ms each
    assertThat(time.get()).isGreaterThanOrEqualTo(100_000_000L);
  }

  @Test
  void withoutALimitNobodyWaits() {
    RateLimiter limiter = new RateLimiter(OptionalDouble.empty(), this::look);
    int before = looks.get();
    for (int i = 0; i < 10_000; i++) {
      limiter.await();
    }
    assertThat(looks).as("looks at the time, which a wait would need").hasValue(before);
  }

  @Test
  void itTellsWhetherSoManyCallsMayBeginWithinASecond() {
    assertThat(new RateLimiter(OptionalDouble.of(8), this::look).allows(8)).isTrue();
    assertThat(new RateLimiter(OptionalDouble.of(7.9), this::look).allows(8)).isFalse();
    assertThat(new RateLimiter(OptionalDouble.empty(), this::look).allows(8)).isTrue();
  }
}
