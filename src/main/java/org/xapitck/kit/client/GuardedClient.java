package org.xapitck.kit.client;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.OwnTasksOnly;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.wire.WireClient;

/**
 * What goes over one wire: counted, at the run's rate, never to a server that is gone, and never
 * about a task that is not the kit's. Safe for use by many threads.
 */
final class GuardedClient implements AutoCloseable {
  private final WireClient client;
  private final WireClient prober;
  private final ClientContext common;
  private final HealthCheck health;

  /** 100 answers are enough to tell a server's pace, and few enough to keep. */
  private static final int TIMED = 100;

  private final AtomicInteger calls = new AtomicInteger();
  private final Queue<Duration> answerTimes = new ConcurrentLinkedQueue<>();

  GuardedClient(WireClient client, WireClient prober, ClientContext common) {
    this.client = client;
    this.prober = prober;
    this.common = common;
    this.health =
        new HealthCheck(
            () -> counted(prober.call(Call.auxiliary("system.listMethods", List.of()))).answered(),
            common.patience());
  }

  HealthCheck health() {
    return health;
  }

  int calls() {
    return calls.get();
  }

  /** How long the first answers took, failures apart. */
  List<Duration> answerTimes() {
    return List.copyOf(answerTimes);
  }

  /** Calls a message at the run's rate. */
  Exchange exchange(Call call) {
    common.limiter().await();
    return counted(client.call(call));
  }

  /**
   * Calls a message by some way, if it may be called.
   *
   * @throws ServerGone where nobody answers any more
   * @throws OutsideScope where it is outside the declared scope
   */
  Exchange send(Call call, Function<Call, Exchange> way) {
    health.hold();
    if (!health.mayCall()) {
      throw new ServerGone(new Reason.NobodyAnswers(client.wire()));
    }
    if (common.target().declared().withholds(call.method())) {
      throw new OutsideScope(new Reason.MessageOutsideScope(call.method()));
    }
    OwnTasksOnly.check(common.ledger(), call.method(), call.parameters());
    Exchange exchange = way.apply(call);
    health.note(exchange.answered());
    return exchange;
  }

  /**
   * A call that may be repeated: where no answer came, it is made once more when the server, which
   * has answered before, answers again.
   *
   * @throws ServerGone where it does not
   */
  Exchange repeated(Supplier<Exchange> call) {
    Exchange first = call.get();
    if (first.answered() || !health.hasAnswered()) {
      return first;
    }
    health.probe();
    return call.get();
  }

  private Exchange counted(Exchange exchange) {
    if (calls.incrementAndGet() <= TIMED && exchange.answer() instanceof Answer.Success) {
      answerTimes.add(exchange.took());
    }
    return exchange;
  }

  @Override
  public void close() {
    client.close();
    prober.close();
  }
}
