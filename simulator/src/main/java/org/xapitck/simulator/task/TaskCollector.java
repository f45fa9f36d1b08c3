package org.xapitck.simulator.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.clock.SimulatorClock;

/**
 * Removes tasks that nobody needs any more, at intervals, as xapi does.
 *
 * <p>A task that its client completed still has the epoch as {@code finished}, so it counts as
 * finished long ago and goes in the very next pass.
 */
public final class TaskCollector {
  /** 30 s: the time between two passes in xapi. */
  public static final Duration PERIOD = Duration.ofSeconds(30);

  /** 65 min: how long xapi keeps a completed task. */
  private static final Duration COMPLETED_LIMIT = Duration.ofMinutes(65);

  /** 24 h: from when on xapi suspects a task that is not completed. */
  private static final Duration PENDING_LIMIT = Duration.ofHours(24);

  /** 200: beyond so many tasks xapi begins to drop completed ones early. */
  private static final int MAX_TASKS = 200;

  private final Tasks tasks;
  private final SimulatorClock clock;
  private Map<String, Double> progressOfSuspects = Map.of();

  /** A collector for these tasks. */
  public TaskCollector(Tasks tasks, SimulatorClock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** One pass. */
  public synchronized void collect() {
    Instant now = clock.now();
    List<Task> all = tasks.all();
    all.stream().filter(task -> isOver(task, now)).forEach(tasks::remove);
    collectSuspects(all, now);
    collectOverflow(all.stream().filter(task -> !isOver(task, now)).toList());
  }

  private static boolean isOver(Task task, Instant now) {
    return task.status().isCompleted()
        && (task.currentOperations().containsValue(TaskOperation.DESTROY)
            || task.finished().isBefore(now.minus(COMPLETED_LIMIT)));
  }

  /** An old task goes if its progress did not increase since the pass before. */
  private void collectSuspects(List<Task> all, Instant now) {
    Map<String, Double> suspects = new HashMap<>();
    for (Task task : all) {
      boolean old = task.origin().created().isBefore(now.minus(PENDING_LIMIT));
      if (task.status().isCompleted() || !old) {
        continue;
      }
      Double before = progressOfSuspects.get(task.ref());
      if (before != null && task.progress() <= before) {
        tasks.remove(task);
      } else {
        suspects.put(task.ref(), task.progress());
      }
    }
    progressOfSuspects = suspects;
  }

  private void collectOverflow(List<Task> young) {
    if (young.size() <= MAX_TASKS) {
      return;
    }
    List<Task> completed =
        young.stream()
            .filter(task -> task.status().isCompleted())
            .sorted(Comparator.comparing(Task::finished))
            .toList();
    int kept = Math.max(0, MAX_TASKS - completed.size());
    completed.stream().limit(Math.max(0, completed.size() - kept)).forEach(tasks::remove);
  }
}
