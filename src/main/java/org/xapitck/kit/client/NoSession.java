package org.xapitck.kit.client;

import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;

/** An account got no session, so its calls cannot be tested. */
public final class NoSession extends Unavailable {
  private static final long serialVersionUID = 1L;

  NoSession(Reason reason) {
    super(reason);
  }
}
