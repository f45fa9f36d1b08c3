package org.xapitck.kit.wire;

/** The kit's own client failed, or its two parsers disagree; the server is not to blame. */
public final class ClientFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ClientFault(String message, Throwable cause) {
    super(message, cause);
  }
}
