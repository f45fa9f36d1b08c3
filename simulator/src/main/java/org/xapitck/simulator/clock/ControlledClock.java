package org.xapitck.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The clock of one simulator, which can be made to stand still and to go on while it is in use.
 * Work that is due later moves from one time to the other and is due after as long as before.
 */
public final class ControlledClock implements SimulatorClock {
  private final SimulatorClock base;
  private final Set<Moving> schedules = new HashSet<>();
  private volatile State state;

  /** How time goes: with the base, so far ahead of it, or as a clock that stands still has it. */
  private record State(SimulatorClock clock, Duration ahead) {
    Instant now() {
      return clock.now().plus(ahead);
    }
  }

  /** A clock that goes with another until it is told otherwise. */
  public ControlledClock(SimulatorClock base) {
    this.base = base;
    this.state = new State(base, Duration.ZERO);
  }

  @Override
  public Instant now() {
    return state.now();
  }

  /** Whether it stands still. */
  public boolean isFrozen() {
    return state.clock() instanceof ManualClock;
  }

  /** Whether it stood still from the start. */
  public boolean startedFrozen() {
    return base instanceof ManualClock;
  }

  /** Makes it stand still at this moment; does nothing if it does. */
  public synchronized void freeze() {
    if (!isFrozen()) {
      move(new State(new ManualClock(now()), Duration.ZERO));
    }
  }

  /**
   * Lets it go on from where it stands; does nothing if it goes.
   *
   * @throws IllegalStateException if the simulator was started with a clock that stands still
   */
  public synchronized void run() {
    if (base instanceof ManualClock) {
      throw new IllegalStateException(
          "this simulator was started with a clock that stands still; it can only be advanced");
    }
    if (isFrozen()) {
      move(new State(base, Duration.between(base.now(), now())));
    }
  }

  /** Goes as it did at the start. */
  public synchronized void restore() {
    if (isFrozen() && !(base instanceof ManualClock)) {
      move(new State(base, Duration.ZERO));
    }
  }

  /**
   * Moves on a clock that stands still.
   *
   * @throws IllegalStateException if it runs
   * @see ManualClock#advance
   */
  public void advance(Duration step) {
    if (!(state.clock() instanceof ManualClock manual)) {
      throw new IllegalStateException(
          "this simulator runs in real time; start it with SimulatorClock.frozen(...) or freeze its"
              + " clock");
    }
    manual.advance(step);
  }

  private void move(State next) {
    List<Moving> all = List.copyOf(schedules);
    Instant now = now();
    all.forEach(schedule -> schedule.leave(now));
    state = next;
    all.forEach(Moving::enter);
  }

  @Override
  public synchronized Schedule schedule() {
    if (base instanceof ManualClock) {
      return base.schedule();
    }
    Moving schedule = new Moving(base.schedule());
    schedules.add(schedule);
    if (isFrozen()) {
      schedule.enter();
    }
    return schedule;
  }

  /** A schedule that goes from one time to the other with all that is due. */
  private final class Moving implements Schedule {
    private final Schedule running;
    private Schedule current;
    private final Set<Item> items = new HashSet<>();
    private boolean closed;

    Moving(Schedule running) {
      this.running = running;
      this.current = running;
    }

    @Override
    public Appointment every(Duration period, Runnable work) {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("a period must be longer than zero, not " + period);
      }
      return add(new Item(this, period, work), period);
    }

    @Override
    public Appointment after(Duration delay, Runnable work) {
      if (delay.isNegative() || delay.isZero()) {
        Schedule now;
        synchronized (this) {
          now = current;
        }
        return now.after(delay, work);
      }
      return add(new Item(this, null, work), delay);
    }

    private synchronized Appointment add(Item item, Duration delay) {
      if (!closed) {
        items.add(item);
        item.arm(current, ControlledClock.this.now().plus(delay), delay);
      }
      return () -> drop(item);
    }

    private synchronized void drop(Item item) {
      items.remove(item);
      item.armed.cancel();
    }

    /** Takes an item that is due, unless it was called off or moved. */
    private synchronized boolean take(Item item, int turn) {
      return item.turn == turn && (item.period == null ? items.remove(item) : items.contains(item));
    }

    private synchronized void again(Item item) {
      if (items.contains(item)) {
        item.arm(current, ControlledClock.this.now().plus(item.period), item.period);
      }
    }

    synchronized void leave(Instant now) {
      for (Item item : items) {
        item.armed.cancel();
        item.turn++;
        item.left = Duration.between(now, item.due);
      }
      if (current != running) {
        current.close();
      }
    }

    synchronized void enter() {
      current = state.clock() == base ? running : state.clock().schedule();
      Instant now = ControlledClock.this.now();
      for (Item item : List.copyOf(items)) {
        // not at once: what runs on this thread would run inside the move
        Duration left = item.left.isNegative() || item.left.isZero() ? SOON : item.left;
        item.arm(current, now.plus(left), left);
      }
    }

    @Override
    public void close() {
      synchronized (this) {
        closed = true;
        new ArrayList<>(items).forEach(this::drop);
        current.close();
        running.close();
      }
      synchronized (ControlledClock.this) {
        schedules.remove(this);
      }
    }
  }

  /** 1 ms: for what was due when the time changed. */
  private static final Duration SOON = Duration.ofMillis(1);

  /** Work that is due later; guarded by its schedule. */
  private static final class Item {
    private final Moving owner;
    private final Duration period;
    private final Runnable work;
    private Schedule.Appointment armed = () -> {};
    private Instant due;
    private Duration left = Duration.ZERO;
    private int turn;

    Item(Moving owner, Duration period, Runnable work) {
      this.owner = owner;
      this.period = period;
      this.work = work;
    }

    void arm(Schedule schedule, Instant moment, Duration delay) {
      int mine = ++turn;
      due = moment;
      armed = schedule.after(delay, () -> fire(mine));
    }

    private void fire(int mine) {
      if (!owner.take(this, mine)) {
        return;
      }
      try {
        work.run();
      } finally {
        if (period != null) {
          owner.again(this);
        }
      }
    }
  }
}
