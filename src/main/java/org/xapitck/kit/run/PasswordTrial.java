package org.xapitck.kit.run;

import java.util.Optional;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.verdict.Reason;

/** Whether a run tries a wrong password of an account: once, and never where it might do harm. */
final class PasswordTrial {
  private PasswordTrial() {}

  /** Why it does not; empty where it does. */
  static Optional<Reason> spared(RunOptions options, Accounts accounts) {
    RunOptions.Scope scope = options.scope();
    if (!scope.declared().wrongPassword()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_LEFT_OUT);
    }
    if (scope.declared().readOnly()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_READ_ONLY);
    }
    if (!scope.tags().isEmpty()) {
      return Optional.of(Reason.Plain.WRONG_LOGIN_IN_WHOLE_RUNS);
    }
    return accounts.weakest().isEmpty()
        ? Optional.of(Reason.Plain.WRONG_LOGIN_OF_ROOT)
        : Optional.empty();
  }
}
