package org.xapitck.simulator.fault.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.rpc.Exchange;
import org.xapitck.simulator.rpc.RpcEndpoint.Reply;

/**
 * The faults that are on while a simulator runs. A call meets them in the order in which they were
 * added, and the first that strikes is the only one.
 */
public final class Faults {
  private final SimulatorClock clock;
  private final BiConsumer<Duration, Runnable> later;
  private volatile List<Fault> faults = List.of();
  private long added;

  /**
   * No faults yet.
   *
   * @param schedule what is late is done by
   */
  public Faults(SimulatorClock clock, Schedule schedule) {
    this.clock = clock;
    this.later = schedule::after;
  }

  /** Switches a fault on. */
  public synchronized Fault add(FaultRule rule) {
    Fault fault = new Fault(Long.toString(++added), rule, clock.now());
    List<Fault> more = new ArrayList<>(faults);
    more.add(fault);
    faults = List.copyOf(more);
    return fault;
  }

  /** Switches a fault off; false if it is not on. */
  public synchronized boolean remove(String id) {
    List<Fault> fewer = faults.stream().filter(fault -> !fault.id().equals(id)).toList();
    boolean found = fewer.size() < faults.size();
    faults = fewer;
    return found;
  }

  /** Switches all off. */
  public synchronized void clear() {
    faults = List.of();
  }

  /** The faults that are on, in the order in which they were added. */
  public List<Fault> all() {
    return faults;
  }

  /** A passage to the API, which each call passes unless a fault strikes it. */
  public Exchange.Passage before(Exchange.Passage passage) {
    return (exchange, then) -> {
      List<Fault> current = faults;
      for (int i = 0; i < current.size(); i++) {
        if (current.get(i).strikes(exchange)) {
          strike(current.get(i), exchange, passage, then);
          return;
        }
      }
      passage.pass(exchange, then);
    };
  }

  private void strike(
      Fault fault, Exchange exchange, Exchange.Passage passage, Consumer<Reply> then) {
    Effect effect = fault.rule().effect();
    if (effect instanceof Effect.Delay delay) {
      later.accept(delay.time(), () -> passage.pass(exchange, then));
    } else if (effect instanceof Effect.Throttle throttle) {
      throttle(fault.wait(throttle, clock.now()), exchange, passage, then);
    } else if (effect instanceof Effect.Cut cut) {
      passage.pass(exchange, reply -> then.accept(cut(reply, cut.bytes())));
    } else if (fault.rule().served()) {
      passage.pass(exchange, reply -> then.accept(instead(effect, exchange)));
    } else {
      then.accept(instead(effect, exchange));
    }
  }

  private void throttle(
      Duration wait, Exchange exchange, Exchange.Passage passage, Consumer<Reply> then) {
    if (wait.isZero()) {
      passage.pass(exchange, then);
    } else {
      later.accept(wait, () -> passage.pass(exchange, then));
    }
  }

  private static Reply cut(Reply reply, int bytes) {
    return reply instanceof Reply.Answered answered ? new Reply.Cut(answered, bytes) : reply;
  }

  private static Reply instead(Effect effect, Exchange exchange) {
    if (effect instanceof Effect.Status status) {
      return new Reply.Trouble(status.status());
    } else if (effect instanceof Effect.Refusal refusal) {
      return exchange.reply(refusal.error());
    }
    return effect instanceof Effect.Reset ? new Reply.Reset() : new Reply.Silence();
  }
}
