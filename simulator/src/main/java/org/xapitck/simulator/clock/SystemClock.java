package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock; each repetition has a daemon thread of its own, which sleeps in between. */
final class SystemClock implements SimulatorClock {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Repetition every(Duration period, Runnable work) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "xapi-simulator-clock");
              thread.setDaemon(true);
              return thread;
            });
    long nanos = period.toNanos();
    executor.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS);
    return executor::shutdownNow;
  }
}
