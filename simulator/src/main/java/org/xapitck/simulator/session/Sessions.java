package org.xapitck.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/** The sessions of one server; safe for any number of threads. */
public final class Sessions {
  /** 10 min: how often xapi notes that a session is in use. */
  private static final Duration REFRESH = Duration.ofMinutes(10);

  /** 24 h: how long a session may be idle in xapi. */
  private static final Duration IDLE_LIMIT = Duration.ofHours(24);

  private final Map<String, Session> byRef = new ConcurrentHashMap<>();
  private final Supplier<Accounts> accounts;
  private final boolean roles;
  private final Ids ids;
  private final SimulatorClock clock;
  private final Change.Listener listener;

  /**
   * No sessions yet.
   *
   * @param accounts who can log in, asked for with each login
   * @param roles false for servers that know no roles, where every session may do everything
   * @param listener is told when a session begins and ends
   */
  public Sessions(
      Supplier<Accounts> accounts,
      boolean roles,
      Ids ids,
      SimulatorClock clock,
      Change.Listener listener) {
    this.accounts = accounts;
    this.roles = roles;
    this.ids = ids;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Logs in.
   *
   * @throws ApiFailure SESSION_AUTHENTICATION_FAILED
   */
  Session login(String username, String password, String originator) {
    Account account =
        accounts
            .get()
            .authenticate(username, password)
            .orElseThrow(() -> ApiFailure.authenticationFailed(username));
    return begin(account, originator);
  }

  private Session begin(Account account, String originator) {
    Rights rights = roles ? account.rights() : Rights.ROOT;
    Instant now = clock.now();
    Session session =
        new Session(ids.ref(), ids.uuid(), account, rights, originator, now, now, Map.of());
    byRef.put(session.ref(), session);
    tell(Change.Kind.ADD, session);
    return session;
  }

  /**
   * A session of a user: the newest, or one that begins now without a password.
   *
   * @return empty if there is no such user
   */
  public Optional<Session> of(String username) {
    Optional<Session> newest =
        byRef.values().stream()
            .filter(session -> session.account().username().equals(username))
            .max(Comparator.comparing(Session::validationTime));
    return newest.or(
        () ->
            accounts.get().all().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .map(account -> begin(account, "")));
  }

  /** All sessions. */
  public List<Session> all() {
    return List.copyOf(byRef.values());
  }

  /** Ends a session as a server does that has no use for it; false if there is none. */
  public boolean end(String ref) {
    Session session = byRef.get(ref);
    if (session != null) {
      logout(session);
    }
    return session != null;
  }

  /** Forgets a session. */
  void logout(Session session) {
    if (byRef.remove(session.ref()) != null) {
      tell(Change.Kind.DEL, session);
    }
  }

  private void tell(Change.Kind kind, Session session) {
    // sessions have no events, so nobody asks for their records
    listener.note(new Change(kind, "session", session.ref(), () -> new Value.Struct(List.of())));
  }

  /**
   * The session that a call carries, noted as active.
   *
   * @throws ApiFailure SESSION_INVALID
   */
  public Session check(String ref) {
    Session session = byRef.get(ref);
    if (session == null) {
      throw ApiFailure.sessionInvalid(ref);
    }
    Instant now = clock.now();
    if (session.lastActive().plus(REFRESH).isAfter(now)) {
      return session;
    }
    Session refreshed = byRef.computeIfPresent(ref, (r, known) -> known.activeAt(now));
    if (refreshed == null) {
      throw ApiFailure.sessionInvalid(ref);
    }
    return refreshed;
  }

  /**
   * Changes the other_config of a session.
   *
   * @throws ApiFailure HANDLE_INVALID, and what the change throws
   */
  void changeOtherConfig(String ref, UnaryOperator<Map<String, String>> change) {
    Session changed =
        byRef.computeIfPresent(
            ref, (r, known) -> known.withOtherConfig(change.apply(known.otherConfig())));
    if (changed == null) {
      throw ApiFailure.handleInvalid("session", ref);
    }
    tell(Change.Kind.MOD, changed);
  }

  /** The users of the directory that have sessions, by their identifiers. */
  Set<String> subjects() {
    return byRef.values().stream()
        .filter(session -> !session.rights().superuser())
        .map(session -> session.account().sid())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** How many sessions a user has. */
  public long countOf(String username) {
    return byRef.values().stream().filter(s -> s.account().username().equals(username)).count();
  }

  /** The session, if it is still alive; this does not count as use. */
  public Optional<Session> find(String ref) {
    return Optional.ofNullable(byRef.get(ref));
  }

  /**
   * Ends sessions that were idle for too long.
   *
   * @param spared those to keep all the same: xapi keeps a session with a pending task
   */
  public void collect(Predicate<Session> spared) {
    Instant limit = clock.now().minus(IDLE_LIMIT);
    byRef.values().stream()
        .filter(session -> session.lastActive().isBefore(limit) && !spared.test(session))
        .forEach(this::logout);
  }
}
