package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that stands still until it is told to advance. */
public final class ManualClock implements SimulatorClock {
  private final List<Timer> timers = new ArrayList<>();
  private Instant now;

  /** A clock that shows this moment. */
  public ManualClock(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Repetition every(Duration period, Runnable work) {
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a period must be longer than zero, not " + period);
    }
    Timer timer = new Timer(period, work, now.plus(period));
    timers.add(timer);
    return () -> {
      synchronized (this) {
        timers.remove(timer);
      }
    };
  }

  /**
   * Moves on. All work that falls due on the way runs before this returns, on this thread, in the
   * order of the moments it is due at, each run seeing its own moment as now.
   */
  public synchronized void advance(Duration step) {
    Instant end = now.plus(step);
    for (Timer due = next(end); due != null; due = next(end)) {
      now = due.due;
      due.due = due.due.plus(due.period);
      due.work.run();
    }
    now = end;
  }

  private Timer next(Instant end) {
    return timers.stream()
        .filter(timer -> !timer.due.isAfter(end))
        .min(Comparator.comparing(timer -> timer.due))
        .orElse(null);
  }

  private static final class Timer {
    private final Duration period;
    private final Runnable work;
    private Instant due;

    private Timer(Duration period, Runnable work, Instant due) {
      this.period = period;
      this.work = work;
      this.due = due;
    }
  }
}
