package org.xapitck.kit.ledger;

import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;

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
