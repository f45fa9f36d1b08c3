package org.xapitck.simulator.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.rpc.ApiFailure;

/**
 * The tasks that the server runs itself, as the code that does the work sees them. A task that a
 * client destroyed or completed meanwhile is left alone: the server never overrides a status other
 * than pending.
 */
public final class ServerTasks {
  /** Where a simulated failure came from, in the form of xapi's backtraces. */
  private static final String BACKTRACE =
      "(((process xapi_loop)(filename xapi-task-simulator)(line 1)))";

  private final Map<String, Runnable> onCancel = new ConcurrentHashMap<>();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private final Tasks tasks;
  private final TaskMessages.Surroundings around;

  /** The server's own tasks among these. */
  public ServerTasks(Tasks tasks, TaskMessages.Surroundings around) {
    this.tasks = tasks;
    this.around = around;
  }

  /**
   * What a new task is to be.
   *
   * @param session the session whose call started it, perhaps none: the empty text
   * @param label the name of the call
   * @param parent the task that it is a part of, if any
   * @param cancellable whether it says that it can be cancelled
   */
  public record Start(String session, String label, Optional<String> parent, boolean cancellable) {}

  /** Starts a task and gives back its reference. */
  public String start(Start start) {
    Task.Origin template =
        new Task.Origin(
            0,
            around.ids().ref(),
            around.ids().uuid(),
            start.label(),
            "",
            around.clock().now(),
            around.hostRef(),
            start.session(),
            start.parent().orElse(Task.NO_TASK));
    List<TaskOperation> allowed = start.cancellable() ? List.of(TaskOperation.CANCEL) : List.of();
    running.add(template.ref());
    return tasks
        .add(number -> Task.create(template.numbered(number)).withAllowedOperations(allowed))
        .ref();
  }

  /** Whether there is a task of that reference, whoever made it. */
  public boolean isKnown(String ref) {
    return tasks.find(ref).isPresent();
  }

  /** Has a task call {@code action} whenever a client asks to cancel it, until it is completed. */
  public void onCancel(String ref, Runnable action) {
    onCancel.put(ref, action);
  }

  /** Gives up all work: tasks stay as they are, and nobody ever moves them. */
  public void abandon() {
    running.clear();
    onCancel.clear();
  }

  /** Takes a task over from whoever made it: from now on the server moves and ends it. */
  public void adopt(String ref) {
    running.add(ref);
  }

  /** Takes a task over from whoever works on it, to be ended by {@code action} at a cancel. */
  public void adopt(String ref, Runnable action) {
    adopt(ref);
    onCancel(ref, action);
  }

  /** Told by {@code task.cancel}, after the wish has been noted in the task. */
  void cancelRequested(String ref) {
    Runnable action = onCancel.get(ref);
    if (action != null) {
      action.run();
    }
  }

  /** Moves a task on. */
  public void progress(String ref, double progress) {
    ifRunning(ref, task -> task.withProgress(progress));
  }

  /**
   * Completes a task.
   *
   * @param result an XML fragment: {@code <value>...</value>}
   */
  public void succeed(String ref, String result) {
    complete(ref, TaskStatus.SUCCESS, edit -> edit.result = result);
  }

  /** Completes a task with an error: code and parameters. */
  public void fail(String ref, List<String> error) {
    complete(
        ref,
        TaskStatus.FAILURE,
        edit -> {
          edit.errorInfo = error;
          edit.backtrace = BACKTRACE;
        });
  }

  /** Ends a task that was asked to be cancelled; as recorded, without an error. */
  public void cancelled(String ref) {
    complete(ref, TaskStatus.CANCELLED, edit -> {});
  }

  /** Ends it in the other way of xapi, with an error that says so. */
  public void cancelledWithError(String ref) {
    complete(ref, TaskStatus.CANCELLED, edit -> edit.errorInfo = List.of("TASK_CANCELLED", ref));
  }

  private void complete(String ref, TaskStatus outcome, Consumer<Task.Edit> details) {
    onCancel.remove(ref);
    ifRunning(ref, task -> task.completed(outcome, around.clock().now(), details));
    running.remove(ref);
  }

  /** A task that a client has called {@code cancelling} still runs, as xapi has it. */
  private void ifRunning(String ref, UnaryOperator<Task> change) {
    if (!running.contains(ref)) {
      return;
    }
    try {
      tasks.change(ref, task -> task.status().isCompleted() ? task : change.apply(task));
    } catch (ApiFailure gone) {
      // destroyed or collected: nobody is left to be told
      running.remove(ref);
    }
  }
}
