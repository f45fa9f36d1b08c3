package org.xapitck.kit.verdict;

import org.opentest4j.TestAbortedException;

/** The server leaves nothing to judge; its requirements are not applicable. */
public final class NotApplicable extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  public NotApplicable(String message) {
    super(message);
  }
}
