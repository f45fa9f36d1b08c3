package org.xapitck.kit.run;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Role;

/**
 * What the kit knows of the simulator that it starts itself: its accounts, and nothing of class
 * task.
 */
final class Bundled {
  /** The simulator's documented default: the user is named like the role. */
  private static final String PASSWORD = "secret";

  private Bundled() {}

  static Accounts accounts() {
    Map<String, Account> accounts = new LinkedHashMap<>();
    Arrays.stream(Role.values())
        .map(Role::id)
        .forEach(name -> accounts.put(name, new Account(name, name, PASSWORD)));
    accounts.put(Accounts.ROOT, new Account(Accounts.ROOT, Accounts.ROOT, PASSWORD));
    return new Accounts(accounts);
  }
}
