package org.xapitck.kit.model;

import java.util.Arrays;

/** How a server-run task ends. */
public enum TaskOutcome {
  /** Nobody has waited for anything yet. */
  RUNS("runs"),
  /** Success or failure. */
  ENDED("ended"),
  SUCCEEDED("succeeded"),
  FAILED("failed"),
  /** Other tasks are parts of it. */
  HAS_SUBTASKS("has subtasks");

  private final String words;

  TaskOutcome(String words) {
    this.words = words;
  }

  /**
   * The outcome of these words.
   *
   * @throws IllegalArgumentException for others
   */
  public static TaskOutcome of(String words) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.words.equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no task " + words));
  }

  /** As scenarios say it. */
  @Override
  public String toString() {
    return words;
  }
}
