package org.xapitck.kit.archive;

/** A file of an older run cannot be used; the message says which and what to do. */
public final class BadArchive extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadArchive(String message) {
    super(message);
  }
}
