package org.xapitck.simulator.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;

/** The accounts of a server; immutable. */
public final class Accounts {
  /** The password of every default account. */
  public static final String DEFAULT_PASSWORD = "secret";

  private final Map<String, Account> byName;
  private final boolean defaults;
  private final boolean anyPassword;

  private Accounts(Collection<Account> accounts, boolean defaults, boolean anyPassword) {
    Map<String, Account> map = new LinkedHashMap<>();
    for (Account account : accounts) {
      if (map.put(account.username(), account) != null) {
        throw new IllegalArgumentException(
            "two accounts have the user name " + account.username() + "; each needs its own");
      }
    }
    this.byName = map;
    this.defaults = defaults;
    this.anyPassword = anyPassword;
  }

  /** These accounts and no others. */
  public static Accounts of(Collection<Account> accounts) {
    return new Accounts(accounts, false, false);
  }

  /** Root and one user for each role, named after it, all with {@link #DEFAULT_PASSWORD}. */
  public static Accounts defaults() {
    Map<String, Account> accounts = new LinkedHashMap<>();
    accounts.put("root", new Account("root", DEFAULT_PASSWORD, "", Rights.ROOT));
    for (Role role : Role.values()) {
      accounts.put(
          role.label(),
          new Account(role.label(), DEFAULT_PASSWORD, sid(accounts.size()), Rights.of(role)));
    }
    return new Accounts(accounts.values(), true, false);
  }

  /** The same accounts of a server that looks at no password: the place of a seeded defect. */
  public Accounts withAnyPassword() {
    return new Accounts(byName.values(), defaults, true);
  }

  /** The id of the n-th user, in the form of xapi's PAM plugin. */
  public static String sid(int number) {
    return "u" + (1000 + number);
  }

  /** Whether these are the default accounts, whose passwords everybody knows. */
  public boolean areDefaults() {
    return defaults;
  }

  /** All accounts. */
  public List<Account> all() {
    return List.copyOf(byName.values());
  }

  /** The account, if name and password are right. */
  public Optional<Account> authenticate(String username, String password) {
    return Optional.ofNullable(byName.get(username))
        .filter(account -> anyPassword || same(account.password(), password));
  }

  private static boolean same(String left, String right) {
    return MessageDigest.isEqual(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
