package org.xapitck.kit.client;

/** A call that the declared scope of the run forbids; the message says why. */
public final class OutsideScope extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutsideScope(String why) {
    super(why);
  }
}
