package org.xapitck.kit.wire;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What a client of a wire takes from outside, beside the network.
 *
 * @param ids numbers for JSON-RPC requests, a different one at each call; safe for many threads
 * @param nanos the time in nanoseconds from any start, never going back
 */
public record CallSources(LongSupplier ids, LongSupplier nanos) {

  /** Ids from 1 upwards and this time. */
  public static CallSources timedBy(LongSupplier nanos) {
    return new CallSources(new AtomicLong()::incrementAndGet, nanos);
  }
}
