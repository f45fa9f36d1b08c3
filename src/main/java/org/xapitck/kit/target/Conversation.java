package org.xapitck.kit.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;
import org.xapitck.kit.wire.Wire;
import org.xapitck.kit.wire.WireClient;

/**
 * Everything the kit says to the server over one wire: sessions by account, calls, and the promise
 * that only tasks of the kit's own are changed. Safe for use by many threads.
 */
public final class Conversation implements AutoCloseable {
  private static final Set<String> STATES_OF_REST = Set.of("success", "failure", "cancelled");

  private final WireClient client;
  private final WireClient prober;
  private final Target target;
  private final Ledger ledger;
  private final Sessions sessions;
  private final Pulse pulse = new Pulse();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Map<Role, Optional<String>> doubts = new ConcurrentHashMap<>();

  /**
   * A conversation.
   *
   * @param client of the wire; closed with this
   * @param prober of the same wire with a short time-out, to ask whether anybody is there; closed
   *     with this
   * @param originator a name for the run's sessions that tells them from other clients'
   * @param secret told every session reference, so that no output shows it
   */
  public Conversation(
      WireClient client,
      WireClient prober,
      Target target,
      Ledger ledger,
      String originator,
      Consumer<String> secret) {
    this.client = client;
    this.prober = prober;
    this.target = target;
    this.ledger = ledger;
    this.sessions = new Sessions(this::callBare, originator, secret);
  }

  /** The wire that is spoken. */
  public Wire wire() {
    return client.wire();
  }

  /** The server spoken to. */
  public Target target() {
    return target;
  }

  /** The tasks of this run. */
  public Ledger ledger() {
    return ledger;
  }

  /** Calls made so far. */
  public int calls() {
    return calls.get();
  }

  /** Whether the server has stopped answering. */
  public boolean gone() {
    return pulse.gone();
  }

  /** Logs in apart from the run's sessions. */
  public Exchange login(String username, String password) {
    return sessions.loginApart(username, password);
  }

  /** The answer to the one login of an account. */
  public Exchange loginOf(Account account) {
    return sessions.loginOf(account);
  }

  /**
   * The session of an account.
   *
   * @throws NoSession where the server gives none
   */
  public String session(Account account) {
    return sessions.of(account);
  }

  /**
   * Calls a message in the session of an account.
   *
   * @param message the full name
   * @param own the parameters that follow the session
   */
  public Exchange call(Account account, String message, List<?> own) {
    return callIn(session(account), message, own);
  }

  /**
   * Calls a message in a session.
   *
   * @param session any text
   * @throws ServerGone where the server has stopped answering
   */
  public Exchange callIn(String session, String message, List<?> own) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(session);
    parameters.addAll(own);
    return callBare(message, parameters);
  }

  /** Calls a message with exactly these parameters. */
  public Exchange callBare(String message, List<?> parameters) {
    if (pulse.gone()) {
      throw new ServerGone("the server has stopped answering on " + wire());
    }
    refuseToTouchOthers(message, parameters);
    Exchange exchange = counted(client.call(message, parameters));
    if (pulse.probeDue(exchange.answered())) {
      probe();
    }
    return exchange;
  }

  /** Asks whether the server still answers at all; where it does not, no further call is made. */
  public void probe() {
    if (counted(prober.call("system.listMethods", List.of())).answered()) {
      pulse.probeDue(true);
    } else {
      pulse.stopped();
    }
  }

  /** Reads a value as a type of the API in the form of this wire. */
  public Object read(ApiType type, Value value) {
    return client.read(type, value);
  }

  /**
   * Why the account of a role does not look like one of that role; empty where it does or the
   * server does not tell.
   */
  public Optional<String> doubt(Role role) {
    return doubts.computeIfAbsent(role, this::examine);
  }

  private Optional<String> examine(Role role) {
    Account account = target.accounts().of(role).orElseThrow();
    String session = session(account);
    if (callIn(session, "session.get_is_local_superuser", List.of(session)).answer()
            instanceof Answer.Success superuser
        && superuser.value() instanceof Value.Bool bool
        && bool.truth()) {
      return Optional.of("the account given for " + role + " is a local superuser");
    }
    if (callIn(session, "session.get_rbac_permissions", List.of(session)).answer()
            instanceof Answer.Success answer
        && answer.value() instanceof Value.Array array
        && !array.elements().isEmpty()) {
      boolean mayAny = array.elements().contains(new Value.Text("task.destroy/any"));
      boolean mayExtend = array.elements().contains(new Value.Text("host.call_extension"));
      if (mayAny != role.atLeast(Role.POOL_OPERATOR)
          || mayExtend != role.atLeast(Role.POOL_ADMIN)) {
        return Optional.of(
            "the account given for "
                + role
                + " has "
                + (mayExtend ? "pool-admin's" : mayAny ? "pool-operator's" : "a lower role's")
                + " permissions");
      }
    }
    return Optional.empty();
  }

  /**
   * Completes and destroys a task of the kit's.
   *
   * @return whether the server no longer knows it
   */
  public boolean dispose(Ledger.Entry entry) {
    if (pulse.gone()) {
      return false;
    }
    Account account = entry.maker();
    if (destroyed(account, entry.ref()) || destroyed(target.accounts().strongest(), entry.ref())) {
      ledger.gone(entry.ref());
      return true;
    }
    return false;
  }

  private boolean destroyed(Account account, String ref) {
    try {
      Exchange status = call(account, "task.set_status", List.of(ref, "success"));
      if (isUnknown(status.answer())) {
        return true;
      }
      Answer answer = call(account, "task.destroy", List.of(ref)).answer();
      return answer instanceof Answer.Success || isUnknown(answer);
    } catch (NoSession | ServerGone e) {
      return false;
    }
  }

  /** Whether a status is one that a task does not leave by itself. */
  public static boolean isFinal(String status) {
    return STATES_OF_REST.contains(status);
  }

  /** Whether an answer says that a reference is of no task. */
  public static boolean isUnknown(Answer answer) {
    return answer instanceof Answer.Failure failure && failure.code().equals("HANDLE_INVALID");
  }

  private Exchange counted(Exchange exchange) {
    calls.incrementAndGet();
    return exchange;
  }

  /**
   * The second worst that a kit can do is to harm the server: a foreign task is never changed,
   * whoever asks.
   */
  private void refuseToTouchOthers(String message, List<?> parameters) {
    String name = message.startsWith("task.") ? message.substring("task.".length()) : message;
    boolean changes =
        name.startsWith("set_")
            || name.startsWith("add_to_")
            || name.startsWith("remove_from_")
            || name.equals("cancel")
            || name.equals("destroy");
    if (changes
        && message.startsWith("task.")
        && parameters.size() > 1
        && parameters.get(1) instanceof String ref
        && !ledger.owns(ref)) {
      throw new IllegalStateException(message + " about a task that the kit did not make: " + ref);
    }
  }

  /** Disposes of every task made over this wire, logs out every session, and closes the client. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (!pulse.gone()) {
      ledger.live(wire()).forEach(this::dispose);
      sessions.logOutAll();
    }
    client.close();
    prober.close();
  }
}
