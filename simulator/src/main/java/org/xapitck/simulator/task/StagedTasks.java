package org.xapitck.simulator.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts tasks into any state at once, past all rules of the API. */
public final class StagedTasks {
  private final Tasks tasks;
  private final TaskMessages.Surroundings around;

  /** The same tasks as those of the API. */
  public StagedTasks(Tasks tasks, TaskMessages.Surroundings around) {
    this.tasks = tasks;
    this.around = around;
  }

  /** Adds a task with its parts and gives back its reference. */
  public String add(TaskState state) {
    return add(state, Task.NO_TASK);
  }

  private String add(TaskState state, String parent) {
    Instant now = around.clock().now();
    String ref =
        tasks
            .add(
                number ->
                    in(
                        state,
                        Task.create(
                            new Task.Origin(
                                number,
                                around.ids().ref(),
                                around.ids().uuid(),
                                state.label(),
                                state.description(),
                                now,
                                around.hostRef(),
                                state.session(),
                                parent))))
            .ref();
    state.parts().forEach(part -> add(part, ref));
    return ref;
  }

  private Task in(TaskState state, Task task) {
    Task moved =
        state.status().isCompleted()
            ? task.completed(state.status(), finished(task), edit -> {})
            : task.withStatus(state.status());
    return moved
        .withProgress(state.progress())
        .withResult(state.result())
        .withErrorInfo(state.error())
        .withOtherConfig(state.otherConfig());
  }

  /** Now, unless it was over before. */
  private Instant finished(Task task) {
    return task.finished().equals(Instant.EPOCH) ? around.clock().now() : task.finished();
  }

  /** Changes a task, but neither label, description, owner nor parts; false if there is none. */
  public boolean change(String ref, UnaryOperator<TaskState> change) {
    if (tasks.find(ref).isEmpty()) {
      return false;
    }
    tasks.change(ref, task -> in(change.apply(stateOf(task)), task));
    return true;
  }

  private static TaskState stateOf(Task task) {
    return new TaskState(
        task.origin().label(),
        task.origin().description(),
        task.status(),
        task.progress(),
        task.result(),
        task.errorInfo(),
        task.otherConfig(),
        task.origin().session(),
        List.of());
  }

  /** Removes a task, as a server does that collects it; false if there is none. */
  public boolean remove(String ref) {
    Optional<Task> task = tasks.find(ref);
    task.ifPresent(tasks::remove);
    return task.isPresent();
  }

  /** Removes all tasks. */
  public void clear() {
    tasks.all().forEach(tasks::remove);
  }

  /** The task of that reference. */
  public Optional<Task> find(String ref) {
    return tasks.find(ref);
  }

  /** All tasks, oldest first. */
  public List<Task> all() {
    return tasks.all();
  }
}
