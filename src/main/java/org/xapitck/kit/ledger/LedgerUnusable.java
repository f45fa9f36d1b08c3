package org.xapitck.kit.ledger;

/**
 * The ledger cannot be written, or has no room: no further task is made, and what needs one is not
 * testable.
 */
public final class LedgerUnusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerUnusable(String message) {
    super(message);
  }
}
