package org.xapitck.kit.ledger;

import org.xapitck.kit.verdict.Reason;
import org.xapitck.kit.verdict.Unavailable;

/**
 * The ledger cannot be written, or is full. The kit makes no further task, and what needs one is
 * not testable.
 */
public final class LedgerUnusable extends Unavailable {
  private static final long serialVersionUID = 1L;

  LedgerUnusable(Reason reason) {
    super(reason);
  }
}
