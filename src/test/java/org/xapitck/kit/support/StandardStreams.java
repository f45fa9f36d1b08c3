package org.xapitck.kit.support;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/** Listens to what a piece of work prints; one at a time, as a JVM has one standard output. */
public final class StandardStreams {
  private static final ReentrantLock LISTENING = new ReentrantLock();

  private StandardStreams() {}

  /**
   * What the work returned, and what was printed meanwhile.
   *
   * @param <T> what the work returns
   */
  public record Printed<T>(T result, String out, String err) {}

  /**
   * What prints.
   *
   * @param <T> what it returns
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    T done() throws E;
  }

  /** Does the work; what it prints is in UTF-8 and reaches the caller alone. */
  public static <T, E extends Exception> Printed<T> of(Work<T, E> work) throws E {
    LISTENING.lock();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      T result = work.done();
      return new Printed<>(
          result,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
      LISTENING.unlock();
    }
  }
}
