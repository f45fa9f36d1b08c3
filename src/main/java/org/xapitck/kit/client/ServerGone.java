package org.xapitck.kit.client;

import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;

/** The server has stopped answering; the rest of this wire cannot be tested. */
public final class ServerGone extends Unavailable {
  private static final long serialVersionUID = 1L;

  ServerGone(Reason reason) {
    super(reason);
  }
}
