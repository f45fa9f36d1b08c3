package org.xapitck.simulator.transfer;

import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.http.StreamSite;
import org.xapitck.simulator.task.ServerTasks;

/** One transfer and the task that shows it. */
final class TaskFlow implements StreamSite.Flow {
  /** 1 %: a task has at most a hundred events for its progress, however many bytes there are. */
  private static final double STEP = 0.01;

  private final ServerTasks tasks;
  private final Ends ends;
  private final Optional<String> task;
  private final long length;
  private long moved;
  private double shown;

  /**
   * How the task ends.
   *
   * @param result an XML fragment, or the empty text
   * @param error of a transfer that broke
   * @param goodbye is run at the end of either
   */
  record Ends(String result, List<String> error, Runnable goodbye) {}

  /**
   * A transfer.
   *
   * @param task none where nothing shows it
   * @param length how many bytes there will be; 0 if that is not known, and progress then stands
   */
  TaskFlow(ServerTasks tasks, Ends ends, Optional<String> task, long length) {
    this.tasks = tasks;
    this.ends = ends;
    this.task = task;
    this.length = length;
  }

  @Override
  public void moved(long bytes) {
    moved += bytes;
    double progress = length > 0 ? Math.min(1, (double) moved / length) : 0;
    if (progress - shown >= STEP) {
      shown = progress;
      task.ifPresent(ref -> tasks.progress(ref, progress));
    }
  }

  @Override
  public void finished() {
    task.ifPresent(ref -> tasks.succeed(ref, ends.result()));
    ends.goodbye().run();
  }

  @Override
  public void broken() {
    task.ifPresent(ref -> tasks.fail(ref, ends.error()));
    ends.goodbye().run();
  }

  @Override
  public void stopBy(Runnable cut) {
    task.ifPresent(
        ref ->
            tasks.onCancel(
                ref,
                () -> {
                  tasks.cancelled(ref);
                  ends.goodbye().run();
                  cut.run();
                }));
  }
}
