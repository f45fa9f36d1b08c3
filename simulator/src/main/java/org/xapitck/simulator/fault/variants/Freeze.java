package org.xapitck.simulator.fault.variants;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.http.Gate;

/** Holds all answers back once, then sends them in order; the calls take effect meanwhile. */
public final class Freeze implements Gate {
  private final int after;
  private final Duration length;
  private final List<Runnable> held = new ArrayList<>();
  private int answers;
  private boolean frozen;

  /**
   * A freeze that is to come.
   *
   * @param after how many answers are sent before it
   * @param length from the first answer that is held back
   */
  public Freeze(int after, Duration length) {
    this.after = after;
    this.length = length;
  }

  @Override
  public void pass(Timer timer, Runnable answer) {
    if (!holds(timer, answer)) {
      answer.run();
    }
  }

  private synchronized boolean holds(Timer timer, Runnable answer) {
    if (answers++ == after) {
      frozen = true;
      timer.after(length, this::thaw);
    }
    return frozen && held.add(answer);
  }

  private void thaw() {
    List<Runnable> late;
    synchronized (this) {
      frozen = false;
      late = List.copyOf(held);
      held.clear();
    }
    late.forEach(Runnable::run);
  }
}
