package org.xapitck.simulator.fault.live;

import java.time.Duration;
import org.xapitck.simulator.rpc.Answer;

/** What a fault does to a call. */
public sealed interface Effect {

  /** The call is served so much later, by the clock of the simulator. */
  record Delay(Duration time) implements Effect {}

  /**
   * Calls are served late where they come too often, and never refused: a bucket that each call
   * takes one from, and that fills again.
   *
   * @param burst how many calls the full bucket lets pass at once
   * @param perSecond how fast it fills
   */
  record Throttle(double burst, double perSecond) implements Effect {}

  /** No answer comes, and the connection stays open. */
  record Silence() implements Effect {}

  /** The call is served, and so many bytes of its answer are sent before the connection ends. */
  record Cut(int bytes) implements Effect {}

  /** An HTTP status with a page instead of an answer. */
  record Status(int status) implements Effect {}

  /** A refusal of the API. */
  record Refusal(Answer.Failure error) implements Effect {}

  /** The connection is reset. */
  record Reset() implements Effect {}
}
