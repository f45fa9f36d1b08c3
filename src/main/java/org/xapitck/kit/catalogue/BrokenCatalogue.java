package org.xapitck.kit.catalogue;

/** The catalogue that the kit carries cannot be read; a fault of the kit, never of a server. */
public final class BrokenCatalogue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenCatalogue(String message, Throwable cause) {
    super(message, cause);
  }

  BrokenCatalogue(String message) {
    super(message);
  }
}
