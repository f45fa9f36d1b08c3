package org.xapitck.kit.client;

/** An account got no session; what it should have done cannot be tested. */
public final class NoSession extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSession(String message) {
    super(message);
  }
}
