package org.xapitck.kit.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.LedgerNotes;
import org.xapitck.kit.ledger.MarkedTask;
import org.xapitck.kit.ledger.Stay;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.ClientFault;

/**
 * How the kit's tasks end: a pending one is completed first, because many servers let go of
 * completed ones only.
 */
public final class TaskDisposal {
  private final Wire wire;
  private final ClientContext common;
  private final Caller caller;
  private final ServerRunDisposal serverRun;
  private volatile boolean swept;

  /** Calls a message in the session of an account, also after the run was broken off. */
  @FunctionalInterface
  interface Caller {
    Exchange call(Account account, String message, List<?> own);
  }

  /** Reads a value as a type of the API in the form of the wire. */
  @FunctionalInterface
  interface Reader {
    Object read(ApiType type, Value value);
  }

  TaskDisposal(Wire wire, ClientContext common, Caller caller, Reader reader) {
    this.wire = wire;
    this.common = common;
    this.caller = caller;
    this.serverRun = new ServerRunDisposal(wire, common, caller, reader);
  }

  /**
   * Completes and destroys a task of the kit's, also after the run was broken off.
   *
   * @return whether the server no longer knows it
   */
  public boolean dispose(Ledger.Entry entry) {
    if (common.ledger().find(entry.ref()).isEmpty()) {
      return true;
    }
    if (entry.serverRun()) {
      return endedByServer(entry);
    }
    if (destroyed(entry.maker(), entry.ref()) || destroyed(strongest(), entry.ref())) {
      common.ledger().gone(entry.ref());
      return true;
    }
    return false;
  }

  private boolean endedByServer(Ledger.Entry entry) {
    try {
      return serverRun.dispose(entry);
    } catch (NoSession | ServerGone | OutsideScope | ClientFault e) {
      return false;
    }
  }

  /** Disposes of every task made over this wire, and of those of the run that no answer told of. */
  void disposeOfAll() {
    // those first that go at once: the end of a run may be short of time
    Stream.of(false, true)
        .flatMap(late -> common.ledger().live(wire).stream().filter(e -> e.serverRun() == late))
        .forEach(this::dispose);
    List<Ledger.Entry> more = marked();
    more.forEach(this::dispose);
    if (!more.isEmpty()) {
      // what the server still lists after it said that it is gone counts as left
      marked();
    }
  }

  /**
   * Takes over the tasks of an older run, to be disposed of when the client is closed. Where the
   * server shows that a reference is of a task without the run's mark, it is left alone, unless the
   * task was made without one.
   *
   * @return how many were left alone
   */
  public int adopt(LedgerNotes notes) {
    Optional<Map<String, Value>> records = records();
    int others = 0;
    for (String ref : notes.live()) {
      Optional<Value> record = records.map(all -> all.get(ref));
      boolean ofAnother =
          record.isPresent()
              && notes.isMarked(ref)
              && MarkedTask.of(ref, record.get()).filter(this::isOfRun).isEmpty();
      if (ofAnother) {
        others++;
      } else {
        common.ledger().adopt(new Ledger.Entry(ref, strongest(), wire, notes.isServerRun(ref)));
      }
    }
    return others;
  }

  /**
   * Tasks with the run's mark that the ledger does not know: a wrong server made them unasked, or
   * an answer was lost.
   */
  private List<Ledger.Entry> marked() {
    Optional<List<MarkedTask>> tasks = markedTasks();
    swept = swept || tasks.isPresent();
    return tasks.orElse(List.of()).stream()
        .filter(this::isOfRun)
        .map(MarkedTask::ref)
        .filter(ref -> common.ledger().find(ref).isEmpty() && !common.ledger().isForeign(ref))
        .map(
            ref -> {
              Ledger.Entry entry = Ledger.Entry.created(ref, strongest(), wire);
              common.ledger().found(entry);
              return entry;
            })
        .toList();
  }

  /** Tasks with a mark of the kit's, of whichever run; empty where the server does not tell. */
  public Optional<List<MarkedTask>> markedTasks() {
    return records()
        .map(
            records ->
                records.entrySet().stream()
                    .flatMap(record -> MarkedTask.of(record.getKey(), record.getValue()).stream())
                    .toList());
  }

  /** Completes and destroys a task with a mark of the kit's; whether it is gone then. */
  public boolean dispose(MarkedTask task) {
    Ledger.Entry entry = Ledger.Entry.created(task.ref(), strongest(), wire);
    common.ledger().adopt(entry);
    return dispose(entry);
  }

  private boolean isOfRun(MarkedTask task) {
    return task.run().equals(common.mark().run());
  }

  /** Whether the server told, at the end, which tasks carry the run's mark. */
  public boolean swept() {
    return swept;
  }

  private Optional<Map<String, Value>> records() {
    try {
      return caller.call(strongest(), TaskClass.GET_ALL_RECORDS, List.of()).answer()
                  instanceof Answer.Success success
              && success.value() instanceof Value.Struct struct
          ? Optional.of(struct.members())
          : Optional.empty();
    } catch (NoSession | ServerGone | OutsideScope | ClientFault e) {
      return Optional.empty();
    }
  }

  private boolean destroyed(Account account, String ref) {
    try {
      Exchange status = caller.call(account, TaskClass.SET_STATUS, List.of(ref, "success"));
      if (ErrorCodes.isUnknown(status.answer())) {
        return true;
      }
      Answer answer = caller.call(account, TaskClass.DESTROY, List.of(ref)).answer();
      if (answer instanceof Answer.Success || ErrorCodes.isUnknown(answer)) {
        return true;
      }
      // a pending task may be let go later
      if (status.answer() instanceof Answer.Success && answer instanceof Answer.Failure) {
        common.ledger().stays(ref, new Stay(state(account, ref), answer));
      }
      return false;
    } catch (NoSession | ServerGone | OutsideScope | ClientFault e) {
      return false;
    }
  }

  /** How a task is that set_status ended and that stays, as the last account to ask sees it. */
  private Stay.State state(Account account, String ref) {
    boolean pending =
        account.equals(strongest())
            && caller.call(account, TaskClass.GET_STATUS, List.of(ref)).answer()
                instanceof Answer.Success success
            && success.value().equals(new Value.Text(TaskClass.PENDING));
    return pending ? Stay.State.STILL_PENDING : Stay.State.ENDED;
  }

  private Account strongest() {
    return common.target().accounts().strongest();
  }
}
