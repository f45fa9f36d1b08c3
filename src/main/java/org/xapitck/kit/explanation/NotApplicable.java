package org.xapitck.kit.explanation;

import org.opentest4j.TestAbortedException;

/** The server leaves nothing to judge; its requirements are not applicable. */
public final class NotApplicable extends TestAbortedException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** With the reason, which also makes the message. */
  public NotApplicable(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
