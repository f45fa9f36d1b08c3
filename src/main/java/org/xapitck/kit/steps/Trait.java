package org.xapitck.kit.steps;

import java.util.Optional;
import org.xapitck.kit.model.Intent;

/** Something a step does that its scenario must declare or prepare; the lint checks it. */
public enum Trait {
  /** Keeps the record of the task for a later step. */
  NOTES_IT,

  /** Keeps the record of the other task for a later step. */
  NOTES_THE_OTHER_TASK,

  /** Compares the task with the record that an earlier step kept. */
  COMPARES_IT(NOTES_IT),

  /** Compares the other task with the record that an earlier step kept. */
  COMPARES_THE_OTHER_TASK(NOTES_THE_OTHER_TASK),

  /** Cancels or destroys the task. */
  USES_UP_A_TASK(Intent.USES_UP_A_TASK),

  /** Calls create to see what it does. */
  MAKES_TASKS(Intent.MAKES_TASKS),

  /** Makes as many tasks as tell a right list from a lucky one. */
  MANY_TASKS(Intent.MANY_TASKS),

  /** Lets several clients call at once. */
  MANY_CLIENTS(Intent.MANY_CLIENTS),

  /** Compares with what the run has done before. */
  LATE(Intent.LATE),

  /** Sends or reads a text of 64 KiB. */
  LARGE(Intent.LARGE);

  private final Optional<Intent> intent;
  private final Optional<Trait> needs;

  Trait() {
    this.intent = Optional.empty();
    this.needs = Optional.empty();
  }

  Trait(Intent intent) {
    this.intent = Optional.of(intent);
    this.needs = Optional.empty();
  }

  Trait(Trait needs) {
    this.intent = Optional.empty();
    this.needs = Optional.of(needs);
  }

  /** What the scenario has to say by a tag; empty where nothing. */
  public Optional<Intent> intent() {
    return intent;
  }

  /** What an earlier step of the scenario has to do; empty where nothing. */
  public Optional<Trait> needs() {
    return needs;
  }
}
