package org.xapitck.kit.client;

import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;

/** A call that the declared scope of the run forbids; the message says why. */
public final class OutsideScope extends Unavailable {
  private static final long serialVersionUID = 1L;

  OutsideScope(Reason reason) {
    super(reason);
  }
}
