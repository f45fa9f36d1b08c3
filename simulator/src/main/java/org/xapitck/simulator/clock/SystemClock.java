package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's clock, perhaps shifted; each schedule has one daemon thread for all its work. */
final class SystemClock implements SimulatorClock {
  private final Duration offset;

  SystemClock(Duration offset) {
    this.offset = offset;
  }

  @Override
  public Instant now() {
    return Instant.now().plus(offset);
  }

  @Override
  public Schedule schedule() {
    return new OneThread();
  }

  private static final class OneThread implements Schedule {
    private final ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(1, OneThread::thread);

    OneThread() {
      // thousands of waits are called off early; they must not stay in the queue until they are due
      executor.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable work) {
      Thread thread = new Thread(work, "xapi-simulator-clock");
      thread.setDaemon(true);
      return thread;
    }

    @Override
    public Appointment every(Duration period, Runnable work) {
      long nanos = period.toNanos();
      return appointment(executor.scheduleWithFixedDelay(work, nanos, nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    public Appointment after(Duration delay, Runnable work) {
      try {
        return appointment(executor.schedule(work, delay.toNanos(), TimeUnit.NANOSECONDS));
      } catch (RejectedExecutionException closed) {
        // the simulator is being closed: nothing is due any more
        return () -> {};
      }
    }

    private static Appointment appointment(Future<?> future) {
      return () -> future.cancel(false);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }
}
