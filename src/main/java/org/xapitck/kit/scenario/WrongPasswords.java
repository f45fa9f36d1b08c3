package org.xapitck.kit.scenario;

import java.util.Optional;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.explanation.Reason;

/**
 * The logins with a wrong password that a run makes: two at most, both over its first wire, so that
 * three wires do not look like three attacks.
 *
 * @param firstWire whether this wire makes them
 * @param accountsSpared why no password of an account is tried in this run; empty where one is
 */
public record WrongPasswords(boolean firstWire, Optional<Reason> accountsSpared) {

  /** The requirement that a wrong password of an account is tried for. */
  public static final String REQUIREMENT = "session.wrong_password";

  /**
   * Why a run tries no password of an account: it might do harm there; empty where it tries one.
   *
   * @param tags the tag expression that narrows the run; empty for none
   */
  public static Optional<Reason> spared(DeclaredScope declared, String tags, Accounts accounts) {
    if (!declared.wrongPassword()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_LEFT_OUT);
    }
    if (declared.readOnly()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_READ_ONLY);
    }
    if (!tags.isEmpty()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_IN_WHOLE_RUNS);
    }
    return accounts.weakest().isEmpty()
        ? Optional.of(Reason.Plain.WRONG_LOGIN_OF_ROOT)
        : Optional.empty();
  }

  /** Why this wire tries none of a user that does not exist; empty where it does. */
  public Optional<Reason> ofNobodySpared() {
    return firstWire ? Optional.empty() : Optional.of(Reason.Plain.TRIED_ON_ANOTHER_WIRE);
  }

  /** Why this wire tries none of an account; empty where it does. */
  public Optional<Reason> ofAccountSpared() {
    return accountsSpared.or(this::ofNobodySpared);
  }
}
