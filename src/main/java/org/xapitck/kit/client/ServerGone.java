package org.xapitck.kit.client;

/** The server has stopped answering; what is left to do over this wire cannot be tested. */
public final class ServerGone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerGone(String message) {
    super(message);
  }
}
