package org.xapitck.kit.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scope that the user declares, so that a server can be certified for what it has.
 *
 * @param roles keys of the accounts file that count; empty for all
 * @param readOnly whether no message is sent that writes, log-in and log-out apart
 */
public record DeclaredScope(Optional<Set<String>> roles, boolean readOnly) {
  private static final Pattern WRITES =
      Pattern.compile("task[._](create|destroy|cancel|set_|add_|remove_).*");

  /** All roles, all messages. */
  public static final DeclaredScope EVERYTHING = new DeclaredScope(Optional.empty(), false);

  public DeclaredScope {
    roles = roles.map(Set::copyOf);
  }

  /** Whether the role is part of the scope. */
  public boolean has(String role) {
    return roles.map(names -> names.contains(role)).orElse(true);
  }

  /** What stands beside the overall word; empty where everything is in the scope. */
  public String words() {
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

  /** Whether a message is not sent, as it writes. */
  public boolean withholds(String message) {
    return readOnly && WRITES.matcher(message).matches();
  }
}
