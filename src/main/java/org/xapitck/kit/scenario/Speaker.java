package org.xapitck.kit.scenario;

import static java.util.Comparator.reverseOrder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;

/**
 * The account in whose session a scenario calls: the strongest that is of its role, until the
 * scenario names another.
 */
public final class Speaker {
  private final ApiClient api;
  private final ScenarioLog notes;
  private Account account;

  /** Nobody has been named. */
  Speaker(ScenarioContext context) {
    this.api = context.api();
    this.notes = context.notes();
  }

  /** In the role matrix root stands for no role; elsewhere it counts as pool-admin. */
  public void become(Role role) {
    notes.speaks(role);
    boolean roleMatrix = notes.intents().contains(Intent.ROLE_MATRIX);
    account = roleMatrix ? givenFor(role) : accountOf(role);
  }

  /** Lets an account speak from now on. */
  public void become(Account other) {
    account = other;
  }

  /**
   * The account that speaks.
   *
   * @throws PreconditionFailed where every account is of another role than it was given for
   */
  public Account account() {
    if (account == null) {
      account = strongest();
    }
    return account;
  }

  /** The account of a role; root counts as pool-admin where that has none of its own. */
  public Account accountOf(Role role) {
    Optional<Account> root = api.target().accounts().root();
    boolean rootWillDo = role == Role.POOL_ADMIN && root.isPresent() && !hasItsRole(role);
    return rootWillDo ? root.get() : givenFor(role);
  }

  private Account givenFor(Role role) {
    Account given = api.target().accounts().of(role).orElseThrow(() -> noAccount(role));
    Optional<Reason> doubt = doubt(role);
    if (doubt.isPresent()) {
      throw new PreconditionFailed(doubt.get());
    }
    return given;
  }

  private RuntimeException noAccount(Role role) {
    return api.target().declared().has(role.id())
        ? new PreconditionFailed(new Reason.AccountMissing(role))
        : new NotApplicable(new Reason.RoleOutsideScope(role, api.target().declared().words()));
  }

  private boolean hasItsRole(Role role) {
    return api.target().accounts().of(role).isPresent() && doubt(role).isEmpty();
  }

  private Optional<Reason> doubt(Role role) {
    return Unavailable.orBlocked(() -> api.doubt(role));
  }

  /**
   * Pool-admin, else root, else the strongest role given. An account of another role is a missing
   * one; a local superuser may do whatever a pool-admin may.
   *
   * @throws PreconditionFailed where every account is of another role than it was given for
   */
  public Account strongest() {
    Accounts accounts = api.target().accounts();
    Optional<Reason> wrong = Optional.empty();
    List<Role> strongestFirst = Arrays.stream(Role.values()).sorted(reverseOrder()).toList();
    for (Role role : strongestFirst) {
      Optional<Account> given = accounts.of(role);
      Optional<Reason> other =
          given.flatMap(any -> doubt(role)).filter(Reason.AccountOfAnotherRole.class::isInstance);
      if (given.isPresent() && other.isEmpty()) {
        return given.get();
      }
      if (role == Role.POOL_ADMIN && accounts.root().isPresent()) {
        return accounts.root().get();
      }
      wrong = wrong.or(() -> other);
    }
    throw new PreconditionFailed(wrong.orElseThrow());
  }

  /** Whether it is given for a role, and nothing that the server tells speaks against that. */
  boolean isOfItsRole() {
    return Role.of(account().name()).filter(role -> doubt(role).isEmpty()).isPresent();
  }
}
