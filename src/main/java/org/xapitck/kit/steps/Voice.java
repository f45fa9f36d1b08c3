package org.xapitck.kit.steps;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Ledger;
import org.xapitck.kit.target.LedgerUnusable;
import org.xapitck.kit.target.NoSession;
import org.xapitck.kit.target.Role;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.ServerGone;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.target.TaskSource;
import org.xapitck.kit.target.Withheld;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Call.Purpose;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.WrongType;

/** Whoever speaks in a scenario: calls in the session of an account, and what that made. */
final class Voice {
  private final Stage stage;
  private final Conversation conversation;
  private final Custody custody;
  private Account speaker;

  /** The strongest account speaks until another is named. */
  Voice(Stage stage) {
    this.stage = stage;
    this.conversation = stage.conversation();
    this.custody = new Custody(stage);
    this.speaker = conversation.target().accounts().strongest();
  }

  void speakAs(Role role) {
    boolean roleMatrix =
        stage.notes().requirements().stream()
            .anyMatch(requirement -> requirement.endsWith(".role"));
    speaker = roleMatrix ? accountOf(role) : accountOfOrRoot(role);
  }

  void speakAs(Account account) {
    speaker = account;
  }

  /** Root counts as pool-admin everywhere but in the role matrix. */
  Account accountOfOrRoot(Role role) {
    boolean rootWillDo =
        role == Role.POOL_ADMIN && conversation.target().accounts().of(role).isEmpty();
    return rootWillDo
        ? conversation.target().accounts().root().orElseThrow(() -> noAccount(role))
        : accountOf(role);
  }

  private RuntimeException noAccount(Role role) {
    return conversation.target().declared().has(role.id())
        ? new Blocked("no account for the role " + role)
        : new Inapplicable(
            "the role "
                + role
                + " is outside the declared scope, which is "
                + conversation.target().declared().words());
  }

  private Account accountOf(Role role) {
    Account account = conversation.target().accounts().of(role).orElseThrow(() -> noAccount(role));
    Optional<String> doubt = orBlocked(() -> conversation.doubt(role));
    if (doubt.isPresent()) {
      throw new Blocked(doubt.get());
    }
    return account;
  }

  Account speaker() {
    return speaker;
  }

  boolean speakerMayWriteAnyMap() {
    return Role.of(speaker.name()).map(role -> role.atLeast(Role.POOL_OPERATOR)).orElse(true);
  }

  /** Calls a message of class task in the speaker's session. */
  Exchange call(String message, Object... own) {
    return callAs(speaker, message, own);
  }

  Exchange callAs(Account account, String message, Object... own) {
    if (message.equals("create")) {
      custody.beforeCreate(own);
    }
    String session = orBlocked(() -> conversation.session(account));
    return callIn(session, message, List.of(own));
  }

  Exchange callIn(String session, String message, List<?> own) {
    Purpose purpose = stage.notes().preparing() ? Purpose.AUXILIARY : Purpose.JUDGED;
    return callIn(purpose, session, message, own);
  }

  /** Reads what a later step compares with; this answer itself is not judged. */
  Exchange look(String message, Object... own) {
    String session = orBlocked(() -> conversation.session(speaker));
    return callIn(Purpose.AUXILIARY, session, message, List.of(own));
  }

  private Exchange callIn(Purpose purpose, String session, String message, List<?> own) {
    Exchange exchange =
        noted(orBlocked(() -> conversation.callIn(purpose, session, "task." + message, own)));
    custody.called(message, own, exchange.answer() instanceof Answer.Success);
    return exchange;
  }

  /**
   * Starts work on the server.
   *
   * @return the answer, and the task that it names where that is new; disposed of at the end
   */
  Started start(TaskSource source) {
    List<Object> own = source.arguments(source.needsHost() ? host() : "");
    Exchange exchange = noted(orBlocked(() -> conversation.start(speaker, source.message(), own)));
    Optional<Ledger.Entry> task =
        Said.reference(exchange)
            .flatMap(conversation.ledger()::find)
            .filter(Ledger.Entry::serverRun);
    task.ifPresent(entry -> custody.started(entry, source));
    return new Started(exchange.answer(), task.map(Ledger.Entry::ref));
  }

  /** What came of a source. */
  record Started(Answer answer, Optional<String> ref) {}

  /** Is done with the tasks that were started. */
  void endStarted() {
    custody.endServerRun();
  }

  /** The host that serves the session, which is up; the first of all where the server is silent. */
  private String host() {
    String session = orBlocked(() -> conversation.session(speaker));
    return Said.reference(asked("session.get_this_host", session))
        .or(
            () ->
                ((Collection<?>) typed(asked("host.get_all"), ApiType.STRING_SET))
                    .stream().findFirst().map(String.class::cast))
        .orElseThrow(() -> new Blocked("the server tells no host for " + TaskSource.HOST));
  }

  private Exchange asked(String message, Object... own) {
    return noted(orBlocked(() -> conversation.call(speaker, message, List.of(own))));
  }

  /**
   * Notes an exchange of the scenario. Silence is never blamed: a lost connection or a busy server
   * looks just like it, and a must that is not testable keeps a silent server from conformance.
   */
  Exchange noted(Exchange exchange) {
    stage.notes().add(exchange);
    if (!exchange.answered()) {
      throw new Blocked(Said.of(exchange.answer()) + "  (" + exchange.method() + ")");
    }
    if (exchange.method().endsWith("task.create")) {
      Said.reference(exchange).ifPresent(this::keep);
    }
    refuseIllegible(exchange);
    return exchange;
  }

  /**
   * What cannot be read is blamed once, by the wire's own rule, and says nothing of the message.
   */
  private static void refuseIllegible(Exchange exchange) {
    if (exchange.answer() instanceof Answer.Malformed && !exchange.violations().isEmpty()) {
      throw new Blocked(
          "the answer to "
              + exchange.method()
              + " cannot be read; "
              + exchange.violations().get(0).rule()
              + " judges that");
    }
  }

  private void keep(String ref) {
    if (conversation.ledger().isForeign(ref)) {
      throw new Breach(
          "the reference of a new task",
          "one that is no task of this run: " + ref + "  (task.create)");
    }
    conversation.ledger().find(ref).ifPresent(custody::made);
  }

  void disposeOfAll() {
    custody.end();
  }

  /** A pending task of the speaker's that another scenario left as it found it. */
  Optional<Stock.Item> borrow() {
    return custody.borrow(speaker);
  }

  <T> T orBlocked(Supplier<T> call) {
    try {
      return call.get();
    } catch (NoSession | ServerGone | LedgerUnusable | Withheld e) {
      throw new Blocked(e.getMessage());
    }
  }

  /**
   * The value of a successful answer as a type of the API; a Breach where the call failed or the
   * type is another.
   */
  Object typed(Exchange exchange, ApiType type) {
    if (exchange.answer() instanceof Answer.Success success) {
      return typed(success.value(), type, exchange.method());
    }
    throw new Breach("Success", Said.of(exchange.answer()) + "  (" + exchange.method() + ")");
  }

  Object typed(Value value, ApiType type, String of) {
    try {
      return conversation.read(type, value);
    } catch (WrongType e) {
      throw new Breach(e.expected(), e.actual() + "  (" + of + ")");
    }
  }
}
