package org.xapitck.simulator.task;

import java.util.List;
import java.util.Map;

/**
 * What a task is to be, all at once.
 *
 * @param label perhaps empty
 * @param description perhaps empty
 * @param status any of the five
 * @param progress any double, though 0 to 1 is meant
 * @param result as the field shows it: a server writes {@code <value>...</value>} there
 * @param error code and parameters
 * @param otherConfig free entries
 * @param session the reference of the session that owns it; empty for nobody's
 * @param parts its subtasks
 */
public record TaskState(
    String label,
    String description,
    TaskStatus status,
    double progress,
    String result,
    List<String> error,
    Map<String, String> otherConfig,
    String session,
    List<TaskState> parts) {

  /** Takes copies. */
  public TaskState {
    error = List.copyOf(error);
    parts = List.copyOf(parts);
  }

  /** A pending task of nobody's. */
  public static TaskState pending(String label) {
    return new TaskState(label, "", TaskStatus.PENDING, 0, "", List.of(), Map.of(), "", List.of());
  }

  /** The same in another status. */
  public TaskState as(TaskStatus value) {
    return new TaskState(
        label, description, value, progress, result, error, otherConfig, session, parts);
  }

  /** The same at another progress. */
  public TaskState at(double value) {
    return new TaskState(
        label, description, status, value, result, error, otherConfig, session, parts);
  }

  /** The same with a result. */
  public TaskState withResult(String value) {
    return new TaskState(
        label, description, status, progress, value, error, otherConfig, session, parts);
  }

  /** The same with an error. */
  public TaskState withError(String... codeAndParameters) {
    return new TaskState(
        label,
        description,
        status,
        progress,
        result,
        List.of(codeAndParameters),
        otherConfig,
        session,
        parts);
  }

  /** The same, owned by a session. */
  public TaskState ofSession(String ref) {
    return new TaskState(
        label, description, status, progress, result, error, otherConfig, ref, parts);
  }

  /** The same with parts. */
  public TaskState withParts(TaskState... values) {
    return new TaskState(
        label, description, status, progress, result, error, otherConfig, session, List.of(values));
  }
}
