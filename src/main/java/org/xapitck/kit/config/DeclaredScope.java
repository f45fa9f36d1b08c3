package org.xapitck.kit.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The scope that the user declares, for a server that lacks the rest.
 *
 * @param roles keys of the accounts file that count; empty for all
 * @param readOnly whether no message is sent that writes, log-in and log-out apart
 * @param wrongPassword whether a wrong password of an account may be tried
 */
public record DeclaredScope(Optional<Set<String>> roles, boolean readOnly, boolean wrongPassword) {
  private static final Pattern WRITES =
      Pattern.compile("task[._](create|destroy|cancel|set_|add_|remove_).*");

  /** All roles, all messages. */
  public static final DeclaredScope EVERYTHING = new DeclaredScope(Optional.empty(), false);

  public DeclaredScope {
    roles = roles.map(Set::copyOf);
  }

  /** A scope in which a wrong password may be tried. */
  public DeclaredScope(Optional<Set<String>> roles, boolean readOnly) {
    this(roles, readOnly, true);
  }

  /** The same without a wrong password of an account. */
  public DeclaredScope withoutWrongPassword() {
    return new DeclaredScope(roles, readOnly, false);
  }

  /** Whether the role is part of the scope. */
  public boolean has(String role) {
    return roles.map(names -> names.contains(role)).orElse(true);
  }

  /** The words beside the overall verdict; empty if everything is in the scope. */
  public String words() {
    List<String> words = new ArrayList<>();
    roles.ifPresent(names -> words.add("roles " + String.join(", ", new TreeSet<>(names))));
    if (readOnly) {
      words.add("read-only");
    }
    if (!wrongPassword) {
      words.add(words.isEmpty() ? "everything but a wrong password" : "no wrong password");
    }
    return String.join("; ", words);
  }

  /** Whether a message is not sent, as it writes. */
  public boolean withholds(String message) {
    return readOnly && WRITES.matcher(message).matches();
  }
}
