package org.xapitck.kit.verdict;

import org.opentest4j.TestAbortedException;

/**
 * The scenario cannot judge: something that it needs is missing. Its requirements are not testable.
 */
public final class PreconditionFailed extends TestAbortedException {
  private static final long serialVersionUID = 1L;

  public PreconditionFailed(String message) {
    super(message);
  }
}
