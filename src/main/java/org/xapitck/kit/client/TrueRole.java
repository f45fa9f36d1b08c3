package org.xapitck.kit.client;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Value;

/** The role that a session really has, according to the server's own tables. */
public final class TrueRole {
  private final ApiClient api;
  private final Map<Role, Set<String>> permissions = new TreeMap<>();
  private boolean tablesRead;

  /** Asks the server that the client is of. */
  public TrueRole(ApiClient api) {
    this.api = api;
  }

  /**
   * The role that a session's permissions name: xapi lists it among them. The strongest where
   * several are named, as a user has a role of his own and those of his groups.
   */
  static Optional<Role> named(Collection<String> permissions) {
    return permissions.stream().flatMap(name -> Role.of(name).stream()).max(Role::compareTo);
  }

  /** What each role may; empty where the server does not tell. Read once, where it is needed. */
  private synchronized Map<Role, Set<String>> tables() {
    if (!tablesRead) {
      tablesRead = true;
      for (Role role : Role.values()) {
        Set<String> some = permissionsOf(role);
        if (!some.isEmpty()) {
          permissions.put(role, some);
        }
      }
    }
    return permissions;
  }

  /** How the account stands to the role that it was given for. */
  public enum State {
    /** It gets no session. */
    NO_LOGIN,
    /** Its login is not answered. */
    NO_ANSWER,
    /** It is a local superuser, for whom no role counts. */
    SUPERUSER,
    /** Its session has another role. */
    OTHER_ROLE,
    /** It has the role, or nothing speaks against it. */
    SOUND
  }

  /**
   * What was found of an account.
   *
   * @param words what is wrong, or what more is known
   */
  public record Finding(State state, String words) {}

  /** Logs the account in and asks what it may. */
  public Finding of(Account account) {
    String session;
    try {
      session = api.session(account);
    } catch (NoSession none) {
      Exchange login = api.loginOf(account);
      return new Finding(
          login.answered() ? State.NO_LOGIN : State.NO_ANSWER, AnswerText.of(login.answer()));
    } catch (ServerGone gone) {
      return new Finding(State.NO_ANSWER, gone.reason().text());
    }
    if (isSuperuser(session)) {
      return account.name().equals(Accounts.ROOT)
          ? new Finding(State.SOUND, ", the local superuser")
          : new Finding(State.SUPERUSER, "a local superuser, for whom no role counts");
    }
    Set<String> own = texts(ask(session, "session.get_rbac_permissions", session));
    List<Role> alike = named(own).map(List::of).orElseGet(() -> alike(own));
    Optional<Role> given = Role.of(account.roleName());
    if (alike.isEmpty()) {
      return given
          .filter(role -> role.id().equals(account.name()))
          .flatMap(api::doubt)
          .map(doubt -> new Finding(State.OTHER_ROLE, "doubtful: " + doubt.text()))
          .orElse(new Finding(State.SOUND, "; the server does not tell its role"));
    }
    return given.isEmpty() || alike.contains(given.get())
        ? new Finding(State.SOUND, ", as " + given.orElse(alike.get(0)))
        : new Finding(State.OTHER_ROLE, "of the role " + alike.get(0));
  }

  /** By the tables of a server that names no role; one of few classes lets several do the same. */
  private List<Role> alike(Set<String> own) {
    return tables().entrySet().stream()
        .filter(entry -> entry.getValue().equals(own))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean isSuperuser(String session) {
    return ask(session, "session.get_is_local_superuser", session).orElse(null)
            instanceof Value.Bool bool
        && bool.truth();
  }

  private Set<String> permissionsOf(Role role) {
    String session = api.session(api.target().accounts().strongest());
    return texts(ask(session, "role.get_by_name_label", role.id())).stream()
        .findFirst()
        .map(ref -> texts(ask(session, "role.get_permissions_name_label", ref)))
        .orElse(Set.of());
  }

  private Optional<Value> ask(String session, String message, String self) {
    return ErrorCodes.value(api.callIn(session, message, List.of(self)).answer());
  }

  private static Set<String> texts(Optional<Value> value) {
    return new TreeSet<>(ErrorCodes.texts(value));
  }
}
