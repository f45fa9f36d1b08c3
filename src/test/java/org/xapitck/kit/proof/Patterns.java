package org.xapitck.kit.proof;

import java.util.Collection;
import java.util.regex.Pattern;

/** Ids of requirements, or patterns of them in which {@code *} stands for any letters. */
final class Patterns {
  private Patterns() {}

  static boolean matches(String pattern, String id) {
    return Pattern.matches(pattern.replace(".", "\\.").replace("*", ".*"), id);
  }

  static boolean anyMatches(Collection<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, id));
  }
}
