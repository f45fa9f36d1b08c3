package org.xapitck.simulator.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.record.RecordBuilder;
import org.xapitck.simulator.record.StableId;
import org.xapitck.simulator.record.StoredMap;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.Value;

/** The messages of class session. */
public final class SessionMessages {
  private final Sessions sessions;
  private final Surroundings around;

  /**
   * What a session's record shows of the rest of the server.
   *
   * @param hostRef the host that serves the session
   * @param tasksOf the tasks that a session created, by the reference of the session
   * @param permissionsOf the names of all permissions that somebody has
   */
  public record Surroundings(
      Release release,
      String hostRef,
      Function<String, List<String>> tasksOf,
      Function<Rights, List<String>> permissionsOf) {}

  /** The messages over these sessions. */
  public SessionMessages(Sessions sessions, Surroundings around) {
    this.sessions = sessions;
    this.around = around;
  }

  /**
   * {@code login_with_password}, and its form for a host in emergency.
   *
   * @param version what the client speaks; not looked at
   */
  public Value login(String username, String password, String version, String originator) {
    return Value.of(sessions.login(username, password, originator).ref());
  }

  /** {@code logout}. The tasks of the session stay, but are nobody's own from now on. */
  public Value logout(Caller caller) {
    sessions.logout(caller.session());
    return Value.VOID;
  }

  /**
   * {@code get_record}.
   *
   * @throws ApiFailure HANDLE_INVALID
   */
  public Value.Struct getRecord(Caller caller, String ref) {
    return require(ref);
  }

  private Value.Struct require(String ref) {
    return record(sessions.find(ref).orElseThrow(() -> ApiFailure.handleInvalid("session", ref)));
  }

  private Value.Struct record(Session session) {
    Account account = session.account();
    boolean superuser = session.rights().superuser();
    return new RecordBuilder(around.release())
        .text("uuid", session.uuid())
        .text("this_host", around.hostRef())
        .nullRefs("this_user")
        .put("last_active", Value.of(session.lastActive()))
        .no("pool")
        .since(Release.MIAMI)
        .map("other_config", session.otherConfig())
        .since(Release.DUNDEE)
        .put("is_local_superuser", new Value.Bool(superuser))
        .text("subject", superuser ? "OpaqueRef:NULL" : subjectOf(account))
        .put("validation_time", Value.of(session.validationTime()))
        .text("auth_user_sid", account.sid())
        .text("auth_user_name", account.username())
        .put("rbac_permissions", Value.texts(permissionsOf(session)))
        .put("tasks", Value.texts(around.tasksOf().apply(session.ref())))
        .nullRefs("parent")
        .text("originator", session.originator())
        .since(Release.XAPI_21_3)
        .no("client_certificate")
        .build();
  }

  /** {@code get_all_subject_identifiers}: each user of the directory who has a session, once. */
  public Value getAllSubjectIdentifiers(Caller caller) {
    return Value.texts(sessions.subjects());
  }

  /** {@code add_to_other_config}: MAP_DUPLICATE_KEY if the key is there. */
  public Value addToOtherConfig(Caller caller, String self, String key, String value) {
    sessions.changeOtherConfig(self, map -> StoredMap.added(map, "session", self, key, value));
    return Value.VOID;
  }

  /** {@code remove_from_other_config}: a key that is not there is no error. */
  public Value removeFromOtherConfig(Caller caller, String self, String key) {
    sessions.changeOtherConfig(self, map -> StoredMap.without(map, key));
    return Value.VOID;
  }

  /** {@code set_other_config}: replaces the whole map. */
  public Value setOtherConfig(Caller caller, String self, Map<String, String> map) {
    sessions.changeOtherConfig(self, old -> StoredMap.legal(map));
    return Value.VOID;
  }

  /** {@code get_<field>}: a field of the record. */
  public Value getField(String field, String ref) {
    return require(ref).members().stream()
        .filter(member -> member.name().equals(field))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** The names of the fields that this release has, in order. */
  public List<String> fields() {
    Account nobody = new Account("", "", "", Rights.ROOT);
    Session sample =
        new Session("", "", nobody, Rights.ROOT, "", Instant.EPOCH, Instant.EPOCH, Map.of());
    return record(sample).members().stream().map(Value.Member::name).toList();
  }

  /** The role's own name and its permissions; none of root's, who is never asked for one. */
  private List<String> permissionsOf(Session session) {
    return session.rights().superuser()
        ? List.of()
        : Stream.concat(
                session.rights().role().stream().map(Role::label),
                around.permissionsOf().apply(session.rights()).stream())
            .toList();
  }

  private static String subjectOf(Account account) {
    return StableId.ref("subject " + account.sid());
  }
}
