package org.xapitck.kit.proof;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock by which a run takes two seconds, however fast the machine is: each reading of it adds 5
 * ms, and each of the more than 500 scenarios of a wire reads it when it begins.
 */
final class HurriedClock extends Clock {
  private static final long STEP_MILLIS = 5;

  private final Clock system = Clock.systemUTC();
  private final AtomicLong readings = new AtomicLong();

  @Override
  public Instant instant() {
    return system.instant().plusMillis(readings.incrementAndGet() * STEP_MILLIS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks the kit for another zone than " + zone);
  }
}
