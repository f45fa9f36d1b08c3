package org.xapitck.simulator.event;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.xapitck.simulator.clock.Schedule;

/** How long {@code event.from} waits before it looks, unless it asks for tasks alone. */
final class FirstWait {
  /** 1e9 s, 31 years: no client waits longer, and a longer time would not fit in nanoseconds. */
  private static final double LONGEST_SECONDS = 1e9;

  private final Schedule schedule;
  private final Duration time;
  private final AtomicInteger calls = new AtomicInteger();

  FirstWait(Schedule schedule, Duration time) {
    this.schedule = schedule;
    this.time = time;
  }

  /** A time-out of a client, which may be any number of seconds. */
  static Duration limited(double seconds) {
    return Duration.ofNanos((long) (Math.min(seconds, LONGEST_SECONDS) * 1e9));
  }

  /** How many calls are in it. */
  int calls() {
    return calls.get();
  }

  /**
   * Has a call look, now or later.
   *
   * @param timeout of the call, in seconds
   * @param look is given what is left of the time-out
   */
  void before(List<Subscription> subscriptions, double timeout, DoubleConsumer look) {
    if (time.isZero() || Subscription.onlyTasks(subscriptions)) {
      look.accept(timeout);
      return;
    }
    calls.incrementAndGet();
    schedule.after(
        time,
        () -> {
          calls.decrementAndGet();
          look.accept(timeout - time.toNanos() / 1e9);
        });
  }
}
