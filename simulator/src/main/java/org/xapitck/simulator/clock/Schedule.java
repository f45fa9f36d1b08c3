package org.xapitck.simulator.clock;

import java.time.Duration;

/** The work of one simulator that is due later. Safe for any number of threads. */
public interface Schedule extends AutoCloseable {

  /**
   * Runs work again and again, the first time after one period.
   *
   * @param period longer than zero
   */
  Appointment every(Duration period, Runnable work);

  /**
   * Runs work once. Without a delay it runs as soon as possible: on the machine's clock on the
   * thread of the schedule, on a clock that stands still at once and on the caller's thread.
   */
  Appointment after(Duration delay, Runnable work);

  /** Drops all that is not under way. */
  @Override
  void close();

  /** Work that can be called off, until it begins. */
  @FunctionalInterface
  interface Appointment {
    /** Calls it off; does nothing if it has begun or is over. */
    void cancel();
  }
}
