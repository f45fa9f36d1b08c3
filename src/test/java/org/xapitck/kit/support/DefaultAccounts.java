package org.xapitck.kit.support;

import java.util.List;
import java.util.stream.Collectors;

/** The accounts that a simulator has by default, as an accounts file names them. */
public final class DefaultAccounts {
  /** Their names, which are their user names too. */
  public static final List<String> NAMES =
      List.of(
          "root",
          "read-only",
          "vm-operator",
          "vm-admin",
          "vm-power-admin",
          "pool-operator",
          "pool-admin");

  private DefaultAccounts() {}

  /** The text of an accounts file. */
  public static String yaml() {
    return NAMES.stream()
        .map(name -> name + ": {username: " + name + ", password: secret}\n")
        .collect(Collectors.joining());
  }
}
