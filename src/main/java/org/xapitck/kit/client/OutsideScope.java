package org.xapitck.kit.client;

import org.xapitck.kit.verdict.Reason;
import org.xapitck.kit.verdict.Unavailable;

/** A call that the declared scope of the run forbids; the message says why. */
public final class OutsideScope extends Unavailable {
  private static final long serialVersionUID = 1L;

  OutsideScope(Reason reason) {
    super(reason);
  }
}
