package org.xapitck.kit.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.xapitck.kit.report.Text;

/**
 * One line that moves on a terminal; a line of plain text now and then elsewhere. Safe for use by
 * many threads.
 */
public final class Progress {
  /** Ten lines a run are enough for a log. */
  private static final int LINES_OF_A_LOG = 10;

  /** Ten pictures a second look smooth; more would cost a slow connection more than they tell. */
  private static final Duration BETWEEN_PICTURES = Duration.ofMillis(100);

  /** What the first scenarios take, says little of the rest. */
  private static final int SCENARIOS_FOR_A_FORECAST = 20;

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final Screen screen;
  private final long total;
  private final LongSupplier calls;
  private final LongSupplier nanos;
  private final long began;
  private final long callsBefore;
  private long drawn = Long.MIN_VALUE;
  private long done;
  private long failures;

  /**
   * Begins to count.
   *
   * @param total scenarios that will run
   * @param calls how many calls were sent by now
   * @param nanos nanoseconds from any start, never going back
   */
  public Progress(
      PrintStream out, Screen screen, long total, LongSupplier calls, LongSupplier nanos) {
    this.out = out;
    this.screen = screen;
    this.total = Math.max(1, total);
    this.calls = calls;
    this.nanos = nanos;
    this.began = nanos.getAsLong();
    this.callsBefore = calls.getAsLong();
  }

  /** Counts a scenario. */
  public synchronized void finished(boolean failed) {
    done++;
    failures += failed ? 1 : 0;
    long now = nanos.getAsLong();
    if (!screen.terminal()) {
      if (done * LINES_OF_A_LOG / total != (done - 1) * LINES_OF_A_LOG / total) {
        out.println(line(now));
      }
    } else if (drawn == Long.MIN_VALUE || now - drawn >= BETWEEN_PICTURES.toNanos()) {
      drawn = now;
      draw(now);
    }
  }

  /** Prints a text above the moving line. */
  public synchronized void say(String text) {
    clear();
    out.println(text);
  }

  /** Takes the moving line away. */
  public synchronized void end() {
    clear();
  }

  private void clear() {
    if (drawn != Long.MIN_VALUE) {
      out.print(CLEAR_LINE);
      out.flush();
      drawn = Long.MIN_VALUE;
    }
  }

  private void draw(long now) {
    String line = line(now);
    // a line that wraps cannot be taken back
    int most = screen.width().orElse(80) - 1;
    out.print(CLEAR_LINE + line.substring(0, Math.min(most, line.length())));
    out.flush();
  }

  private String line(long now) {
    double seconds = Math.max(1, now - began) / 1e9;
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT, "%,d of %s, %d failed", done, Text.count(total, "scenario"), failures));
    line.append(
        String.format(Locale.ROOT, ", %,.0f calls/s", (calls.getAsLong() - callsBefore) / seconds));
    if (done >= SCENARIOS_FOR_A_FORECAST && done < total) {
      line.append(String.format(Locale.ROOT, ", %s left", time(seconds / done * (total - done))));
    }
    return line.toString();
  }

  private static String time(double seconds) {
    long whole = Math.round(seconds);
    return whole < 100 ? whole + " s" : (whole + 30) / 60 + " min";
  }
}
