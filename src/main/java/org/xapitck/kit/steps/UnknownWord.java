package org.xapitck.kit.steps;

import java.util.Set;
import org.xapitck.kit.text.Nearest;

/** A feature uses a word that no step knows; never a fault of a server. */
public final class UnknownWord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A word that is refused.
   *
   * @param what it is not: {@code no expectation}
   * @param word as it stands in the feature
   * @param known what may stand there
   */
  UnknownWord(String what, String word, Set<String> known) {
    super(
        "\""
            + word
            + "\" is "
            + what
            + Nearest.of(word, known).map(one -> "; nearest: " + one).orElse(""));
  }
}
