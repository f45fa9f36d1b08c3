package org.xapitck.kit.target;

/** A call that the declared scope of the run forbids; the message says why. */
public final class Withheld extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Withheld(String why) {
    super(why);
  }
}
