package org.xapitck.kit.steps;

import org.opentest4j.TestAbortedException;

/** The server leaves nothing to judge; its requirements are not applicable. */
public final class Inapplicable extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  public Inapplicable(String message) {
    super(message);
  }
}
