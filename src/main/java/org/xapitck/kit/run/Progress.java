package org.xapitck.kit.run;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One line that moves on a terminal; a line of plain text now and then elsewhere. Safe for use by
 * many threads.
 */
final class Progress {
  /** Ten lines a run are enough for a log. */
  private static final int LINES_OF_A_LOG = 10;

  private final PrintStream out;
  private final boolean terminal;
  private final long total;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();

  Progress(PrintStream out, boolean terminal, long total) {
    this.out = out;
    this.terminal = terminal;
    this.total = total;
  }

  void finished(boolean failed) {
    if (failed) {
      failures.incrementAndGet();
    }
    int count = done.incrementAndGet();
    if (terminal) {
      synchronized (out) {
        out.print("\r" + line(count));
        out.flush();
      }
    } else if (count * LINES_OF_A_LOG / total != (count - 1) * LINES_OF_A_LOG / total) {
      out.println(line(count));
    }
  }

  /** Ends the moving line. */
  void end() {
    if (terminal && done.get() > 0) {
      out.println();
    }
  }

  private String line(int count) {
    return count + " of " + total + " scenarios, " + failures.get() + " failed";
  }
}
