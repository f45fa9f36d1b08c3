package org.xapitck.simulator.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Exchange;
import org.xapitck.simulator.rpc.RpcEndpoint.Reply;

/**
 * Remembers the last calls. A call costs one write into a ring, and no lock: the newest takes the
 * place of the oldest. Passwords never get in.
 */
public final class Journal {
  /** 10,000 calls, which take about 1 MB where clients poll, and 6 MB where all differ. */
  public static final int DEFAULT_CALLS = 10_000;

  /** 100,000 calls, which take about 60 MB where all differ. */
  public static final int MAX_CALLS = 100_000;

  private final Supplier<Instant> now;
  private final Consumer<Entry> listener;
  private final Ring ring;
  private final Calls calls = new Calls();
  private final AtomicLong numbers = new AtomicLong();
  private final CopyOnWriteArrayList<Waiter> waiters = new CopyOnWriteArrayList<>();
  private volatile long cleared;

  /**
   * An empty journal.
   *
   * @param calls how many calls it keeps
   * @param listener is given each call when it is answered, on the thread that answers it
   */
  public Journal(int calls, Supplier<Instant> now, Consumer<Entry> listener) {
    if (calls < 1 || calls > MAX_CALLS) {
      throw new IllegalArgumentException(
          "a journal keeps 1 to " + MAX_CALLS + " calls, not " + calls);
    }
    this.now = now;
    this.listener = listener;
    this.ring = new Ring(calls);
  }

  /** The same passage, with each call noted when it comes and when it is answered. */
  public Exchange.Passage before(Exchange.Passage passage) {
    return (exchange, then) -> {
      Entry entry = add(exchange.wire().id(), exchange.call());
      passage.pass(
          exchange,
          reply -> {
            answered(entry, outcome(reply));
            then.accept(reply);
          });
    };
  }

  /**
   * Notes what is no call of the API.
   *
   * @return takes what became of it; what comes after the first counts no more
   */
  public Consumer<String> note(String wire, Call call) {
    Entry entry = add(wire, call);
    AtomicBoolean open = new AtomicBoolean(true);
    return outcome -> {
      if (open.compareAndSet(true, false)) {
        answered(entry, outcome);
      }
    };
  }

  private Entry add(String wire, Call call) {
    long index = numbers.getAndIncrement();
    Entry entry = new Entry(index + 1, now.get(), wire, calls.kept(call));
    ring.put(index, entry);
    tell(entry);
    return entry;
  }

  private void answered(Entry entry, String outcome) {
    entry.answered(outcome);
    tell(entry);
    listener.accept(entry);
  }

  private void tell(Entry entry) {
    if (!waiters.isEmpty()) {
      waiters.forEach(waiter -> waiter.see(entry));
    }
  }

  private static String outcome(Reply reply) {
    if (reply instanceof Reply.Answered answered) {
      return answered.outcome();
    } else if (reply instanceof Reply.Trouble trouble) {
      return "HTTP " + trouble.status();
    } else if (reply instanceof Reply.Cut) {
      return "cut";
    }
    return reply instanceof Reply.Reset ? "reset" : "silence";
  }

  /** How many calls it keeps at most. */
  public int capacity() {
    return ring.capacity();
  }

  /** The number of the newest call; 0 where there was none. */
  public long newest() {
    return numbers.get();
  }

  /** Forgets all calls; their numbers are not used again. */
  public void clear() {
    cleared = numbers.get();
    ring.clear();
  }

  /** The calls that are meant, oldest first. */
  public List<Entry> find(Query query) {
    List<Entry> found = new ArrayList<>();
    long end = numbers.get();
    for (long i = Math.max(cleared, end - ring.capacity()); i < end; i++) {
      Entry entry = ring.get(i);
      // a slower writer may not be there yet
      if (entry != null && query.matches(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** At most so many of the newest calls that were answered, newest first. */
  public List<Entry> newestAnswered(int limit) {
    List<Entry> found = new ArrayList<>();
    long end = numbers.get();
    long start = Math.max(cleared, end - ring.capacity());
    for (long i = end - 1; i >= start && found.size() < limit; i--) {
      Entry entry = ring.get(i);
      if (entry != null && !entry.outcome().isEmpty()) {
        found.add(entry);
      }
    }
    return found;
  }

  /**
   * Waits, without a thread, until there are so many calls that are meant.
   *
   * @param then is called once, on any thread, perhaps before this returns
   * @return gives up the wait
   */
  public Runnable await(Query query, int count, Runnable then) {
    Waiter waiter = new Waiter(query, count, then);
    // first on the list, then a look at what is there: no call falls in between
    waiters.add(waiter);
    find(query).forEach(waiter::see);
    return () -> waiters.remove(waiter);
  }

  private final class Waiter {
    private final Query query;
    private final int count;
    private final Runnable then;
    private final Set<Long> seen = new HashSet<>();
    private boolean done;

    Waiter(Query query, int count, Runnable then) {
      this.query = query;
      this.count = count;
      this.then = then;
    }

    void see(Entry entry) {
      synchronized (this) {
        if (done || !query.matches(entry) || !seen.add(entry.number()) || seen.size() < count) {
          return;
        }
        done = true;
      }
      waiters.remove(this);
      then.run();
    }
  }
}
