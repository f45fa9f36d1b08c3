package org.xapitck.kit.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.redaction.Secrets;

/**
 * One session per account on one wire, opened when first needed, and those that scenarios open
 * apart; all are known until they are closed. A refused login is kept as well: repeating it would
 * lock the account on many directories. One that got no answer is repeated once, when the server
 * answers again.
 */
final class SessionPool {
  /** Clients announce the version of the API that they know; no server uses it. */
  private static final String API_VERSION = "1.0";

  private static final String LOGIN = "session.login_with_password";

  private final Function<Call, Exchange> caller;
  private final Function<Supplier<Exchange>, Exchange> repeater;
  private final String originator;
  private final Secrets secrets;
  private final Map<Account, Exchange> logins = new ConcurrentHashMap<>();
  private final Map<String, Account> open = new ConcurrentHashMap<>();
  private final List<Exchange> clients = new ArrayList<>();

  /**
   * A pool without a session.
   *
   * @param repeater makes a call that got no answer once more
   */
  SessionPool(
      Function<Call, Exchange> caller,
      Function<Supplier<Exchange>, Exchange> repeater,
      String originator,
      Secrets secrets) {
    this.caller = caller;
    this.repeater = repeater;
    this.originator = originator;
    this.secrets = secrets;
  }

  /** The answer to the one login of this account. */
  Exchange loginOf(Account account) {
    return logins.computeIfAbsent(
        account,
        key -> repeater.apply(() -> login(Purpose.AUXILIARY, key, originator + "/" + key.name())));
  }

  /** The session of the account; {@link NoSession} where the server gives none. */
  String of(Account account) {
    Exchange login = loginOf(account);
    return AnswerText.reference(login)
        .orElseThrow(
            () ->
                new NoSession(
                    new Reason.LoginFailed(account.toString(), AnswerText.of(login.answer()))));
  }

  /** Logs in apart from the run's sessions; the answer is judged. */
  Exchange loginApart(String username, String password) {
    return login(Purpose.JUDGED, new Account("apart", username, password), originator + "/apart");
  }

  /** The same with a password that should be refused, for which a directory may take its time. */
  Exchange loginWrongly(String username, String password) {
    return login(
        Purpose.JUDGED_IN_PATIENCE,
        new Account("apart", username, password),
        originator + "/apart");
  }

  /**
   * The answers to the logins of several clients of one account, made once; no more than are asked
   * for, and none after one that gave no session.
   */
  synchronized List<Exchange> clients(Account account, int count) {
    while (clients.size() < count && clients.stream().allMatch(SessionPool::isSession)) {
      String name = originator + "/client-" + (clients.size() + 1);
      clients.add(repeater.apply(() -> login(Purpose.AUXILIARY, account, name)));
    }
    return List.copyOf(clients.subList(0, Math.min(count, clients.size())));
  }

  private static boolean isSession(Exchange login) {
    return AnswerText.reference(login).isPresent();
  }

  /** The sessions of these clients that are still open; nobody has one of them any more. */
  synchronized List<String> takeClients() {
    List<String> sessions =
        clients.stream()
            .flatMap(login -> AnswerText.reference(login).stream())
            .filter(open::containsKey)
            .toList();
    clients.clear();
    return sessions;
  }

  private Exchange login(Purpose purpose, Account account, String name) {
    List<String> parameters = List.of(account.username(), account.password(), API_VERSION, name);
    Exchange exchange = caller.apply(new Call(LOGIN, parameters, purpose));
    // releases before tampa take three parameters, the first ones two
    for (int count = 3; count >= 2 && takesFewer(exchange); count--) {
      exchange = caller.apply(new Call(LOGIN, parameters.subList(0, count), purpose));
    }
    AnswerText.reference(exchange)
        .ifPresent(
            session -> {
              secrets.add(session, "SESSION_" + account.name());
              open.put(session, account);
            });
    return exchange;
  }

  /** The account whose session this is, if it is one of the kit's that is open. */
  Optional<Account> accountOf(String session) {
    return Optional.ofNullable(open.get(session));
  }

  /** Notes that a session was closed. */
  void closed(String session) {
    open.remove(session);
  }

  private static boolean takesFewer(Exchange exchange) {
    return exchange.answer() instanceof Answer.Failure failure
        && failure.code().equals("MESSAGE_PARAMETER_COUNT_MISMATCH");
  }

  /** Every session that is still open. */
  List<String> allOpen() {
    return List.copyOf(open.keySet());
  }
}
