package org.xapitck.simulator.fault.alter;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.RpcEndpoint;

/**
 * Faults that show only when two clients of one user call at once. They do not depend on luck: if a
 * user has many sessions, a call waits until another of these sessions makes a similar one, and
 * both are answered together; a call that stays alone for too long gets the right answer. Whoever
 * has a few sessions never waits and never sees anything, nor does the oldest session of a user.
 */
public final class Meeting {
  /** 6: a run has one session of an account on each of three wires, and now and then one more. */
  private static final int CROWD = 6;

  private static final String LOGIN = "session.login_with_password";
  private static final String LOGOUT = "session.logout";

  private final RpcEndpoint.Api right;
  private final RightServer server;
  private final Place place;
  private final Pair pair;
  private final Map<String, String> users = new LinkedHashMap<>();
  private final Map<String, Waiting> waiting = new HashMap<>();

  /** A call that waits for another. */
  private record Waiting(Call call, Consumer<Answer> then) {}

  /** Two answers, to the call that waited and to the one that met it. */
  public record Answers(Answer first, Answer second) {}

  /** Answers two calls of different sessions that are in flight together. */
  @FunctionalInterface
  public interface Pair {
    /** What the altered server says to both. */
    Answers answer(Call first, Call second, RightServer server);
  }

  /**
   * Which calls meet.
   *
   * @param methods of these messages
   * @param key two calls meet where this is the same of both
   * @param patience how long a call waits for another; its end is no part of what is wrong
   */
  public record Place(Predicate<String> methods, Function<Call, String> key, Duration patience) {}

  private Meeting(RpcEndpoint.Api right, Place place, Pair pair) {
    this.right = right;
    this.server = new RightServer(right);
    this.place = place;
    this.pair = pair;
  }

  /** Two calls that meet there are answered by the pair. */
  public static Alteration at(Place place, Pair pair) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return new Meeting(right, place, pair)::call;
      }
    };
  }

  private void call(Call call, Consumer<Answer> then) {
    if (call.method().equals(LOGIN) || call.method().equals(LOGOUT)) {
      right.call(
          call,
          answer -> {
            note(call, answer);
            then.accept(answer);
          });
    } else if (place.methods().test(call.method()) && isOfCrowd(call)) {
      meet(call, then);
    } else {
      right.call(call, then);
    }
  }

  private synchronized void note(Call call, Answer answer) {
    if (!(answer instanceof Answer.Success success)) {
      return;
    }
    if (call.method().equals(LOGIN)) {
      users.put(Parameters.text(success.value()), Parameters.text(call, 0));
    } else {
      users.remove(Parameters.text(call, 0));
    }
  }

  private synchronized boolean isOfCrowd(Call call) {
    String session = Parameters.text(call, 0);
    List<String> ofUser =
        users.entrySet().stream()
            .filter(entry -> entry.getValue().equals(users.get(session)))
            .map(Map.Entry::getKey)
            .toList();
    return ofUser.size() >= CROWD && ofUser.indexOf(session) > 0;
  }

  private void meet(Call call, Consumer<Answer> then) {
    String key = call.method() + " " + place.key().apply(call);
    Waiting other;
    synchronized (this) {
      other = waiting.get(key);
      if (other != null && !isOfSameSession(other.call(), call)) {
        waiting.remove(key);
      } else if (other == null) {
        Waiting mine = new Waiting(call, then);
        waiting.put(key, mine);
        CompletableFuture.delayedExecutor(place.patience().toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> endWaiting(key, mine));
        return;
      }
    }
    if (isOfSameSession(other.call(), call)) {
      right.call(call, then);
      return;
    }
    Answers answers = pair.answer(other.call(), call, server);
    other.then().accept(answers.first());
    then.accept(answers.second());
  }

  private static boolean isOfSameSession(Call one, Call other) {
    return Parameters.text(one, 0).equals(Parameters.text(other, 0));
  }

  private void endWaiting(String key, Waiting mine) {
    boolean alone;
    synchronized (this) {
      alone = waiting.remove(key, mine);
    }
    if (alone) {
      right.call(mine.call(), mine.then());
    }
  }
}
