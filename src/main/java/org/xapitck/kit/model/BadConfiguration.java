package org.xapitck.kit.model;

import java.util.List;

/**
 * Values that the user gave cannot be used: a sentence for each, with the value and what is
 * allowed. Exit code 2.
 */
public class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> mistakes;

  /** One mistake. */
  public BadConfiguration(String mistake) {
    this(List.of(mistake));
  }

  /** Several mistakes, at least one. */
  public BadConfiguration(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** The sentences. */
  public List<String> mistakes() {
    return mistakes;
  }
}
