package org.xapitck.simulator.fault.live;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.xapitck.simulator.rpc.Exchange;

/** A fault that is on. */
public final class Fault {
  private final String id;
  private final FaultRule rule;
  private final SplittableRandom random;
  private long struck;
  private double tokens;
  private Instant filled;

  Fault(String id, FaultRule rule, Instant now) {
    this.id = id;
    this.rule = rule;
    this.random = new SplittableRandom(rule.seed());
    this.tokens = rule.effect() instanceof Effect.Throttle throttle ? throttle.burst() : 0;
    this.filled = now;
  }

  /** By which it is switched off. */
  public String id() {
    return id;
  }

  /** What it does. */
  public FaultRule rule() {
    return rule;
  }

  /** How many calls it has struck. */
  public synchronized long struck() {
    return struck;
  }

  /** Whether this call is struck, which counts. */
  boolean strikes(Exchange exchange) {
    if (!rule.means(exchange)) {
      return false;
    }
    synchronized (this) {
      boolean hit =
          struck < rule.count()
              && (rule.probability() >= 1 || random.nextDouble() < rule.probability());
      if (hit) {
        struck++;
      }
      return hit;
    }
  }

  /** Takes one from the bucket, and says how long that takes. */
  synchronized Duration wait(Effect.Throttle throttle, Instant now) {
    double seconds = Math.max(0, Duration.between(filled, now).toNanos() / 1e9);
    tokens = Math.min(throttle.burst(), tokens + seconds * throttle.perSecond()) - 1;
    filled = now;
    return tokens >= 0
        ? Duration.ZERO
        : Duration.ofNanos((long) (-tokens / throttle.perSecond() * 1e9));
  }
}
