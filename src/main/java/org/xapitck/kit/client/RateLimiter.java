package org.xapitck.kit.client;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Limits the rate of calls over all wires, to spare a busy server. Safe for use by many threads.
 */
public final class RateLimiter {
  private final long interval;
  private final LongSupplier nanos;
  private final AtomicLong next;

  /**
   * A limiter.
   *
   * @param callsPerSecond 0.1 to 1,000,000; empty for no limit
   * @param nanos the time in nanoseconds from any start, never going back
   */
  public RateLimiter(OptionalDouble callsPerSecond, LongSupplier nanos) {
    this.interval =
        callsPerSecond.isPresent()
            ? Math.round(TimeUnit.SECONDS.toNanos(1) / callsPerSecond.getAsDouble())
            : 0;
    this.nanos = nanos;
    this.next = new AtomicLong(nanos.getAsLong());
  }

  /** Whether so many calls may begin within a second. */
  boolean allows(int callsPerSecond) {
    return interval * callsPerSecond <= TimeUnit.SECONDS.toNanos(1);
  }

  /**
   * Takes the next moment at which a call may begin, and waits for it. An interrupt ends the wait
   * and stays set.
   */
  void await() {
    if (interval == 0) {
      return;
    }
    long now = nanos.getAsLong();
    // a pause earns nothing: calls that were not made then are not made up for in a burst
    long turn = next.getAndUpdate(before -> (before - now < 0 ? now : before) + interval);
    for (long left = turn - now; left > 0; left = turn - nanos.getAsLong()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
