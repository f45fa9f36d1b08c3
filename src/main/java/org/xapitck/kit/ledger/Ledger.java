package org.xapitck.kit.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Wire;

/**
 * The tasks that this run made and that still exist. The kit may change, cancel or destroy nothing
 * else. Safe for use by many threads.
 */
public final class Ledger {
  /** xapi collects tasks beyond 200; a kit beside other clients stays far below. */
  public static final int LIVE_TASKS = 50;

  /**
   * A task that lives.
   *
   * @param ref its reference
   * @param maker whose session made it
   * @param wire over which it was made
   * @param serverRun whether the server does the work and moves the task
   */
  public record Entry(String ref, Account maker, Wire wire, boolean serverRun) {

    /** A task that a client made and moves. */
    public static Entry created(String ref, Account maker, Wire wire) {
      return new Entry(ref, maker, wire, false);
    }

    /** A task that the server runs. */
    public static Entry started(String ref, Account maker, Wire wire) {
      return new Entry(ref, maker, wire, true);
    }
  }

  private final int mostAllowed;
  private final Journal journal;
  private final Map<String, Entry> live = new ConcurrentHashMap<>();
  private final Map<String, Stay> stays = new ConcurrentHashMap<>();
  private final Set<String> everMade = ConcurrentHashMap.newKeySet();
  private final Set<String> foreign = ConcurrentHashMap.newKeySet();
  private final Set<Wire> givenTwice = ConcurrentHashMap.newKeySet();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger intents = new AtomicInteger();
  private final AtomicInteger destroyed = new AtomicInteger();
  private final AtomicInteger unknownMarked = new AtomicInteger();
  private final AtomicInteger unknownUnmarked = new AtomicInteger();
  private final Admission admission;

  /**
   * A ledger without an entry.
   *
   * @param mostAllowed the most tasks that may live at any moment, 6 or more
   * @param journal remembers what this ledger knows; closed by whoever opened it
   */
  public Ledger(int mostAllowed, Journal journal) {
    this.mostAllowed = mostAllowed;
    this.journal = journal;
    this.admission = new Admission(mostAllowed);
  }

  /** Which scenarios may have tasks at the same time. */
  public Admission admission() {
    return admission;
  }

  /**
   * Notes that a task is about to be made.
   *
   * @param mark that it will carry; empty where it can carry none
   * @throws LedgerUnusable where no further task may be made
   */
  public Intent intend(String mark, Wire wire) {
    if (made() + underWay.getAndIncrement() >= mostAllowed) {
      underWay.decrementAndGet();
      throw new LedgerUnusable(new Reason.LedgerFull(mostAllowed));
    }
    try {
      Intent intent = new Intent(intents.incrementAndGet(), !mark.isEmpty());
      journal.intent(intent.number, mark, wire);
      return intent;
    } catch (LedgerUnusable e) {
      underWay.decrementAndGet();
      throw e;
    }
  }

  /** Tasks of the server's do not count: there is one for each source, and parts of these. */
  private long made() {
    return live.values().stream().filter(entry -> !entry.serverRun()).count();
  }

  /** One call that is to make a task; ends by one of its three methods. */
  public final class Intent {
    private final int number;
    private final boolean marked;

    private Intent(int number, boolean marked) {
      this.number = number;
      this.marked = marked;
    }

    /**
     * A task came of it.
     *
     * @throws LedgerUnusable where the reference cannot be kept; the task is in the ledger all the
     *     same, and is destroyed at the end
     */
    public void made(Entry entry) {
      if (live.containsKey(entry.ref())) {
        givenTwice.add(entry.wire());
      }
      keep(entry);
      underWay.decrementAndGet();
      note(number, entry);
    }

    /** The server said that no task came of it. */
    public void refused() {
      underWay.decrementAndGet();
      tolerating(() -> journal.refused(number));
    }

    /** Nobody knows what came of it; the search by the run's mark at the end will tell. */
    public void unknown() {
      underWay.decrementAndGet();
      (marked ? unknownMarked : unknownUnmarked).incrementAndGet();
    }
  }

  /**
   * Whether every call to make a task was answered, or its task was looked for.
   *
   * @param swept whether the tasks with the run's mark were looked for at the end
   */
  public boolean isSettled(boolean swept) {
    return unknownUnmarked.get() == 0 && (swept || unknownMarked.get() == 0);
  }

  /** Without this note a clean-up looks for a task in vain; that is no reason to stop. */
  private static void tolerating(Runnable note) {
    try {
      note.run();
    } catch (LedgerUnusable e) {
      return;
    }
  }

  /** Notes a task that carries the run's mark and that no answer told of. */
  public void found(Entry entry) {
    // also where as many live as may, or no note can be kept: it does live, and what is not in the
    // ledger is not destroyed
    int number = intents.incrementAndGet();
    keep(entry);
    tolerating(
        () -> {
          journal.intent(number, "", entry.wire());
          note(number, entry);
        });
  }

  private void keep(Entry entry) {
    everMade.add(entry.ref());
    live.put(entry.ref(), entry);
  }

  private void note(int number, Entry entry) {
    if (entry.serverRun()) {
      journal.started(number, entry.ref());
    } else {
      journal.made(number, entry.ref());
    }
  }

  /** Takes over a task that an older run noted. */
  public void adopt(Entry entry) {
    everMade.add(entry.ref());
    live.put(entry.ref(), entry);
  }

  /** How many tasks the server no longer knows. */
  public int destroyed() {
    return destroyed.get();
  }

  /** Notes that the server no longer knows a task. */
  public void gone(String ref) {
    stays.remove(ref);
    if (live.remove(ref) != null) {
      destroyed.incrementAndGet();
      tolerating(() -> journal.gone(ref));
    }
  }

  /** Notes why a task stays on a server that answers. */
  public void stays(String ref, Stay why) {
    stays.put(ref, why);
  }

  /** Why a task stays; empty where the server did not say, or where nobody asked for its end. */
  public Optional<Stay> stay(String ref) {
    return Optional.ofNullable(stays.get(ref));
  }

  /** Whether an answer over this wire gave a task as a new one that lived already. */
  public boolean hasTaskGivenTwice(Wire wire) {
    return givenTwice.contains(wire);
  }

  /** Whether a task made over this wire is pending although set_status ended it. */
  public boolean hasStillPending(Wire wire) {
    return live(wire).stream()
        .flatMap(entry -> stay(entry.ref()).stream())
        .anyMatch(stay -> stay.state() == Stay.State.STILL_PENDING);
  }

  /** What the server answered when it was asked to remove tasks that have ended, by reference. */
  public Map<String, Answer> irremovable() {
    Map<String, Answer> irremovable = new TreeMap<>();
    stays.forEach(
        (ref, why) -> {
          if (why.ended()) {
            irremovable.put(ref, why.answer());
          }
        });
    return irremovable;
  }

  /** Notes a reference that the kit made up, so that no task of anybody has it. */
  public void invented(String ref) {
    everMade.add(ref);
  }

  /**
   * Notes references of tasks that are not the kit's, and never will be, whatever an answer says.
   */
  public void foreign(Collection<String> refs) {
    foreign.addAll(refs);
  }

  /** Whether the reference is known as one that is not the kit's. */
  public boolean isForeign(String ref) {
    return foreign.contains(ref) && !everMade.contains(ref);
  }

  /** Whether this run made the task, or made up the reference. */
  public boolean owns(String ref) {
    return everMade.contains(ref);
  }

  /** The entry of a task that lives. */
  public Optional<Entry> find(String ref) {
    return Optional.ofNullable(live.get(ref));
  }

  /** Tasks made over this wire and not yet seen gone, in order of their references. */
  public List<Entry> live(Wire wire) {
    return live.values().stream()
        .filter(entry -> entry.wire() == wire)
        .sorted(Comparator.comparing(Entry::ref))
        .toList();
  }
}
