package org.xapitck.kit.model;

/**
 * Something the user gave cannot be used; one sentence that names the value and what is allowed.
 * Exit code 2.
 */
public class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadConfiguration(String message) {
    super(message);
  }
}
