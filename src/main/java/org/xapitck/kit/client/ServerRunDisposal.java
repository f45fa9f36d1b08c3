package org.xapitck.kit.client;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.Stay;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;

/**
 * How a task that the server runs comes to its end: by asking it to stop. Neither a status is set
 * over running work nor is its task destroyed, for both would hide the work from everybody.
 */
final class ServerRunDisposal {
  private final Wire wire;
  private final ClientContext common;
  private final TaskDisposal.Caller caller;
  private final TaskDisposal.Reader reader;
  private final Set<String> givenUp = ConcurrentHashMap.newKeySet();

  ServerRunDisposal(
      Wire wire, ClientContext common, TaskDisposal.Caller caller, TaskDisposal.Reader reader) {
    this.wire = wire;
    this.common = common;
    this.caller = caller;
    this.reader = reader;
  }

  /** Ends a task and its parts; whether the server no longer knows it. */
  boolean dispose(Ledger.Entry whole) {
    Account account = common.target().accounts().strongest();
    Set<String> parts = new LinkedHashSet<>(parts(account, whole.ref()));
    Exchange last = stopped(account, whole.ref());
    Answer end = last.answer();
    if (!isOver(end)) {
      if (last.answered()) {
        common.ledger().stays(whole.ref(), new Stay(Stay.State.RUNS, end));
      }
      return false;
    }
    // some come late, and when the whole is gone nobody names them any more
    parts.addAll(parts(account, whole.ref()));
    List<Ledger.Entry> noted =
        parts.stream().map(part -> Ledger.Entry.started(part, account, wire)).toList();
    noted.forEach(common.ledger()::found);
    boolean gone = ErrorCodes.isUnknown(end) || isDestroyed(account, whole.ref());
    if (gone) {
      common.ledger().gone(whole.ref());
    }
    noted.forEach(this::dispose);
    return gone;
  }

  /**
   * Tasks that came with this one: it lists them, they name it, they are not older, and none of
   * them is known as another's.
   */
  private List<String> parts(Account account, String whole) {
    Ledger ledger = common.ledger();
    return ErrorCodes.texts(value(account, TaskClass.GET_SUBTASKS, whole)).stream()
        .filter(ref -> !ledger.owns(ref) && !ledger.isForeign(ref))
        .filter(ref -> isPart(account, ref, whole))
        .toList();
  }

  private boolean isPart(Account account, String part, String whole) {
    boolean pointsBack =
        value(account, TaskClass.GET_SUBTASK_OF, part)
            .filter(new Value.Text(whole)::equals)
            .isPresent();
    return pointsBack && isNotOlder(created(account, part), created(account, whole));
  }

  /** A task whose time is not known may be anybody's. */
  private static boolean isNotOlder(Optional<Instant> part, Optional<Instant> whole) {
    return part.isPresent() && whole.isPresent() && !part.get().isBefore(whole.get());
  }

  private Optional<Instant> created(Account account, String ref) {
    return value(account, TaskClass.GET_CREATED, ref).flatMap(this::time);
  }

  private Optional<Instant> time(Value value) {
    try {
      return Optional.of((Instant) reader.read(ApiType.DATETIME, value));
    } catch (WrongType unreadable) {
      return Optional.empty();
    }
  }

  /** Asks a task to stop that has not ended, once and with some patience; the last look at it. */
  private Exchange stopped(Account account, String ref) {
    Exchange status = status(account, ref);
    if (isOver(status.answer()) || !givenUp.add(ref)) {
      return status;
    }
    caller.call(account, TaskClass.CANCEL, List.of(ref));
    return common.stopLimit().await(() -> status(account, ref), last -> isOver(last.answer()));
  }

  private Exchange status(Account account, String ref) {
    return caller.call(account, TaskClass.GET_STATUS, List.of(ref));
  }

  /** Only where the server says so: work whose status cannot be read may still run. */
  private static boolean isOver(Answer status) {
    return ErrorCodes.isUnknown(status)
        || ErrorCodes.value(status)
            .filter(value -> value instanceof Value.Text text && TaskClass.isFinal(text.text()))
            .isPresent();
  }

  private boolean isDestroyed(Account account, String ref) {
    Exchange exchange = caller.call(account, TaskClass.DESTROY, List.of(ref));
    boolean destroyed =
        exchange.answer() instanceof Answer.Success || ErrorCodes.isUnknown(exchange.answer());
    if (!destroyed && exchange.answered()) {
      common.ledger().stays(ref, new Stay(Stay.State.ENDED, exchange.answer()));
    }
    return destroyed;
  }

  private Optional<Value> value(Account account, String message, String ref) {
    return ErrorCodes.value(caller.call(account, message, List.of(ref)).answer());
  }
}
