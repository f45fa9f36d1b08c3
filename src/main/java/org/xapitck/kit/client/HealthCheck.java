package org.xapitck.kit.client;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Whether the server still answers over a wire. After three calls in a row without any HTTP answer,
 * and a probe without one, the wire is over: a dead server must not cost a time-out for each of 500
 * scenarios.
 */
final class HealthCheck {
  private static final int UNANSWERED = 3;

  private final BooleanSupplier answers;
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicBoolean gone = new AtomicBoolean();

  /**
   * The health of a server that has answered so far.
   *
   * @param answers asks it, and tells whether it answered in a short time
   */
  HealthCheck(BooleanSupplier answers) {
    this.answers = answers;
  }

  /** Notes an answer or its absence, and probes after the third absence. */
  void note(boolean answered) {
    if (answered) {
      unanswered.set(0);
    } else if (unanswered.incrementAndGet() >= UNANSWERED) {
      probe();
    }
  }

  /** Asks whether the server still answers at all. */
  void probe() {
    if (answers.getAsBoolean()) {
      unanswered.set(0);
    } else {
      gone.set(true);
    }
  }

  boolean gone() {
    return gone.get();
  }
}
