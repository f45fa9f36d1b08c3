package org.xapitck.simulator.task;

import java.util.Locale;

/** The two values of {@code task_allowed_operations}. */
public enum TaskOperation {
  /** {@code task.cancel}. */
  CANCEL,
  /** {@code task.destroy}. */
  DESTROY;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The text on the wire. */
  public String label() {
    return label;
  }
}
