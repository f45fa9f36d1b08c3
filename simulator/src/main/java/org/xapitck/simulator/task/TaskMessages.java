package org.xapitck.simulator.task;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.record.LegalText;
import org.xapitck.simulator.record.RecordFilter;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;

/**
 * The messages of class task. By the time one is called, the count, the types, the session and the
 * role have been checked; ownership, the object and the value are checked here, in that order.
 *
 * <p>Every method throws {@link ApiFailure}: RBAC_PERMISSION_DENIED if a changing message meets
 * somebody else's task, then HANDLE_INVALID if there is no such task.
 */
public final class TaskMessages {
  private final Tasks tasks;
  private final OwnTasks own;
  private final ServerTasks serverTasks;
  private final Surroundings around;

  /**
   * What tasks need of the rest of the server.
   *
   * @param hostRef the host that every task is resident on
   */
  public record Surroundings(Release release, String hostRef, Ids ids, SimulatorClock clock) {}

  /** The messages over these tasks. */
  public TaskMessages(Tasks tasks, OwnTasks own, ServerTasks serverTasks, Surroundings around) {
    this.tasks = tasks;
    this.own = own;
    this.serverTasks = serverTasks;
    this.around = around;
  }

  /** {@code create}: a pending task that belongs to the caller. */
  public Value create(Caller caller, String label, String description) {
    Instant now = around.clock().now();
    Task task =
        tasks.add(
            number ->
                Task.create(
                    new Task.Origin(
                        number,
                        around.ids().ref(),
                        around.ids().uuid(),
                        LegalText.legalPrefix(label),
                        LegalText.legalPrefix(description),
                        now,
                        around.hostRef(),
                        caller.session().ref(),
                        Task.NO_TASK)));
    return Value.of(task.ref());
  }

  /**
   * {@code destroy}: removes a completed task at once, and marks any other for removal when it
   * completes.
   *
   * @throws ApiFailure MAP_DUPLICATE_KEY if it is marked already
   */
  public Value destroy(Caller caller, String ref) {
    own.require(caller, ref);
    tasks.replace(ref, task -> isRemovable(task) ? Optional.empty() : Optional.of(marked(task)));
    return Value.VOID;
  }

  private boolean isRemovable(Task task) {
    return task.status().isCompleted() || !around.release().defersDestroy();
  }

  private static Task marked(Task task) {
    Map<String, TaskOperation> operations = new LinkedHashMap<>(task.currentOperations());
    if (operations.putIfAbsent(Task.DESTROY_MARK, TaskOperation.DESTROY) != null) {
      throw ApiFailure.mapDuplicateKey(
          Tasks.CLASS, "current_operations", task.ref(), Task.DESTROY_MARK);
    }
    return task.withCurrentOperations(operations);
  }

  /**
   * {@code cancel}: notes the wish in {@code current_operations}, in place of whatever stood there,
   * and tells who works on the task. Nobody works on a client's task, so nobody ever ends it; the
   * message succeeds in every status.
   */
  public Value cancel(Caller caller, String ref) {
    own.require(caller, ref);
    Map<String, TaskOperation> wish = Map.of(caller.callRef().get(), TaskOperation.CANCEL);
    changed(ref, task -> task.withCurrentOperations(wish));
    serverTasks.cancelRequested(ref);
    return Value.VOID;
  }

  /** {@code set_status}: any of the five, from any of the five; no other field changes. */
  public Value setStatus(Caller caller, String ref, TaskStatus status) {
    own.require(caller, ref);
    return changed(ref, task -> task.withStatus(status));
  }

  /** {@code set_progress}: any double; there is no range. */
  public Value setProgress(Caller caller, String ref, Double progress) {
    own.require(caller, ref);
    return changed(ref, task -> task.withProgress(progress));
  }

  /** {@code set_result}: any text without control characters, in any status. */
  public Value setResult(Caller caller, String ref, String result) {
    own.require(caller, ref);
    return changed(ref, task -> task.withResult(LegalText.requireLegal(result)));
  }

  /** {@code set_error_info}: keeps order and duplicates; the status stays. */
  public Value setErrorInfo(Caller caller, String ref, List<String> errorInfo) {
    own.require(caller, ref);
    return changed(
        ref,
        task -> {
          errorInfo.forEach(LegalText::requireLegal);
          return task.withErrorInfo(errorInfo);
        });
  }

  /** {@code get_all}: everybody sees everybody's tasks. */
  public Value getAll(Caller caller) {
    return Value.texts(tasks.refs());
  }

  /** {@code get_all_records}. */
  public Value getAllRecords(Caller caller) {
    return tasks.records(task -> true);
  }

  /**
   * {@code get_all_records_where}, which no page shows.
   *
   * @throws ApiFailure INVALID_VALUE if the filter cannot be read, INTERNAL_ERROR on an unknown
   *     field
   */
  public Value getAllRecordsWhere(Caller caller, String filter) {
    RecordFilter<Task> wanted =
        RecordFilter.parse(filter, name -> TaskField.inDatabase(name).map(field -> field::stored));
    return tasks.records(wanted::matches);
  }

  /** {@code get_record}. */
  public Value getRecord(Caller caller, String ref) {
    return tasks.record(ref);
  }

  /** {@code get_<field>}. */
  public Value getField(TaskField field, String ref) {
    return field.of(tasks.require(ref));
  }

  /**
   * {@code get_by_uuid}: exact match, no check of the form.
   *
   * @throws ApiFailure UUID_INVALID
   */
  public Value getByUuid(Caller caller, String uuid) {
    return Value.of(
        tasks.refOfUuid(uuid).orElseThrow(() -> ApiFailure.uuidInvalid(Tasks.CLASS, uuid)));
  }

  /** {@code get_by_name_label}: perhaps none, perhaps several, in any case exactly that label. */
  public Value getByNameLabel(Caller caller, String label) {
    return Value.texts(tasks.refsOfLabel(label));
  }

  private Value changed(String ref, UnaryOperator<Task> change) {
    tasks.change(ref, change);
    return Value.VOID;
  }
}
