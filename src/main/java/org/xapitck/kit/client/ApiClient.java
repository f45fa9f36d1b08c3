package org.xapitck.kit.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.ClientFault;
import org.xapitck.kit.wire.WireClient;

/**
 * All communication with the server over one wire: sessions by account, calls, and the guarantee
 * that the kit changes only its own tasks. Safe for use by many threads.
 */
public final class ApiClient implements AutoCloseable {
  private final WireClient client;
  private final GuardedClient line;
  private final ClientContext common;
  private final SessionPool sessions;
  private final TaskCreation creation;
  private final TaskDisposal disposal;
  private final AtomicReference<Reason> brokenOff = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final RoleDoubts roleDoubts = new RoleDoubts(this);

  /**
   * A client of one wire.
   *
   * @param client of the wire; closed with this
   * @param prober of the same wire with a short time-out, to ask whether anybody is there; closed
   *     with this
   * @param common what it shares with the run's other clients
   */
  public ApiClient(WireClient client, WireClient prober, ClientContext common) {
    this.client = client;
    this.line = new GuardedClient(client, prober, common);
    this.common = common;
    // tells the run's sessions from other clients'
    String originator = "xapi-task-tck-" + common.mark().run() + "/" + client.wire();
    this.sessions = new SessionPool(this::call, line::repeated, originator, common.secrets());
    this.creation = new TaskCreation(wire(), common, sessions, line::exchange);
    this.disposal =
        new TaskDisposal(
            wire(),
            common,
            (account, message, own) ->
                send(Call.inSession(session(account), message, own, Purpose.AUXILIARY)),
            client::read);
  }

  /** The wire that is spoken. */
  public Wire wire() {
    return client.wire();
  }

  /** The server spoken to. */
  public Target target() {
    return common.target();
  }

  /** The tasks of this run. */
  public Ledger ledger() {
    return common.ledger();
  }

  /** Ends and deletes tasks. */
  public TaskDisposal disposal() {
    return disposal;
  }

  /** Calls made so far. */
  public int calls() {
    return line.calls();
  }

  /** How long the first hundred answers took, failures apart. */
  public List<Duration> answerTimes() {
    return line.answerTimes();
  }

  /** Whether the server still answers. */
  public HealthCheck health() {
    return line.health();
  }

  /** Logs in apart from the run's sessions. */
  public Exchange login(String username, String password) {
    return sessions.loginApart(username, password);
  }

  /** The same with a password that should be refused; ten seconds at least are granted. */
  public Exchange loginWrongly(String username, String password) {
    return sessions.loginWrongly(username, password);
  }

  /** The answer to the one login of an account. */
  public Exchange loginOf(Account account) {
    return sessions.loginOf(account);
  }

  /**
   * The answers to the logins of several clients of one account, beside the run's own; none is made
   * after one that gave no session.
   */
  public List<Exchange> clients(Account account, int count) {
    return sessions.clients(account, count);
  }

  /** Logs these clients out, also after the run was broken off. */
  public void endClients() {
    logOut(sessions.takeClients());
  }

  /** Whether the user lets so many calls begin within a second. */
  public boolean mayCall(int timesASecond) {
    return common.limiter().allows(timesASecond);
  }

  /** The session of an account; {@link NoSession} where the server gives none. */
  public String session(Account account) {
    return sessions.of(account);
  }

  /** Calls a message in the session of an account, whose reference goes before its own. */
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
    return callIn(Purpose.AUXILIARY, session, message, own);
  }

  /** The same for a purpose. */
  public Exchange callIn(Purpose purpose, String session, String message, List<?> own) {
    return call(Call.inSession(session, message, own, purpose));
  }

  /** Calls a message with exactly these parameters. */
  public Exchange call(Call call) {
    refuseAfterBreak();
    return send(call);
  }

  /**
   * Calls a message that starts work on the server; the task that its answer names is the kit's
   * from then on, if it is a new one.
   *
   * @param own the parameters that follow the session
   */
  public Exchange start(Account account, String message, List<?> own) {
    refuseAfterBreak();
    Set<String> before = Set.copyOf(listed(account));
    return line.send(
        Call.inSession(session(account), message, own, Purpose.AUXILIARY),
        call -> creation.start(call, before));
  }

  private void refuseAfterBreak() {
    Reason why = brokenOff.get();
    if (why != null) {
      throw new ServerGone(why);
    }
  }

  /** Makes no further call but those that clean up. */
  public void breakOff(Reason why) {
    brokenOff.compareAndSet(null, why);
    health().hurry();
  }

  /** Why no further call is made; empty while calls go on. */
  public Optional<Reason> end() {
    return health().gone()
        ? Optional.of(Reason.Plain.STOPPED_ANSWERING)
        : Optional.ofNullable(brokenOff.get());
  }

  private Exchange send(Call call) {
    Exchange exchange =
        line.send(call, call.method().equals(TaskClass.CREATE) ? creation::create : line::exchange);
    if (call.method().equals("session.logout")
        && exchange.answer() instanceof Answer.Success
        && call.parameters().size() == 1
        && call.parameters().get(0) instanceof String session) {
      sessions.closed(session);
    }
    return exchange;
  }

  /**
   * Notes the tasks that are there before the run as foreign: whatever an answer says later, they
   * are never touched. Does nothing where the server does not tell.
   */
  public void lookAround() {
    ledger().foreign(listed(target().accounts().strongest()));
  }

  /** Empty where the server does not tell. */
  private List<String> listed(Account account) {
    Exchange all = repeated(() -> call(account, TaskClass.GET_ALL, List.of()));
    return ErrorCodes.texts(ErrorCodes.value(all.answer()));
  }

  /**
   * The answer to a call that may be repeated: one that got no answer is made once more when the
   * server answers again.
   *
   * @throws ServerGone where it does not
   */
  public Exchange repeated(Supplier<Exchange> call) {
    return line.repeated(call);
  }

  /** Reads a value as a type of the API in the form of this wire. */
  public Object read(ApiType type, Value value) {
    return client.read(type, value);
  }

  /**
   * Why the account of a role does not look like one of that role; empty where it does or the
   * server does not tell.
   */
  public Optional<Reason> doubt(Role role) {
    return roleDoubts.about(role);
  }

  /** Makes no further call but those that log out, and closes the client. */
  public void leave() {
    breakOff(Reason.Plain.CLEANUP_BROKEN_OFF);
    if (closed.getAndSet(true)) {
      return;
    }
    logOutAll();
    line.close();
  }

  /** Disposes of every task made over this wire, logs out every session, and closes the client. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      if (health().isThereAtTheEnd()) {
        disposal.disposeOfAll();
        logOutAll();
      }
    } finally {
      line.close();
    }
  }

  private void logOutAll() {
    logOut(sessions.allOpen());
  }

  /** One that fails keeps no other open. */
  private void logOut(List<String> some) {
    for (String session : some) {
      try {
        send(Call.auxiliary("session.logout", List.of(session)));
      } catch (ServerGone | ClientFault e) {
        continue;
      }
    }
  }
}
