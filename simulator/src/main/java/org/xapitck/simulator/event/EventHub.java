package org.xapitck.simulator.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/**
 * Tells waiting calls about writes. A waiting call is an object in a list and holds no thread; it
 * is answered by the schedule's thread, so a write never waits for a waiting call, and one answer
 * tells several writes that come close together.
 */
public final class EventHub implements Change.Listener {
  private static final String SESSION = "session";

  private final Set<Waiting> waiting = new LinkedHashSet<>();
  private final EventLog log = new EventLog();
  private final LegacyEvents legacy;
  private final Schedule schedule;
  private final int subjects;
  private final FirstWait firstWait;
  private boolean telling;

  /**
   * A hub without objects.
   *
   * @param now the time that legacy events show
   * @param subjects how many users the directory has
   * @param firstWait how long {@code event.from} waits before it looks, unless for tasks alone
   */
  public EventHub(Schedule schedule, Supplier<Instant> now, int subjects, Duration firstWait) {
    this.schedule = schedule;
    this.legacy = new LegacyEvents(now);
    this.subjects = subjects;
    this.firstWait = new FirstWait(schedule, firstWait);
  }

  @Override
  public void note(Change change) {
    boolean tell;
    synchronized (this) {
      log.note(change);
      boolean logout = change.type().equals(SESSION) && change.kind() == Change.Kind.DEL;
      if (logout) {
        legacy.forget(change.ref());
      } else {
        legacy.note(change);
      }
      tell = !telling && waiting.stream().anyMatch(call -> call.concernedBy(change));
      telling |= tell;
    }
    if (tell) {
      schedule.after(Duration.ZERO, this::tell);
    }
  }

  /** Forgets all calls that wait; they get no answer. */
  public synchronized void dropWaiting() {
    waiting.forEach(call -> call.timeout.cancel());
    waiting.clear();
  }

  /**
   * Forgets what is over, as a server does that starts again: nobody is told of what ended before.
   *
   * @param lost whether tokens of before are refused, with EVENTS_LOST
   */
  public synchronized void restart(boolean lost) {
    log.restart(lost);
    legacy.restart();
  }

  /** How many calls wait at this moment. */
  public synchronized int waitingCalls() {
    return waiting.size() + firstWait.calls();
  }

  /** Answers every waiting call that has something to be told. */
  private void tell() {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      telling = false;
      Iterator<Waiting> calls = waiting.iterator();
      while (calls.hasNext()) {
        Waiting call = calls.next();
        Optional<Answer> ready = call.ready();
        if (ready.isPresent()) {
          calls.remove();
          call.timeout.cancel();
          answers.add(() -> call.then.accept(ready.get()));
        }
      }
    }
    answers.forEach(Runnable::run);
  }

  /** {@code event.from}: looks at once, or after the first wait, which is part of the time-out. */
  void from(
      String session,
      List<Subscription> subscriptions,
      Token token,
      double timeout,
      Consumer<Answer> then) {
    firstWait.before(
        subscriptions, timeout, left -> look(session, subscriptions, token, left, then));
  }

  /** Answers at once if there is news, else when there is or at the end. */
  private void look(
      String session,
      List<Subscription> subscriptions,
      Token token,
      double timeout,
      Consumer<Answer> then) {
    Answer answer;
    synchronized (this) {
      FromCall call = new FromCall(session, then, subscriptions, token);
      Optional<Answer> ready = call.ready();
      // written so that NaN does not wait
      boolean wait = ready.isEmpty() && timeout > 0;
      if (wait) {
        waiting.add(call);
        call.timeout = schedule.after(FirstWait.limited(timeout), () -> expire(call));
        return;
      }
      answer = ready.orElseGet(() -> result(List.of(), call.token));
    }
    then.accept(answer);
  }

  /** What was written in the last moment is told: the counts have it, and must fit the events. */
  private void expire(FromCall call) {
    Answer answer;
    synchronized (this) {
      if (!waiting.remove(call)) {
        return;
      }
      answer = call.ready().orElseGet(() -> result(List.of(), call.token));
    }
    call.then.accept(answer);
  }

  /**
   * {@code event.next}: waits for as long as it takes.
   *
   * @throws ApiFailure SESSION_NOT_REGISTERED
   */
  void next(String session, Consumer<Answer> then) {
    Optional<Answer> ready;
    synchronized (this) {
      legacy.requireRegistered(session);
      NextCall call = new NextCall(session, then);
      ready = call.ready();
      if (ready.isEmpty()) {
        waiting.add(call);
        return;
      }
    }
    then.accept(ready.get());
  }

  /** {@code event.get_current_id}: the id that the next event of {@code event.next} takes. */
  synchronized long currentId() {
    return legacy.nextId();
  }

  synchronized void register(String session, List<Subscription> subscriptions) {
    legacy.register(session, subscriptions);
  }

  synchronized void unregister(String session, List<Subscription> subscriptions) {
    legacy.unregister(session, subscriptions);
  }

  /**
   * {@code event.inject}: writes an object again as it is.
   *
   * @return the token of the moment before, after which the write is to be found
   * @throws ApiFailure HANDLE_INVALID
   */
  String inject(String type, String ref) {
    String before;
    boolean tell;
    synchronized (this) {
      before = new Token(log.generation(), 0).text();
      Change change =
          log.touch(type.toLowerCase(Locale.ROOT), ref)
              .orElseThrow(() -> ApiFailure.handleInvalid(type, ref));
      tell = !telling && waiting.stream().anyMatch(call -> call.concernedBy(change));
      telling |= tell;
    }
    if (tell) {
      schedule.after(Duration.ZERO, this::tell);
    }
    return before;
  }

  private Answer result(List<Value> events, Token token) {
    return new Answer.Success(Events.result(events, log.counts(subjects), token.text()));
  }

  /** A call that waits for something to happen. */
  private abstract static class Waiting {
    final String session;
    final Consumer<Answer> then;
    Schedule.Appointment timeout = () -> {};

    Waiting(String session, Consumer<Answer> then) {
      this.session = session;
      this.then = then;
    }

    boolean concernedBy(Change change) {
      return change.type().equals(SESSION)
          ? change.ref().equals(session)
          : wants(change.type(), change.ref());
    }

    abstract boolean wants(String type, String ref);

    /** Its answer, if there is something to be told. */
    abstract Optional<Answer> ready();
  }

  private final class FromCall extends Waiting {
    private final List<Subscription> subscriptions;
    private Token token;
    private long looked;

    private FromCall(
        String session, Consumer<Answer> then, List<Subscription> subscriptions, Token token) {
      super(session, then);
      this.subscriptions = subscriptions;
      this.token = token;
      this.looked = token.generation();
    }

    @Override
    boolean wants(String type, String ref) {
      return Subscription.any(subscriptions, type, ref);
    }

    @Override
    Optional<Answer> ready() {
      if (!log.has(SESSION, session)) {
        return Optional.of(ApiFailure.sessionInvalid(session).answer());
      }
      if (log.isLost(token.generation())) {
        return Optional.of(ApiFailure.eventsLost().answer());
      }
      EventLog.News news = log.since(looked, subscriptions);
      looked = Math.max(looked, log.generation());
      if (news.found()) {
        token = token.at(news.generation());
      }
      return news.events().isEmpty() ? Optional.empty() : Optional.of(result(news.events(), token));
    }
  }

  private final class NextCall extends Waiting {
    private NextCall(String session, Consumer<Answer> then) {
      super(session, then);
    }

    @Override
    boolean wants(String type, String ref) {
      return legacy.wants(session, type, ref);
    }

    @Override
    Optional<Answer> ready() {
      if (!log.has(SESSION, session)) {
        return Optional.of(ApiFailure.sessionInvalid(session).answer());
      }
      try {
        List<Value> events = legacy.read(session);
        return events.isEmpty()
            ? Optional.empty()
            : Optional.of(new Answer.Success(new Value.Array(events)));
      } catch (ApiFailure lost) {
        return Optional.of(lost.answer());
      }
    }
  }
}
