package org.xapitck.kit.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Role;
import picocli.CommandLine.Option;

/** The options that declare what is to be certified, which the report says beside its word. */
final class ScopeArguments {

  @Option(
      names = "--roles",
      paramLabel = "ROLE",
      split = ",",
      description =
          "The accounts that count, such as root,read-only, for a host without external"
              + " authentication: what other roles may do is then outside the declared scope.")
  private List<String> roles;

  @Option(
      names = "--read-only",
      description =
          "Send no message that writes, log-in and log-out apart; what then stays open is"
              + " not-testable.")
  private boolean readOnly;

  @Option(
      names = "--no-wrong-password",
      description =
          "Try no wrong password of an account, for a directory that locks one at once. Without it"
              + " a whole run tries one, of the lowest role given and never of root, right before"
              + " it logs in as that account.")
  private boolean noWrongPassword;

  /** What the user declared. */
  DeclaredScope declared() {
    return new DeclaredScope(
        Optional.ofNullable(roles).map(ScopeArguments::known), readOnly, !noWrongPassword);
  }

  private static Set<String> known(List<String> names) {
    for (String name : names) {
      if (Role.of(name).isEmpty() && !name.equals(Accounts.ROOT)) {
        throw new BadConfiguration("--roles " + name + ": allowed are root, " + Role.allowed());
      }
    }
    return new LinkedHashSet<>(names);
  }
}
