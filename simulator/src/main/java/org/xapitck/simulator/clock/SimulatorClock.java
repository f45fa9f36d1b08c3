package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of one simulator: what it stamps on objects, and what makes its background work run.
 *
 * <p>Time comes in from outside so that a test decides what a minute is.
 */
public interface SimulatorClock {

  /** The present moment. */
  Instant now();

  /**
   * Runs work again and again, the first time after one period.
   *
   * @param period longer than zero
   * @return ends the repetition; a run under way is finished
   */
  Repetition every(Duration period, Runnable work);

  /** The clock of the machine. */
  static SimulatorClock system() {
    return new SystemClock();
  }

  /** A repetition that can be ended. */
  @FunctionalInterface
  interface Repetition extends AutoCloseable {
    @Override
    void close();
  }
}
