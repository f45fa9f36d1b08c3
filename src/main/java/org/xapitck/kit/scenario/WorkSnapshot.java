package org.xapitck.kit.scenario;

import java.util.List;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.TaskOutcome;

/**
 * A server-run task as one look showed it.
 *
 * @param status its status; empty where the server does not know the task
 * @param hasParts whether another task was seen to be a part of it; looked for only where that
 *     matters
 */
public record WorkSnapshot(String status, boolean hasParts) {
  /** Of a task that nobody has looked at. */
  static final WorkSnapshot NONE = new WorkSnapshot(TaskClass.PENDING, false);

  public boolean gone() {
    return status.isEmpty();
  }

  public boolean isOver() {
    return TaskClass.isFinal(status);
  }

  public boolean shows(TaskOutcome outcome) {
    return switch (outcome) {
      case RUNS -> !gone() && !isOver();
      case ENDED -> List.of("success", "failure").contains(status);
      case SUCCEEDED -> status.equals("success");
      case FAILED -> status.equals("failure");
      case HAS_SUBTASKS -> hasParts && !gone();
    };
  }
}
