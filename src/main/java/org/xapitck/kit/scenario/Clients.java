package org.xapitck.kit.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;

/**
 * Several clients of one account that call at once, each in its own session. The sessions belong to
 * the wire: opened when first needed, closed after its last scenario.
 */
public final class Clients {
  /** 8: enough that calls overlap on any server, few enough that no server notices the load. */
  public static final int MOST = 8;

  private final ScenarioContext context;
  private final ApiCaller caller;
  private final ApiClient api;

  /** The clients of a scenario. */
  public Clients(Scenario scenario) {
    this(scenario.context(), scenario.caller());
  }

  Clients(ScenarioContext context, ApiCaller caller) {
    this.context = context;
    this.caller = caller;
    this.api = context.api();
  }

  /**
   * A call of one client.
   *
   * @param message of class task, without the class
   * @param own its parameters after the session
   */
  public record Turn(String message, List<Object> own) {
    public Turn {
      own = List.copyOf(own);
    }

    /** A call with these parameters. */
    public static Turn of(String message, Object... own) {
      return new Turn(message, List.of(own));
    }
  }

  /**
   * How many there are: {@value #MOST}, or fewer where fewer tasks may live, since each may make
   * one.
   *
   * @throws NotApplicable where the user lets calls begin so slowly that none would overlap
   * @throws PreconditionFailed where nothing may be written, so that no client is needed, or no
   *     account may change the tasks of another session
   */
  public int count() {
    if (!api.mayCall(MOST)) {
      throw new NotApplicable(new Reason.TooSlowForClients(MOST));
    }
    if (api.target().declared().withholds(TaskClass.CREATE)) {
      throw new PreconditionFailed(new Reason.MessageOutsideScope(TaskClass.CREATE));
    }
    return Math.min(MOST, api.ledger().admission().many());
  }

  /**
   * Lets each client make its calls one after the other, all clients at once. The exchanges are
   * noted by client, and of a client in the order of its calls, however they overlapped.
   *
   * @param turns the calls of a client, by its number from 0 on
   * @return the answers of each client
   */
  public List<List<Exchange>> atOnce(IntFunction<List<Turn>> turns) {
    List<String> sessions = sessions();
    List<List<Turn>> calls = IntStream.range(0, sessions.size()).mapToObj(turns).toList();
    calls.forEach(own -> own.forEach(turn -> caller.refuseToWrite(turn.message(), turn.own())));
    List<List<Exchange>> made =
        sessions.stream().<List<Exchange>>map(session -> new ArrayList<>()).toList();
    CyclicBarrier start = new CyclicBarrier(sessions.size());
    ExecutorService threads = Executors.newFixedThreadPool(sessions.size());
    try {
      List<Future<?>> running =
          IntStream.range(0, sessions.size())
              .<Future<?>>mapToObj(
                  client ->
                      threads.submit(
                          () -> {
                            await(start);
                            call(sessions.get(client), calls.get(client), made.get(client));
                          }))
              .toList();
      conclude(running, made);
    } finally {
      threads.shutdownNow();
    }
    return made.stream().map(List::copyOf).toList();
  }

  private void call(String session, List<Turn> turns, List<Exchange> made) {
    for (Turn turn : turns) {
      String method = TaskClass.method(turn.message());
      made.add(api.callIn(Purpose.JUDGED, session, method, turn.own()));
    }
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  /** Waits for all; what was answered is noted also where a client could not end. */
  private void conclude(List<Future<?>> all, List<List<Exchange>> made) {
    List<RuntimeException> broken = new ArrayList<>();
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        broken.add(
            e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run was interrupted", e);
      }
    }
    List<Exchange> exchanges = made.stream().flatMap(List::stream).toList();
    if (!exchanges.isEmpty()) {
      caller.notedAll(exchanges);
    }
    broken.stream()
        .findFirst()
        .ifPresent(
            cause ->
                Unavailable.orBlocked(
                    () -> {
                      throw cause;
                    }));
  }

  /** Their sessions; a login that gives none is blamed as the login of any scenario is. */
  private List<String> sessions() {
    int count = count();
    Account account = account();
    List<Exchange> logins = Unavailable.orBlocked(() -> api.clients(account, count));
    logins.stream().filter(login -> AnswerText.reference(login).isEmpty()).forEach(caller::noted);
    return logins.stream()
        .map(login -> (String) caller.reader().typed(login, ApiType.REF))
        .toList();
  }

  /** The strongest, which has to be allowed to change the tasks of other sessions. */
  private Account account() {
    Account strongest = caller.speaker().strongest();
    boolean weak =
        Role.of(strongest.name())
            .filter(role -> role.compareTo(Role.POOL_OPERATOR) < 0)
            .isPresent();
    return weak ? caller.speaker().accountOf(Role.POOL_OPERATOR) : strongest;
  }
}
