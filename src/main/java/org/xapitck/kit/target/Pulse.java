package org.xapitck.kit.target;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the server still answers over a wire. After three calls in a row without any HTTP answer,
 * and a probe without one, the wire is over: a dead server must not cost a time-out for each of 500
 * scenarios.
 */
final class Pulse {
  private static final int UNANSWERED = 3;

  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicBoolean gone = new AtomicBoolean();

  /** Notes an answer or its absence; true where a probe is due. */
  boolean probeDue(boolean answered) {
    if (answered) {
      unanswered.set(0);
      return false;
    }
    return unanswered.incrementAndGet() >= UNANSWERED;
  }

  void stopped() {
    gone.set(true);
  }

  boolean gone() {
    return gone.get();
  }
}
