package org.xapitck.kit.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the server still answers over a wire. After three calls in a row without any HTTP answer
 * the server is probed, the less often the longer it lasts, until it answers or the patience with
 * one outage is used up; meanwhile nobody sends anything else. Then the wire is given up: a dead
 * server must not cost a time-out for each of 500 scenarios. Safe for use by many threads.
 */
public final class HealthCheck {
  private static final int UNANSWERED = 3;

  /** 3: a server that falls silent once more is not worth another 45 s. */
  private static final int MOST_OUTAGES = 3;

  private static final long FIRST_PAUSE = Duration.ofMillis(100).toNanos();
  private static final long LAST_PAUSE = Duration.ofSeconds(3).toNanos();

  private final BooleanSupplier answers;
  private final Patience patience;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicLong silentSince = new AtomicLong();
  private volatile boolean everAnswered;
  private volatile boolean hurried;
  private volatile boolean gone;
  private volatile boolean back;
  private volatile int outages;

  /**
   * How long a silent server is waited for.
   *
   * @param most from the first call without an answer to the last probe
   * @param nanos the time in nanoseconds from any start, never going back
   */
  public record Patience(Duration most, LongSupplier nanos) {}

  /**
   * The health of a server that nobody has called yet.
   *
   * @param answers asks it, and tells whether it answered in a short time
   */
  HealthCheck(BooleanSupplier answers, Patience patience) {
    this.answers = answers;
    this.patience = patience;
  }

  /** Notes an answer or its absence; after the third absence returns when it is decided. */
  void note(boolean answered) {
    if (answered) {
      everAnswered = true;
      unanswered.set(0);
      return;
    }
    if (unanswered.getAndIncrement() == 0) {
      silentSince.set(patience.nanos().getAsLong());
    }
    hold();
  }

  /** Waits while a silent server is probed. */
  void hold() {
    if (unanswered.get() >= UNANSWERED) {
      synchronized (this) {
        // another thread may have seen the server come back
        if (unanswered.get() >= UNANSWERED) {
          probe();
        }
      }
    }
  }

  /**
   * Asks whether the server answers, and waits for one that does not. One that has never answered
   * is not waited for.
   *
   * @return whether it answered at once
   */
  public synchronized boolean probe() {
    if (!mayCall()) {
      return false;
    }
    if (answers.getAsBoolean()) {
      unanswered.set(0);
      return true;
    }
    if (unanswered.getAndIncrement() == 0) {
      silentSince.set(patience.nanos().getAsLong());
    }
    if (everAnswered && !gone && outages < MOST_OUTAGES && comesBack()) {
      outages++;
      unanswered.set(0);
    } else {
      gone = true;
      back = false;
    }
    return false;
  }

  private boolean comesBack() {
    long pause = FIRST_PAUSE;
    while (!hurried
        && !Thread.currentThread().isInterrupted()
        && patience.nanos().getAsLong() - silentSince.get() < patience.most().toNanos()) {
      LockSupport.parkNanos(pause);
      pause = Math.min(LAST_PAUSE, pause * 2);
      if (answers.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  /** Gives the wire up where one short probe gets no answer, since another wire has waited. */
  public synchronized void glance() {
    if (mayCall() && !answers.getAsBoolean()) {
      gone = true;
      back = false;
    }
  }

  /** Waits for no silent server any more. */
  void hurry() {
    hurried = true;
  }

  /**
   * Whether calls that clean up may be made. A server that was given up gets one short probe: where
   * it is back, its sessions can be closed.
   */
  synchronized boolean isThereAtTheEnd() {
    if (gone && !back && answers.getAsBoolean()) {
      unanswered.set(0);
      back = true;
    }
    return mayCall();
  }

  /** Whether calls may be made. */
  boolean mayCall() {
    return !gone || back;
  }

  /** Whether any call was ever answered. */
  boolean hasAnswered() {
    return everAnswered;
  }

  /** Whether the wire was given up. */
  public boolean gone() {
    return gone;
  }

  /** Whether the server does not answer at this moment; waits for one that may come back. */
  public boolean isSilentNow() {
    return gone || !probe();
  }

  /** How often the server fell silent and came back. */
  public int outages() {
    return outages;
  }
}
