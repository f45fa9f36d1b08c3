package org.xapitck.kit.run;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The scope that the user declares, so that a server can be certified for what it has.
 *
 * @param roles keys of the accounts file that count; empty for all
 * @param readOnly whether no message is sent that writes, log-in and log-out apart
 */
public record Declared(Optional<Set<String>> roles, boolean readOnly) {
  /** All roles, all messages. */
  public static final Declared EVERYTHING = new Declared(Optional.empty(), false);

  public Declared {
    roles = roles.map(Set::copyOf);
  }

  /** Whether the role is part of the scope. */
  boolean has(String role) {
    return roles.map(names -> names.contains(role)).orElse(true);
  }

  /** What stands beside the overall word; empty where everything is in the scope. */
  String words() {
    String some =
        roles
            .map(
                names -> "roles " + new TreeSet<>(names).stream().collect(Collectors.joining(", ")))
            .orElse("");
    if (!readOnly) {
      return some;
    }
    return some.isEmpty() ? "read-only" : some + "; read-only";
  }
}
