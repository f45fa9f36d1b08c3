package org.xapitck.kit.target;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.Wire;

/**
 * How a task that the server runs comes to its end: by asking it to stop. Neither a status is set
 * over running work nor is its task destroyed, for both would hide the work from everybody.
 */
final class ServerRunEnd {
  private final Wire wire;
  private final Common common;
  private final Disposal.Caller caller;

  ServerRunEnd(Wire wire, Common common, Disposal.Caller caller) {
    this.wire = wire;
    this.common = common;
    this.caller = caller;
  }

  /**
   * Tasks that came with this one: it lists them, they name it, and none of them is known as
   * another's. The ledger knows them from now on.
   */
  List<Ledger.Entry> parts(Account account, Ledger.Entry whole) {
    Ledger ledger = common.ledger();
    List<Ledger.Entry> parts =
        Told.texts(value(account, "task.get_subtasks", whole.ref())).stream()
            .filter(ref -> !ledger.owns(ref) && !ledger.isForeign(ref))
            .filter(ref -> pointsTo(account, ref, whole.ref()))
            .map(ref -> Ledger.Entry.started(ref, account, wire))
            .toList();
    parts.forEach(ledger::found);
    return parts;
  }

  private boolean pointsTo(Account account, String part, String whole) {
    return value(account, "task.get_subtask_of", part)
        .filter(new Value.Text(whole)::equals)
        .isPresent();
  }

  /** Asks a task to stop that has not ended; the last look at it. */
  Answer stopped(Account account, Ledger.Entry entry) {
    Answer status = status(account, entry);
    if (!isRunning(status)) {
      return status;
    }
    caller.call(account, "task.cancel", List.of(entry.ref()));
    return common.stopping().await(() -> status(account, entry), answer -> !isRunning(answer));
  }

  private Answer status(Account account, Ledger.Entry entry) {
    return caller.call(account, "task.get_status", List.of(entry.ref())).answer();
  }

  /** Where no status is to be had there is nothing to wait for. */
  static boolean isRunning(Answer status) {
    return Told.value(status)
        .filter(value -> value instanceof Value.Text text && !Told.isFinal(text.text()))
        .isPresent();
  }

  private Optional<Value> value(Account account, String message, String ref) {
    return Told.value(caller.call(account, message, List.of(ref)).answer());
  }
}
