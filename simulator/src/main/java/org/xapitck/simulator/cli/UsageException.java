package org.xapitck.simulator.cli;

/** A mistake in how the program was started; the message is one sentence. */
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
