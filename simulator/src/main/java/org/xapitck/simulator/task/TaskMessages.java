package org.xapitck.simulator.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.rbac.Permission;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Caller;
import org.xapitck.simulator.session.Ids;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.session.Sessions;

/**
 * The messages of class task. By the time one is called, the count, the types, the session and the
 * role have been checked; ownership, the object and the value are checked here, in that order.
 *
 * <p>Every method throws {@link ApiFailure}: RBAC_PERMISSION_DENIED if a changing message meets
 * somebody else's task, then HANDLE_INVALID if there is no such task.
 */
public final class TaskMessages {
  private static final String CLASS = "task";

  private final Tasks tasks;
  private final Sessions sessions;
  private final Surroundings around;

  /**
   * What tasks need of the rest of the server.
   *
   * @param hostRef the host that every task is resident on
   */
  public record Surroundings(Release release, String hostRef, Ids ids, SimulatorClock clock) {}

  /** The messages over these tasks. */
  public TaskMessages(Tasks tasks, Sessions sessions, Surroundings around) {
    this.tasks = tasks;
    this.sessions = sessions;
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
                        caller.session().ref())));
    return Value.of(task.ref());
  }

  /**
   * {@code destroy}: removes a completed task at once, and marks any other for removal when it
   * completes.
   *
   * @throws ApiFailure MAP_DUPLICATE_KEY if it is marked already
   */
  public Value destroy(Caller caller, String ref) {
    requireOwn(caller, ref);
    Task task = require(ref);
    if (task.status().isCompleted() || !around.release().defersDestroy()) {
      tasks.remove(task);
      return Value.VOID;
    }
    return change(
        ref,
        pending -> {
          Map<String, TaskOperation> operations = new LinkedHashMap<>(pending.currentOperations());
          if (operations.putIfAbsent(Task.DESTROY_MARK, TaskOperation.DESTROY) != null) {
            throw ApiFailure.mapDuplicateKey(CLASS, "current_operations", ref, Task.DESTROY_MARK);
          }
          return pending.withCurrentOperations(operations);
        });
  }

  /**
   * {@code cancel}: notes the wish in {@code current_operations}, in place of whatever stood there.
   * Nobody works on a client's task, so nobody ever ends it; it succeeds in every status.
   */
  public Value cancel(Caller caller, String ref) {
    requireOwn(caller, ref);
    Map<String, TaskOperation> wish = Map.of(caller.callRef().get(), TaskOperation.CANCEL);
    return change(ref, task -> task.withCurrentOperations(wish));
  }

  /** {@code set_status}: any of the five, from any of the five; no other field changes. */
  public Value setStatus(Caller caller, String ref, TaskStatus status) {
    requireOwn(caller, ref);
    return change(ref, task -> task.withStatus(status));
  }

  /** {@code set_progress}: any double; there is no range. */
  public Value setProgress(Caller caller, String ref, Double progress) {
    requireOwn(caller, ref);
    return change(ref, task -> task.withProgress(progress));
  }

  /** {@code set_result}: any text without control characters, in any status. */
  public Value setResult(Caller caller, String ref, String result) {
    requireOwn(caller, ref);
    return change(ref, task -> task.withResult(LegalText.requireLegal(result)));
  }

  /** {@code set_error_info}: keeps order and duplicates; the status stays. */
  public Value setErrorInfo(Caller caller, String ref, List<String> errorInfo) {
    requireOwn(caller, ref);
    return change(
        ref,
        task -> {
          errorInfo.forEach(LegalText::requireLegal);
          return task.withErrorInfo(errorInfo);
        });
  }

  /** {@code add_to_other_config} before xapi 25.8: on anybody's task, by role alone. */
  public Value addToOtherConfig(Caller caller, String ref, String key, String value) {
    return change(ref, task -> task.withOtherConfig(added(task, key, value)));
  }

  /** {@code remove_from_other_config} before xapi 25.8; a key that is not there is no error. */
  public Value removeFromOtherConfig(Caller caller, String ref, String key) {
    return change(ref, task -> task.withOtherConfig(without(task, key)));
  }

  /** {@code set_other_config} before xapi 25.8: replaces the whole map. */
  public Value setOtherConfig(Caller caller, String ref, Map<String, String> map) {
    return change(ref, task -> task.withOtherConfig(legal(map)));
  }

  /** {@code add_to_other_config} since xapi 25.8: on own tasks, protected keys by role as well. */
  public Value addToOwnOtherConfig(Caller caller, String ref, String key, String value) {
    requireKey(caller, "task.add_to_other_config", key);
    requireOwn(caller, ref);
    return addToOtherConfig(caller, ref, key, value);
  }

  /** {@code remove_from_other_config} since xapi 25.8. */
  public Value removeFromOwnOtherConfig(Caller caller, String ref, String key) {
    requireKey(caller, "task.remove_from_other_config", key);
    requireOwn(caller, ref);
    return removeFromOtherConfig(caller, ref, key);
  }

  /** {@code set_other_config} since xapi 25.8: protected entries may stay, but not come or go. */
  public Value setOwnOtherConfig(Caller caller, String ref, Map<String, String> map) {
    requireOwn(caller, ref);
    return change(
        ref,
        task -> {
          Map<String, String> old = task.otherConfig();
          for (String key : ProtectedKeys.KEYS) {
            if (map.containsKey(key) && !map.get(key).equals(old.get(key))) {
              requireKey(caller, "task.add_to_other_config", key);
            }
          }
          for (String key : ProtectedKeys.KEYS) {
            if (old.containsKey(key) && !map.containsKey(key)) {
              requireKey(caller, "task.remove_from_other_config", key);
            }
          }
          return task.withOtherConfig(legal(map));
        });
  }

  /** {@code get_all}: everybody sees everybody's tasks. */
  public Value getAll(Caller caller) {
    return Value.texts(tasks.refs());
  }

  /** {@code get_all_records}. */
  public Value getAllRecords(Caller caller) {
    return records(tasks.all());
  }

  /**
   * {@code get_all_records_where}, which no page shows.
   *
   * @throws ApiFailure INVALID_VALUE if the filter cannot be read, INTERNAL_ERROR on an unknown
   *     field
   */
  public Value getAllRecordsWhere(Caller caller, String filter) {
    TaskFilter matching = TaskFilter.parse(filter);
    return records(tasks.all().stream().filter(matching::matches).toList());
  }

  /** {@code get_record}. */
  public Value getRecord(Caller caller, String ref) {
    return TaskField.record(require(ref), around.release());
  }

  /** {@code get_<field>}. */
  public Value getField(TaskField field, String ref) {
    return field.of(require(ref));
  }

  /**
   * {@code get_by_uuid}: exact match, no check of the form.
   *
   * @throws ApiFailure UUID_INVALID
   */
  public Value getByUuid(Caller caller, String uuid) {
    return Value.of(tasks.refOfUuid(uuid).orElseThrow(() -> ApiFailure.uuidInvalid(CLASS, uuid)));
  }

  /** {@code get_by_name_label}: perhaps none, perhaps several, in any case exactly that label. */
  public Value getByNameLabel(Caller caller, String label) {
    return Value.texts(tasks.refsOfLabel(label));
  }

  private Value records(List<Task> found) {
    List<Value.Member> members = new ArrayList<>(found.size());
    for (Task task : found) {
      members.add(new Value.Member(task.ref(), TaskField.record(task, around.release())));
    }
    return new Value.Struct(members);
  }

  private Task require(String ref) {
    return tasks.find(ref).orElseThrow(() -> ApiFailure.handleInvalid(CLASS, ref));
  }

  private Value change(String ref, UnaryOperator<Task> change) {
    tasks.change(ref, change).orElseThrow(() -> ApiFailure.handleInvalid(CLASS, ref));
    return Value.VOID;
  }

  /**
   * Own is what a session of the same user created, as long as that session lives. An unknown task
   * is nobody's own, so who may not touch others' tasks learns nothing about which exist.
   */
  private void requireOwn(Caller caller, String ref) {
    if (Permission.ANY_TASK.heldBy(caller.session().rights())) {
      return;
    }
    Optional<Session> creator =
        tasks.find(ref).flatMap(task -> sessions.find(task.origin().session()));
    String sid = caller.session().account().sid();
    if (creator.isEmpty() || !creator.get().account().sid().equals(sid)) {
      Permission.ANY_TASK.require(caller.session().rights());
    }
  }

  private static void requireKey(Caller caller, String message, String key) {
    if (ProtectedKeys.KEYS.contains(key)) {
      Permission.of(message, ProtectedKeys.ROLE)
          .forKey(key, ProtectedKeys.ROLE)
          .require(caller.session().rights());
    }
  }

  private static Map<String, String> added(Task task, String rawKey, String rawValue) {
    String key = LegalText.legalPrefix(rawKey);
    requireNotEmpty(key);
    Map<String, String> map = new LinkedHashMap<>(task.otherConfig());
    if (map.putIfAbsent(key, LegalText.legalPrefix(rawValue)) != null) {
      throw ApiFailure.mapDuplicateKey(CLASS, "other_config", task.ref(), key);
    }
    return map;
  }

  private static Map<String, String> without(Task task, String key) {
    Map<String, String> map = new LinkedHashMap<>(task.otherConfig());
    map.remove(key);
    return map;
  }

  private static Map<String, String> legal(Map<String, String> map) {
    map.forEach(
        (key, value) -> {
          requireNotEmpty(key);
          LegalText.requireLegal(key);
          LegalText.requireLegal(value);
        });
    return map;
  }

  private static void requireNotEmpty(String key) {
    if (key.isEmpty()) {
      throw ApiFailure.internalError("Db_exn.Empty_key_in_map");
    }
  }
}
