package org.xapitck.simulator.task;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A task at one moment; immutable, so that whoever holds one sees all its fields from the same
 * moment.
 *
 * @param origin what never changes
 * @param status any of five, changed only by the task's owner
 * @param progress any double, though 0 to 1 is meant
 * @param result text; for server-run tasks an XML fragment
 * @param errorInfo an ordered list with duplicates, though the page calls it a set
 * @param otherConfig free entries, in the order they were added
 * @param currentOperations the operations under way, by the reference of the call that asked
 * @param finished the epoch until the server completes the task; set_status leaves it there
 */
public record Task(
    Origin origin,
    TaskStatus status,
    double progress,
    String result,
    List<String> errorInfo,
    Map<String, String> otherConfig,
    Map<String, TaskOperation> currentOperations,
    Instant finished) {

  /** What {@code destroy} marks a pending task with. */
  static final String DESTROY_MARK = "task";

  /**
   * What is fixed when a task is created.
   *
   * @param number counts up, so that tasks can be kept in the order of their creation
   * @param ref its reference
   * @param uuid another id than the one inside the reference
   * @param label perhaps empty, perhaps not unique
   * @param created when
   * @param residentOn the reference of the host
   * @param session the reference of the session that created it
   */
  public record Origin(
      long number,
      String ref,
      String uuid,
      String label,
      String description,
      Instant created,
      String residentOn,
      String session) {}

  /** A new task: pending, at 0, all else empty. */
  static Task create(Origin origin) {
    return new Task(
        origin, TaskStatus.PENDING, 0, "", List.of(), Map.of(), Map.of(), Instant.EPOCH);
  }

  String ref() {
    return origin.ref();
  }

  Task withStatus(TaskStatus value) {
    return new Task(
        origin, value, progress, result, errorInfo, otherConfig, currentOperations, finished);
  }

  Task withProgress(double value) {
    return new Task(
        origin, status, value, result, errorInfo, otherConfig, currentOperations, finished);
  }

  Task withResult(String value) {
    return new Task(
        origin, status, progress, value, errorInfo, otherConfig, currentOperations, finished);
  }

  Task withErrorInfo(List<String> value) {
    return new Task(
        origin,
        status,
        progress,
        result,
        List.copyOf(value),
        otherConfig,
        currentOperations,
        finished);
  }

  Task withOtherConfig(Map<String, String> value) {
    return new Task(
        origin, status, progress, result, errorInfo, copy(value), currentOperations, finished);
  }

  Task withCurrentOperations(Map<String, TaskOperation> value) {
    return new Task(
        origin, status, progress, result, errorInfo, otherConfig, copy(value), finished);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
