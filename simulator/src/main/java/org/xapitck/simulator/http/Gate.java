package org.xapitck.simulator.http;

import java.time.Duration;

/** Every answer passes here before it is sent. Safe for use by many threads. */
@FunctionalInterface
public interface Gate {
  /** Lets everything pass at once. */
  Gate OPEN = (timer, answer) -> answer.run();

  /**
   * Sends an answer, now or later.
   *
   * @param timer what comes later is done by
   * @param answer sends it
   */
  void pass(Timer timer, Runnable answer);

  /** Does work after some time. */
  @FunctionalInterface
  interface Timer {
    void after(Duration time, Runnable work);
  }
}
