package org.xapitck.simulator.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the names that a mistyped one may have meant. A library for these 15 lines would add 0.9 MB
 * (commons-text with commons-lang3) to a program that has none of it.
 */
public final class Nearest {
  /** 3: enough to choose from, few enough to read. */
  private static final int COUNT = 3;

  private Nearest() {}

  /** The three names that are the fewest edits away, the nearest first. */
  public static List<String> of(String name, Collection<String> names) {
    return names.stream()
        .sorted(
            Comparator.comparingInt((String known) -> distance(name, known)).thenComparing(x -> x))
        .limit(COUNT)
        .toList();
  }

  /** The edits that make one text the other. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
