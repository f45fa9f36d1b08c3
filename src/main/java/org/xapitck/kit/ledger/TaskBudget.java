package org.xapitck.kit.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Wire;

/**
 * The kit's tasks on a server that keeps a task for hours, whatever a client does. The kit makes
 * few, and lends a task that a scenario left unchanged to the next one. Safe for use by many
 * threads.
 */
public final class TaskBudget {
  /** 20 pending tasks beside others are far from the 200 at which xapi begins to collect. */
  public static final int MOST = 20;

  /**
   * A task that is kept for later scenarios.
   *
   * @param entry reference and maker
   * @param label its name_label, a mark of the kit's
   * @param cancelled whether it was cancelled, and is pending still
   */
  public record Item(Ledger.Entry entry, String label, boolean cancelled) {}

  /** Kept for scenarios that only look, beside those that use a task up. */
  private static final int RESERVE = 2;

  private final Map<Account, Deque<Item>> idle = new HashMap<>();
  private final Map<Account, Deque<Item>> cancelled = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private int made;
  private int allowed;

  /**
   * Lets tasks be made up to this number, those of earlier wires counted.
   *
   * @param most at most {@link #MOST}
   */
  public synchronized void allow(int most) {
    allowed = Math.min(MOST, most);
  }

  /**
   * Whether another task may be made.
   *
   * @param usedUp whether it will be used up, or made only to see that it can be
   */
  public synchronized boolean mayMake(boolean usedUp) {
    return made + (usedUp ? RESERVE : 0) < allowed;
  }

  /**
   * Whether a scenario that uses tasks up is the first to show one of these requirements; the ones
   * after it can be done without.
   */
  public synchronized boolean first(Wire wire, List<String> requirements) {
    return requirements.stream().filter(id -> shown.add(wire + " " + id)).count() > 0;
  }

  /** Notes a task that was made. */
  public synchronized void made() {
    made++;
  }

  /**
   * A pending task of this account that is as it was made, if one is idle.
   *
   * @param usedUp whether it will be cancelled or destroyed, so that one that was cancelled before
   *     will do
   */
  public synchronized Optional<Item> borrow(Account account, boolean usedUp) {
    Optional<Item> old =
        usedUp ? Optional.ofNullable(of(cancelled, account).poll()) : Optional.empty();
    return old.or(() -> Optional.ofNullable(of(idle, account).poll()));
  }

  /**
   * A task as {@link #borrow} gives it to a scenario that has one already; those that lie idle for
   * other scenarios, which would have to make theirs, are left.
   */
  public synchronized Optional<Item> spare(Account account) {
    Deque<Item> all = of(idle, account);
    return all.size() > RESERVE ? Optional.of(all.remove()) : Optional.empty();
  }

  /** Takes back a task that is pending still. */
  public synchronized void giveBack(Item item) {
    of(item.cancelled() ? cancelled : idle, item.entry().maker()).add(item);
  }

  private static Deque<Item> of(Map<Account, Deque<Item>> items, Account account) {
    return items.computeIfAbsent(account, any -> new ArrayDeque<>());
  }
}
