package org.xapitck.simulator.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * All tasks of a server; safe for any number of threads.
 *
 * <p>Look-ups by reference, uuid and label take the same time however many tasks there are. Readers
 * never wait; writers take turns, so that a change sees the task as the change before left it.
 */
public final class Tasks {
  /** The name of the class in errors. */
  static final String CLASS = "task";

  private final Map<String, StoredTask> byRef = new ConcurrentHashMap<>();
  private final Map<String, String> refByUuid = new ConcurrentHashMap<>();
  private final Map<String, NavigableMap<Long, String>> refsByLabel = new ConcurrentHashMap<>();
  private final NavigableMap<Long, String> refs = new ConcurrentSkipListMap<>();
  private final Change.Listener listener;
  private final Function<Task, Value.Struct> recordOf;
  private long created;

  /**
   * No tasks yet.
   *
   * @param listener is told of every write that changes something
   * @param release decides which fields records have
   */
  public Tasks(Change.Listener listener, Release release) {
    this.listener = listener;
    this.recordOf = task -> TaskField.record(task, release);
  }

  /**
   * Adds a task.
   *
   * @param maker makes it, given the number that it is to have
   */
  synchronized Task add(LongFunction<Task> maker) {
    long number = created++;
    Task task = maker.apply(number);
    StoredTask stored = store(task);
    refByUuid.put(task.origin().uuid(), task.ref());
    refsByLabel
        .computeIfAbsent(task.origin().label(), label -> new ConcurrentSkipListMap<>())
        .put(number, task.ref());
    refs.put(number, task.ref());
    tell(Change.Kind.ADD, stored);
    changeParent(task, siblings -> siblings.add(0, task.ref()));
    return task;
  }

  /**
   * Changes a task. What the change throws leaves the task as it was.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  void change(String ref, UnaryOperator<Task> change) {
    replace(ref, task -> Optional.of(change.apply(task)));
  }

  /**
   * Changes a task or, where the change gives nothing back, removes it.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  synchronized void replace(String ref, Function<Task, Optional<Task>> change) {
    Task task = require(ref);
    Optional<Task> changed = change.apply(task);
    if (changed.isEmpty()) {
      remove(task);
    } else if (!changed.get().equals(task)) {
      tell(Change.Kind.MOD, store(changed.get()));
    }
  }

  private StoredTask store(Task task) {
    StoredTask stored = new StoredTask(task, recordOf);
    byRef.put(task.ref(), stored);
    return stored;
  }

  private void tell(Change.Kind kind, StoredTask stored) {
    listener.note(new Change(kind, CLASS, stored.task().ref(), stored::record));
  }

  private void changeParent(Task task, Consumer<List<String>> change) {
    String parent = task.origin().subtaskOf();
    find(parent)
        .ifPresent(
            found -> {
              List<String> siblings = new ArrayList<>(found.subtasks());
              change.accept(siblings);
              change(parent, same -> same.withSubtasks(siblings));
            });
  }

  /** Removes a task, if it is there. */
  synchronized void remove(Task task) {
    Task.Origin origin = task.origin();
    StoredTask removed = byRef.remove(task.ref());
    if (removed == null) {
      return;
    }
    refByUuid.remove(origin.uuid());
    refs.remove(origin.number());
    refsByLabel.computeIfPresent(
        origin.label(),
        (label, same) -> {
          same.remove(origin.number());
          return same.isEmpty() ? null : same;
        });
    tell(Change.Kind.DEL, removed);
    changeParent(task, siblings -> siblings.remove(task.ref()));
  }

  /** The task of that reference. */
  Optional<Task> find(String ref) {
    return Optional.ofNullable(byRef.get(ref)).map(StoredTask::task);
  }

  /**
   * The task of that reference.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  Task require(String ref) {
    return find(ref).orElseThrow(() -> ApiFailure.handleInvalid(CLASS, ref));
  }

  /**
   * The record of the task of that reference.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  Value.Struct record(String ref) {
    StoredTask stored = byRef.get(ref);
    if (stored == null) {
      throw ApiFailure.handleInvalid(CLASS, ref);
    }
    return stored.record();
  }

  /** The records of these tasks by their references, oldest first. */
  Value.Struct records(Predicate<Task> which) {
    List<Value.Member> members = new ArrayList<>(byRef.size());
    for (String ref : refs.values()) {
      StoredTask stored = byRef.get(ref);
      if (stored != null && which.test(stored.task())) {
        members.add(new Value.Member(ref, stored.record()));
      }
    }
    return new Value.Struct(members);
  }

  /** The reference of the task of that uuid, which must match exactly. */
  Optional<String> refOfUuid(String uuid) {
    return Optional.ofNullable(refByUuid.get(uuid));
  }

  /** The references of all tasks of that label, oldest first. */
  Collection<String> refsOfLabel(String label) {
    NavigableMap<Long, String> same = refsByLabel.get(label);
    return same == null ? List.of() : same.values();
  }

  /** The references of all tasks, oldest first. */
  Collection<String> refs() {
    return refs.values();
  }

  /** All tasks, oldest first. */
  List<Task> all() {
    return refs.values().stream().flatMap(ref -> find(ref).stream()).toList();
  }

  /** How many there are. */
  public int count() {
    return byRef.size();
  }

  /** At most so many tasks, newest first. */
  public List<Task> newest(int limit) {
    return refs.descendingMap().values().stream()
        .limit(limit)
        .flatMap(ref -> find(ref).stream())
        .toList();
  }

  /** The tasks that a session created, newest first as xapi lists them. */
  public List<String> refsOfSession(String session) {
    return refs.descendingMap().values().stream()
        .flatMap(ref -> find(ref).stream())
        .filter(task -> task.origin().session().equals(session))
        .map(Task::ref)
        .toList();
  }

  /** Whether a session has a task that is not completed, which keeps the session alive. */
  public boolean hasPending(String session) {
    return all().stream()
        .anyMatch(task -> task.origin().session().equals(session) && !task.status().isCompleted());
  }
}
