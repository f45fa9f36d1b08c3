package org.xapitck.kit.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerUnusable;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;

/** The only way in which a task comes to be: intent first, then the call, then the reference. */
final class TaskCreation {
  private final Wire wire;
  private final ClientContext common;
  private final SessionPool sessions;
  private final Function<Call, Exchange> caller;

  TaskCreation(
      Wire wire, ClientContext common, SessionPool sessions, Function<Call, Exchange> caller) {
    this.wire = wire;
    this.common = common;
    this.sessions = sessions;
    this.caller = caller;
  }

  /**
   * Makes a task of a client's.
   *
   * @throws LedgerUnusable before anything is sent, where the intent cannot be kept
   */
  Exchange create(Call call) {
    return make(
        call,
        mark(call.parameters()),
        ref -> false,
        ref -> Ledger.Entry.created(ref, maker(call.parameters()), wire));
  }

  /**
   * Has the server make a task of its own, which can carry no mark.
   *
   * @param before tasks that were there before; none of them is new, whatever the answer says
   * @throws LedgerUnusable as {@link #create} does
   */
  Exchange start(Call call, Set<String> before) {
    return make(
        call,
        "",
        ref -> before.contains(ref) || common.ledger().owns(ref),
        ref -> Ledger.Entry.started(ref, maker(call.parameters()), wire));
  }

  private Exchange make(
      Call call, String mark, Predicate<String> old, Function<String, Ledger.Entry> entry) {
    Ledger.Intent intent = common.ledger().intend(mark, wire);
    Exchange exchange;
    try {
      exchange = caller.apply(call);
    } catch (RuntimeException e) {
      intent.unknown();
      throw e;
    }
    conclude(intent, exchange, old, entry);
    return exchange;
  }

  private void conclude(
      Ledger.Intent intent,
      Exchange exchange,
      Predicate<String> old,
      Function<String, Ledger.Entry> entry) {
    Optional<String> ref = AnswerText.reference(exchange);
    if (exchange.answer() instanceof Answer.Failure) {
      intent.refused();
    } else if (ref.isEmpty()) {
      intent.unknown();
    } else if (old.test(ref.get()) || common.ledger().isForeign(ref.get()) || isSecret(ref.get())) {
      // the answer is wrong, and whatever was made in truth is found by its mark
      common.ledger().foreign(List.of(ref.get()));
      intent.unknown();
    } else {
      intent.made(entry.apply(ref.get()));
    }
  }

  /** A session reference or a password must never reach the ledger's file. */
  private boolean isSecret(String ref) {
    return !common.secrets().mask(ref).equals(ref);
  }

  private Account maker(List<?> parameters) {
    return parameters.stream()
        .limit(1)
        .filter(String.class::isInstance)
        .flatMap(session -> sessions.accountOf((String) session).stream())
        .findFirst()
        .orElseGet(() -> common.target().accounts().strongest());
  }

  private static String mark(List<?> parameters) {
    return parameters.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> RunMark.runOf(text).isPresent())
        .findFirst()
        .orElse("");
  }
}
