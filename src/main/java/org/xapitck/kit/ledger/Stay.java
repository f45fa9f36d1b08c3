package org.xapitck.kit.ledger;

import org.xapitck.kit.model.Answer;

/**
 * Why a task is still there after the kit asked for its end.
 *
 * @param answer what the server said to the last call about it
 */
public record Stay(State state, Answer answer) {

  /** How the task is, as far as the kit knows. */
  public enum State {
    /** Its work is over; only its removal was refused. */
    ENDED,
    /** The server still works on it. */
    RUNS,
    /** set_status said that it is over, and it is pending all the same. */
    STILL_PENDING
  }

  /** Whether its work is over. */
  public boolean ended() {
    return state == State.ENDED;
  }
}
