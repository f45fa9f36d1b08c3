package org.xapitck.kit.scenario;

import java.util.Optional;
import org.xapitck.kit.verdict.Reason;

/**
 * The logins with a wrong password that a run makes: two at most, both over its first wire, so that
 * three wires do not look like three attacks.
 *
 * @param firstWire whether this wire makes them
 * @param accountsSpared why no password of an account is tried in this run; empty where one is
 */
public record WrongPasswords(boolean firstWire, Optional<Reason> accountsSpared) {

  /** Why this wire tries none of a user that does not exist; empty where it does. */
  public Optional<Reason> ofNobodySpared() {
    return firstWire ? Optional.empty() : Optional.of(Reason.Plain.TRIED_ON_ANOTHER_WIRE);
  }

  /** Why this wire tries none of an account; empty where it does. */
  public Optional<Reason> ofAccountSpared() {
    return accountsSpared.or(this::ofNobodySpared);
  }
}
