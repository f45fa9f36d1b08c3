package org.xapitck.kit.steps;

import org.opentest4j.TestAbortedException;

/**
 * The scenario cannot judge: something that it needs is missing. Its requirements are not testable.
 */
public final class Blocked extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  public Blocked(String message) {
    super(message);
  }
}
