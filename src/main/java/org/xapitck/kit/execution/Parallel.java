package org.xapitck.kit.execution;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs several jobs at once and waits for all of them. */
public final class Parallel {
  private Parallel() {}

  /** The answers to all questions, in their order; asked all at once. */
  public static <T> List<T> answers(List<Supplier<T>> questions) {
    List<CompletableFuture<T>> answers =
        questions.stream().map(question -> new CompletableFuture<T>()).toList();
    run(
        questions.size(),
        IntStream.range(0, questions.size())
            .<Runnable>mapToObj(i -> () -> answers.get(i).complete(questions.get(i).get()))
            .toList());
    return answers.stream().map(CompletableFuture::join).toList();
  }

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
