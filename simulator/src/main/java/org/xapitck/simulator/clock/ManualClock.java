package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** A clock that stands still until it is told to advance. */
public final class ManualClock implements SimulatorClock {
  private static final Comparator<Timer> ORDER =
      Comparator.<Timer, Instant>comparing(timer -> timer.due).thenComparing(timer -> timer.number);

  /** Guards the timers and is never held while work runs, since work may wait for other locks. */
  private final Object lock = new Object();

  /** Held by the one who advances, so that two of them take turns. */
  private final Object turn = new Object();

  private final TreeSet<Timer> timers = new TreeSet<>(ORDER);
  private volatile Instant now;
  private long created;

  /** A clock that shows this moment. */
  public ManualClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Schedule schedule() {
    return new Timers();
  }

  /**
   * Moves on. All work that falls due on the way is done when this returns, on this thread, in the
   * order of the moments it is due at (of one moment: in the order it was asked for), each run
   * seeing its own moment as now. Work that work asks for counts as well.
   *
   * @param step not negative
   */
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("time cannot go back by " + step.negated());
    }
    synchronized (turn) {
      Instant end = now.plus(step);
      for (Timer due = next(end); due != null; due = next(end)) {
        due.work.run();
      }
      now = end;
    }
  }

  /** Takes the next timer that is due until then, sets the clock to its moment and re-arms it. */
  private Timer next(Instant end) {
    synchronized (lock) {
      if (timers.isEmpty() || timers.first().due.isAfter(end)) {
        return null;
      }
      Timer due = timers.pollFirst();
      now = due.due;
      if (due.period == null) {
        due.owner.remove(due);
      } else {
        due.due = due.due.plus(due.period);
        timers.add(due);
      }
      return due;
    }
  }

  private final class Timers implements Schedule {
    private final Set<Timer> mine = new HashSet<>();

    @Override
    public Appointment every(Duration period, Runnable work) {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("a period must be longer than zero, not " + period);
      }
      return add(period, period, work);
    }

    @Override
    public Appointment after(Duration delay, Runnable work) {
      if (delay.isNegative() || delay.isZero()) {
        work.run();
        return () -> {};
      }
      return add(delay, null, work);
    }

    private Appointment add(Duration delay, Duration period, Runnable work) {
      synchronized (lock) {
        Timer timer = new Timer(created++, this.mine, period, work, now.plus(delay));
        timers.add(timer);
        mine.add(timer);
        return () -> remove(timer);
      }
    }

    private void remove(Timer timer) {
      synchronized (lock) {
        timers.remove(timer);
        mine.remove(timer);
      }
    }

    @Override
    public void close() {
      synchronized (lock) {
        timers.removeAll(mine);
        mine.clear();
      }
    }
  }

  /** Work to be done; compared by {@link #ORDER} in the queue, by identity elsewhere. */
  private static final class Timer {
    private final long number;
    private final Set<Timer> owner;
    private final Duration period;
    private final Runnable work;
    private Instant due;

    private Timer(long number, Set<Timer> owner, Duration period, Runnable work, Instant due) {
      this.number = number;
      this.owner = owner;
      this.period = period;
      this.work = work;
      this.due = due;
    }
  }
}
