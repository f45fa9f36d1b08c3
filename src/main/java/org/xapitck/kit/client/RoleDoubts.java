package org.xapitck.kit.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;

/**
 * Whether accounts are of the roles that they were given for, as far as the server tells; asked
 * once per role.
 */
final class RoleDoubts {
  private final ApiClient api;
  private final Map<Role, Optional<Reason>> doubts = new ConcurrentHashMap<>();

  RoleDoubts(ApiClient api) {
    this.api = api;
  }

  /** Why the account does not look like one of the role; empty where it does or nobody tells. */
  Optional<Reason> about(Role role) {
    return doubts.computeIfAbsent(role, this::examine);
  }

  private Optional<Reason> examine(Role role) {
    Account account = api.target().accounts().of(role).orElseThrow();
    String session = api.session(account);
    if (answer(session, "session.get_is_local_superuser") instanceof Answer.Success superuser
        && superuser.value() instanceof Value.Bool bool
        && bool.truth()) {
      return Optional.of(new Reason.AccountIsSuperuser(role));
    }
    if (answer(session, "session.get_rbac_permissions") instanceof Answer.Success answer
        && answer.value() instanceof Value.Array array
        && !array.elements().isEmpty()) {
      return byPermissions(role, array.elements());
    }
    return Optional.empty();
  }

  private Answer answer(String session, String message) {
    return api.repeated(() -> api.callIn(session, message, List.of(session))).answer();
  }

  private static Optional<Reason> byPermissions(Role role, List<Value> permissions) {
    Optional<Role> exact =
        TrueRole.named(ErrorCodes.texts(Optional.of(new Value.Array(permissions))));
    if (exact.isPresent()) {
      return exact.equals(Optional.of(role))
          ? Optional.empty()
          : Optional.of(new Reason.AccountOfAnotherRole(role, exact));
    }
    boolean mayAny = permissions.contains(new Value.Text(TaskClass.DESTROY + "/any"));
    boolean mayExtend = permissions.contains(new Value.Text("host.call_extension"));
    if (mayAny == role.atLeast(Role.POOL_OPERATOR) && mayExtend == role.atLeast(Role.POOL_ADMIN)) {
      return Optional.empty();
    }
    Optional<Role> shown =
        mayExtend
            ? Optional.of(Role.POOL_ADMIN)
            : mayAny ? Optional.of(Role.POOL_OPERATOR) : Optional.empty();
    return Optional.of(new Reason.AccountOfAnotherRole(role, shown));
  }
}
