package org.xapitck.simulator.cli;

/** A mistake of the person who started the program, told in one sentence. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The sentence: it names the value and what is allowed. */
  public UsageException(String sentence) {
    super(sentence);
  }

  /** The sentence, and what lies behind it. */
  public UsageException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
