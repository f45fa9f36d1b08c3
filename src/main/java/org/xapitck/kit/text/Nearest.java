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

  /** The same, if it is so near that it may well have been meant: a third of it may differ. */
  public static Optional<String> near(String typed, Collection<String> words) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return of(typed, words)
        .filter(word -> distance.apply(typed, word) <= Math.max(1, word.length() / 3));
  }

  /** A question that ends a sentence about an unknown word; empty where none is near. */
  public static String question(String typed, Collection<String> words) {
    return near(typed, words).map(word -> "; did you mean " + word + "?").orElse("");
  }
}
