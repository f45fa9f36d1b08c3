package org.xapitck.simulator.task;

import java.util.Locale;

/** The five values of {@code task_status_type}. */
public enum TaskStatus {
  /** In progress. */
  PENDING,
  /** Completed. */
  SUCCESS,
  /** Failed. */
  FAILURE,
  /** Being cancelled; not completed yet. */
  CANCELLING,
  /** Cancelled. */
  CANCELLED;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The text on the wire. */
  public String label() {
    return label;
  }

  /** Whether the task is over: success, failure or cancelled. */
  public boolean isCompleted() {
    return this == SUCCESS || this == FAILURE || this == CANCELLED;
  }
}
