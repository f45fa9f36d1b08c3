package org.xapitck.kit.explanation;

import org.opentest4j.TestAbortedException;

/**
 * The scenario cannot judge: something that it needs is missing. Its requirements are not testable.
 */
public final class PreconditionFailed extends TestAbortedException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** With the reason, which also makes the message. */
  public PreconditionFailed(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
