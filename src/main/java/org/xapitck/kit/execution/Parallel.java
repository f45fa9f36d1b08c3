package org.xapitck.kit.execution;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once and waits for all of them. */
public final class Parallel {
  private Parallel() {}

  /**
   * Returns when the last has ended.
   *
   * @param threads how many go on at once, 1 or more
   * @throws RuntimeException what the first that failed threw
   */
  public static void run(int threads, List<Runnable> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      for (Future<?> future : tasks.stream().<Future<?>>map(pool::submit).toList()) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
