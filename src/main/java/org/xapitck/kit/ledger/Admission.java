package org.xapitck.kit.ledger;

import java.util.concurrent.Semaphore;

/**
 * Admits as many scenarios at once as there is room for their tasks on the server. Safe for use by
 * many threads.
 */
public final class Admission {
  /**
   * It, the other task, and room for what a wrong server makes unasked: six a scenario, eight
   * scenarios at once.
   */
  public static final int TASKS_OF_A_SCENARIO = 6;

  /** 10: a list that leaves each out by even chance holds them all once in 1,024 times. */
  private static final int MANY_TASKS = 10;

  private final int mostAllowed;
  private final int allRooms;
  private final Semaphore rooms;
  private final Semaphore longTexts = new Semaphore(1, true);

  /**
   * Nobody has entered yet.
   *
   * @param mostAllowed the most tasks that may live at any moment, 6 or more
   */
  Admission(int mostAllowed) {
    this.mostAllowed = mostAllowed;
    this.allRooms = mostAllowed / TASKS_OF_A_SCENARIO;
    this.rooms = new Semaphore(allRooms, true);
  }

  /**
   * Waits until a scenario may make its tasks; each scenario enters once and leaves once.
   *
   * @param many whether it has {@link #many} tasks at once
   */
  public void enter(boolean many) throws InterruptedException {
    rooms.acquire(roomsOf(many));
  }

  /** Makes room for other scenarios. */
  public void leave(boolean many) {
    rooms.release(roomsOf(many));
  }

  /** All rooms there are will do for many: then that scenario is alone. */
  private int roomsOf(boolean many) {
    return many ? Math.min(allRooms, 1 + MANY_TASKS / TASKS_OF_A_SCENARIO) : 1;
  }

  /**
   * The most tasks that a scenario may have: {@value #MANY_TASKS}, or fewer where fewer may live.
   */
  public int many() {
    return Math.min(MANY_TASKS, mostAllowed);
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
}
