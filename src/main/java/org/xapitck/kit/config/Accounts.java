package org.xapitck.kit.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Role;

/** Accounts by role, and root, which counts as pool-admin everywhere but in the role matrix. */
public final class Accounts {
  /** Key of the local superuser. */
  public static final String ROOT = "root";

  private final Map<String, Account> byName;

  /** Accounts by key of the accounts file. */
  public Accounts(Map<String, Account> byName) {
    this.byName = new LinkedHashMap<>(byName);
  }

  /** The same, without those that are not declared. */
  public Accounts within(DeclaredScope declared) {
    Map<String, Account> some = new LinkedHashMap<>(byName);
    some.keySet().removeIf(name -> !declared.has(Account.roleName(name)));
    return new Accounts(some);
  }

  /** Whether there is an account of this key. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** The account of exactly this role. */
  public Optional<Account> of(Role role) {
    return Optional.ofNullable(byName.get(role.id()));
  }

  /** The local superuser, if there is one. */
  public Optional<Account> root() {
    return Optional.ofNullable(byName.get(ROOT));
  }

  /**
   * The account of a call for which no role was asked: pool-admin, else root, else the strongest.
   */
  public Account strongest() {
    return Stream.concat(
            Stream.of(Role.POOL_ADMIN.id(), ROOT),
            Arrays.stream(Role.values()).map(Role::id).sorted(byStrength()))
        .map(byName::get)
        .filter(account -> account != null)
        .findFirst()
        .orElseThrow();
  }

  /** The account of the lowest role given; never root, also where a role is given as root. */
  public Optional<Account> weakest() {
    Set<String> roots =
        Stream.concat(Stream.of(ROOT), root().stream().map(Account::username))
            .collect(Collectors.toSet());
    return Arrays.stream(Role.values())
        .flatMap(role -> of(role).stream())
        .filter(account -> !roots.contains(account.username()))
        .findFirst();
  }

  /** Roles without an account, weakest first. */
  public List<Role> missing() {
    return Arrays.stream(Role.values()).filter(role -> of(role).isEmpty()).toList();
  }

  /** Every account. */
  public List<Account> all() {
    return List.copyOf(byName.values());
  }

  private static java.util.Comparator<String> byStrength() {
    return java.util.Comparator.comparing((String id) -> Role.of(id).orElseThrow()).reversed();
  }
}
