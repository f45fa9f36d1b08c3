package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of a simulator: it dates objects and triggers background work.
 *
 * <p>Time comes in from outside so that a test decides what a minute is: the machine's ({@link
 * #system()}), the machine's shifted by an offset ({@link #shifted}), one that stands still, and
 * one that advances by command (both {@link ManualClock}).
 */
public interface SimulatorClock {

  /** The present moment. */
  Instant now();

  /** An empty schedule in this time. Each simulator has one of its own and closes it at its end. */
  Schedule schedule();

  /** The clock of the machine. */
  static SimulatorClock system() {
    return new SystemClock(Duration.ZERO);
  }

  /** The clock of the machine, ahead of it by {@code offset} or, where that is negative, behind. */
  static SimulatorClock shifted(Duration offset) {
    return new SystemClock(offset);
  }

  /** A clock that stands still at a moment until it is told to advance. */
  static ManualClock frozen(Instant moment) {
    return new ManualClock(moment);
  }
}
