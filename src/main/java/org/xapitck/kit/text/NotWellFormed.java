package org.xapitck.kit.text;

/** A strict parser's refusal of an answer; the message is one sentence without a full stop. */
public final class NotWellFormed extends Exception {
  private static final long serialVersionUID = 1L;

  public NotWellFormed(String reason) {
    super(reason, null, false, false); // a verdict, not an accident: nobody reads its stack trace
  }
}
