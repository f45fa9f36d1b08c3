package org.xapitck.kit.ledger;

import java.util.List;
import org.xapitck.kit.model.TaskClass;

/** Refuses every change to a task that the kit did not make, whoever asks. */
public final class OwnTasksOnly {
  private OwnTasksOnly() {}

  /**
   * Refuses a call that would change a task which is not in the ledger, or write to one that the
   * server runs: that may be called off, and removed when it has ended.
   */
  public static void check(Ledger ledger, String message, List<?> parameters) {
    if (!TaskClass.alters(message)
        || parameters.size() < 2
        || !(parameters.get(1) instanceof String ref)) {
      return;
    }
    if (!ledger.owns(ref)) {
      throw new IllegalStateException(message + " about a task that the kit did not make: " + ref);
    }
    if (!TaskClass.endsWork(message)
        && ledger.find(ref).filter(Ledger.Entry::serverRun).isPresent()) {
      throw new IllegalStateException(message + " about a task that the server runs: " + ref);
    }
  }
}
