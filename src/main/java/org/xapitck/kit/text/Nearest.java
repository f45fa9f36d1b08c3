package org.xapitck.kit.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that a mistyped one may have meant. */
public final class Nearest {
  private Nearest() {}

  /** The word that takes the fewest edits; of several, the first in the alphabet. */
  public static Optional<String> of(String typed, Collection<String> words) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return words.stream()
        .min(
            Comparator.comparingInt((String word) -> distance.apply(typed, word))
                .thenComparing(Comparator.naturalOrder()));
  }
}
