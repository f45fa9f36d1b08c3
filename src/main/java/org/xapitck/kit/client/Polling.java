package org.xapitck.kit.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again until a condition holds, less often the longer it takes. Safe for use by
 * many threads.
 */
public final class Polling {
  /** Short work is seen to end almost at once, and an hour of it costs a call a second. */
  private static final long FIRST_PAUSE = Duration.ofMillis(25).toNanos();

  private static final long LAST_PAUSE = Duration.ofSeconds(1).toNanos();

  /** Each pause is a quarter of what has passed, so that nothing is seen much too late. */
  private static final int PART = 4;

  private final Duration most;
  private final LongSupplier nanos;

  /**
   * Patience of some length.
   *
   * @param most after which nothing is waited for
   * @param nanos the time in nanoseconds from any start, never going back
   */
  public Polling(Duration most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
  }

  /**
   * What was seen last: what was waited for, or the last look before patience ended. An interrupt
   * ends the wait and stays set.
   */
  public <T> T await(Supplier<T> look, Predicate<T> enough) {
    long began = nanos.getAsLong();
    T seen = look.get();
    long passed = nanos.getAsLong() - began;
    while (!enough.test(seen)
        && passed < most.toNanos()
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(Math.max(FIRST_PAUSE, Math.min(LAST_PAUSE, passed / PART)));
      seen = look.get();
      passed = nanos.getAsLong() - began;
    }
    return seen;
  }

  /** In seconds. */
  @Override
  public String toString() {
    return most.toMillis() / 1000.0 + " s";
  }
}
