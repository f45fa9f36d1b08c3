package org.xapitck.kit.steps;

import java.util.List;
import org.xapitck.kit.catalogue.TaskOutcome;
import org.xapitck.kit.target.Told;

/**
 * What a look at a task of the server's showed.
 *
 * @param status its status; empty where the server does not know the task
 * @param hasParts whether another task was seen to be a part of it; looked for only where that
 *     matters
 */
record Sight(String status, boolean hasParts) {
  /** Of a task that nobody has looked at. */
  static final Sight NONE = new Sight("pending", false);

  boolean gone() {
    return status.isEmpty();
  }

  boolean isOver() {
    return Told.isFinal(status);
  }

  boolean shows(TaskOutcome outcome) {
    return switch (outcome) {
      case RUNS -> !gone() && !isOver();
      case ENDED -> List.of("success", "failure").contains(status);
      case SUCCEEDED -> status.equals("success");
      case FAILED -> status.equals("failure");
      case HAS_PARTS -> hasParts && !gone();
    };
  }
}
