package org.xapitck.kit.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The only waits of the tests. Each ends by a cause, such as the exit of a process. The one limit
 * keeps a broken test from hanging forever and says nothing about speed.
 */
public final class Waiting {
  /**
   * 5 minutes: a whole certification, the longest wait, takes 37 s on a quiet machine of 2 cores.
   */
  public static final int MINUTES = 5;

  /** The same as a duration, for the time-outs of clients whose server answers. */
  public static final Duration LIMIT = Duration.ofMinutes(MINUTES);

  /** 10 ms: soon enough for a reader, and no burden for what is waited for. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private Waiting() {}

  /** What is looked at again and again. */
  @FunctionalInterface
  public interface Condition<E extends Exception> {
    /** Whether it holds by now. */
    boolean holds() throws E;
  }

  /**
   * Waits until a process exits, and kills it at the limit.
   *
   * @param output what the process printed so far, for the failure message
   * @return its exit code
   */
  public static int exit(Process process, String what, Supplier<String> output)
      throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      throw tooLong("the exit of " + what + "; its output: " + output.get());
    }
    return process.exitValue();
  }

  /** Waits for the next line of a stream; null at its end. */
  public static String line(BufferedReader in, String what) throws Exception {
    CompletableFuture<String> line = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                line.complete(in.readLine());
              } catch (IOException | UncheckedIOException e) {
                line.completeExceptionally(e);
              }
            },
            "reads " + what);
    reader.setDaemon(true);
    reader.start();
    return result(line, what);
  }

  /** Waits until something is computed, and fails with what the computation throws. */
  public static <T> T result(Future<T> future, String what)
      throws InterruptedException, ExecutionException {
    try {
      return future.get(MINUTES, TimeUnit.MINUTES);
    } catch (TimeoutException e) {
      throw tooLong(what);
    }
  }

  /** Waits until a thread ends. */
  public static void end(Thread thread) throws InterruptedException {
    thread.join(LIMIT.toMillis());
    if (thread.isAlive()) {
      throw tooLong("the end of the thread " + thread.getName());
    }
  }

  /** Looks again and again until something holds that tells nobody when it begins to. */
  public static <E extends Exception> void until(Condition<E> condition, String what) throws E {
    until(condition, () -> what);
  }

  /**
   * The same where more is to be told at the limit.
   *
   * @param what is waited for, and what there is instead
   */
  public static <E extends Exception> void until(Condition<E> condition, Supplier<String> what)
      throws E {
    long begin = System.nanoTime();
    while (!condition.holds()) {
      if (System.nanoTime() - begin > TimeUnit.MINUTES.toNanos(MINUTES)) {
        throw tooLong(what.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** What a process wrote to a file by now. */
  public static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves others some of the machine; no outcome depends on it. */
  public static void pause() {
    LockSupport.parkNanos(LOOK_NANOS);
  }

  private static AssertionError tooLong(String what) {
    return new AssertionError("waited " + MINUTES + " minutes in vain for " + what);
  }
}
