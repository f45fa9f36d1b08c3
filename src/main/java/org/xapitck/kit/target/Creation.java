package org.xapitck.kit.target;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.Wire;

/** The only way in which a task comes to be: intent first, then the call, then the reference. */
final class Creation {
  private static final String MESSAGE = "task.create";

  private final Wire wire;
  private final Common common;
  private final Sessions sessions;

  Creation(Wire wire, Common common, Sessions sessions) {
    this.wire = wire;
    this.common = common;
    this.sessions = sessions;
  }

  /**
   * Calls create.
   *
   * @throws LedgerUnusable before anything is sent, where the intent cannot be kept
   */
  Exchange call(List<?> parameters, BiFunction<String, List<?>, Exchange> caller) {
    Ledger.Intent intent = common.ledger().intend(mark(parameters), wire);
    Exchange exchange;
    try {
      exchange = caller.apply(MESSAGE, parameters);
    } catch (RuntimeException e) {
      intent.unknown();
      throw e;
    }
    conclude(intent, exchange.answer(), parameters);
    return exchange;
  }

  private void conclude(Ledger.Intent intent, Answer answer, List<?> parameters) {
    Optional<String> ref = reference(answer);
    if (answer instanceof Answer.Failure) {
      intent.refused();
    } else if (ref.isEmpty()) {
      intent.unknown();
    } else if (common.ledger().isForeign(ref.get()) || isSecret(ref.get())) {
      // the answer is wrong, and whatever was made in truth is found by its mark
      common.ledger().foreign(List.of(ref.get()));
      intent.unknown();
    } else {
      intent.made(new Ledger.Entry(ref.get(), maker(parameters), wire));
    }
  }

  private static Optional<String> reference(Answer answer) {
    return answer instanceof Answer.Success success
            && success.value() instanceof Value.Text text
            && !text.text().isEmpty()
        ? Optional.of(text.text())
        : Optional.empty();
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
        .filter(text -> Mark.runOf(text).isPresent())
        .findFirst()
        .orElse("");
  }
}
