package org.xapitck.simulator.task;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A task at one moment; immutable, so a reader sees all fields from the same moment.
 *
 * @param origin what never changes
 * @param status any of five; of a client's task changed only by its owner
 * @param progress any double, though 0 to 1 is meant
 * @param result text; for server-run tasks an XML fragment
 * @param errorInfo an ordered list with duplicates, though the page calls it a set
 * @param backtrace an s-expression of where the server failed
 * @param otherConfig free entries, in the order they were added
 * @param allowedOperations cancel while the server runs a task that it can cancel, else nothing
 * @param currentOperations the operations under way, by the reference of the call that asked
 * @param subtasks the tasks that name this one as theirs, newest first
 * @param finished the epoch until the server completes the task; set_status leaves it there
 */
public record Task(
    Origin origin,
    TaskStatus status,
    double progress,
    String result,
    List<String> errorInfo,
    String backtrace,
    Map<String, String> otherConfig,
    List<TaskOperation> allowedOperations,
    Map<String, TaskOperation> currentOperations,
    List<String> subtasks,
    Instant finished) {

  /** What {@code destroy} marks a pending task with. */
  static final String DESTROY_MARK = "task";

  /** The reference to no task. */
  static final String NO_TASK = "OpaqueRef:NULL";

  /** The backtrace of what has not failed. */
  private static final String NO_BACKTRACE = "()";

  /** Takes copies, so that nobody can change a task from outside. */
  public Task {
    errorInfo = List.copyOf(errorInfo);
    otherConfig = copy(otherConfig);
    allowedOperations = List.copyOf(allowedOperations);
    currentOperations = copy(currentOperations);
    subtasks = List.copyOf(subtasks);
  }

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
   * @param subtaskOf the task that it is a part of, or {@code OpaqueRef:NULL}
   */
  public record Origin(
      long number,
      String ref,
      String uuid,
      String label,
      String description,
      Instant created,
      String residentOn,
      String session,
      String subtaskOf) {

    Origin numbered(long value) {
      return new Origin(
          value, ref, uuid, label, description, created, residentOn, session, subtaskOf);
    }
  }

  /** A new task: pending, at 0, all else empty. */
  static Task create(Origin origin) {
    return new Task(
        origin,
        TaskStatus.PENDING,
        0,
        "",
        List.of(),
        NO_BACKTRACE,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        Instant.EPOCH);
  }

  String ref() {
    return origin.ref();
  }

  Task withStatus(TaskStatus value) {
    return with(task -> task.status = value);
  }

  Task withProgress(double value) {
    return with(task -> task.progress = value);
  }

  Task withResult(String value) {
    return with(task -> task.result = value);
  }

  Task withErrorInfo(List<String> value) {
    return with(task -> task.errorInfo = value);
  }

  Task withOtherConfig(Map<String, String> value) {
    return with(task -> task.otherConfig = value);
  }

  Task withAllowedOperations(List<TaskOperation> value) {
    return with(task -> task.allowedOperations = value);
  }

  Task withCurrentOperations(Map<String, TaskOperation> value) {
    return with(task -> task.currentOperations = value);
  }

  Task withSubtasks(List<String> value) {
    return with(task -> task.subtasks = value);
  }

  /** The same after the server is through with it, however that ended. */
  Task completed(TaskStatus outcome, Instant moment, Consumer<Edit> details) {
    return with(
        task -> {
          task.status = outcome;
          task.progress = 1;
          task.allowedOperations = List.of();
          task.finished = moment;
          details.accept(task);
        });
  }

  private Task with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.task(origin);
  }

  private static <V> Map<String, V> copy(Map<String, V> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A task being changed. */
  static final class Edit {
    TaskStatus status;
    double progress;
    String result;
    List<String> errorInfo;
    String backtrace;
    Map<String, String> otherConfig;
    List<TaskOperation> allowedOperations;
    Map<String, TaskOperation> currentOperations;
    List<String> subtasks;
    Instant finished;

    private Edit(Task task) {
      status = task.status;
      progress = task.progress;
      result = task.result;
      errorInfo = task.errorInfo;
      backtrace = task.backtrace;
      otherConfig = task.otherConfig;
      allowedOperations = task.allowedOperations;
      currentOperations = task.currentOperations;
      subtasks = task.subtasks;
      finished = task.finished;
    }

    private Task task(Origin origin) {
      return new Task(
          origin,
          status,
          progress,
          result,
          errorInfo,
          backtrace,
          otherConfig,
          allowedOperations,
          currentOperations,
          subtasks,
          finished);
    }
  }
}
