package org.xapitck.kit.ledger;

import java.util.List;
import org.xapitck.kit.model.TaskClass;

/**
 * The second worst that a kit can do is to harm the server: a foreign task is never changed,
 * whoever asks.
 */
public final class OwnTasksOnly {
  private OwnTasksOnly() {}

  /** Refuses a call that would change a task which is not in the ledger. */
  public static void check(Ledger ledger, String message, List<?> parameters) {
    if (TaskClass.alters(message)
        && parameters.size() > 1
        && parameters.get(1) instanceof String ref
        && !ledger.owns(ref)) {
      throw new IllegalStateException(message + " about a task that the kit did not make: " + ref);
    }
  }
}
