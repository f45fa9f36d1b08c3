package org.xapitck.kit.target;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.xapitck.kit.wire.Wire;

/**
 * The tasks that this run made and has not yet seen gone. Nothing else may be changed, cancelled or
 * destroyed. Safe for use by many threads.
 */
public final class Ledger {
  /** xapi collects tasks beyond 200; a kit beside other clients stays far below. */
  public static final int LIVE_TASKS = 50;

  /**
   * It, the other task, and room for what a wrong server makes unasked: six a scenario, eight
   * scenarios at once.
   */
  public static final int TASKS_OF_A_SCENARIO = 6;

  /**
   * A task that lives.
   *
   * @param ref its reference
   * @param maker whose session made it
   * @param wire over which it was made
   */
  public record Entry(String ref, Account maker, Wire wire) {}

  private final Map<String, Entry> live = new ConcurrentHashMap<>();
  private final Set<String> everMade = ConcurrentHashMap.newKeySet();
  private final AtomicInteger most = new AtomicInteger();
  private final Semaphore longTexts = new Semaphore(1, true);
  private final Semaphore rooms = new Semaphore(LIVE_TASKS / TASKS_OF_A_SCENARIO, true);

  /** Waits until a scenario may make its tasks; each scenario enters once and leaves once. */
  public void enter() throws InterruptedException {
    rooms.acquire();
  }

  /** Makes room for another scenario. */
  public void leave() {
    rooms.release();
  }

  /**
   * Waits until no other scenario has a task with a text of 64 KiB: lists of records carry it to
   * every client.
   */
  public void enterLong() throws InterruptedException {
    longTexts.acquire();
  }

  /** Lets another scenario make a task with a text of 64 KiB. */
  public void leaveLong() {
    longTexts.release();
  }

  /** Notes a task as the kit's. */
  public void made(Entry entry) {
    everMade.add(entry.ref());
    live.put(entry.ref(), entry);
    most.accumulateAndGet(live.size(), Math::max);
  }

  /** Notes that the server no longer knows a task. */
  public void gone(String ref) {
    live.remove(ref);
  }

  /** Notes a reference that the kit made up, so that no task of anybody has it. */
  public void invented(String ref) {
    everMade.add(ref);
  }

  /** Whether this run made the task, or made up the reference. */
  public boolean owns(String ref) {
    return everMade.contains(ref);
  }

  /** Tasks made over this wire and not yet seen gone, in order of their references. */
  public List<Entry> live(Wire wire) {
    return live.values().stream()
        .filter(entry -> entry.wire() == wire)
        .sorted(Comparator.comparing(Entry::ref))
        .toList();
  }

  /** The most tasks that lived at one moment. */
  public int most() {
    return most.get();
  }
}
