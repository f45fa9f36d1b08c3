package org.xapitck.kit.verdict;

/** Something that a call needs is missing, so what depends on the call cannot be tested. */
public abstract class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** With the reason, which also makes the message. */
  protected Unavailable(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /** Why. */
  public final Reason reason() {
    return reason;
  }
}
