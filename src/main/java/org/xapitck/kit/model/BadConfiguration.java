package org.xapitck.kit.model;

/**
 * A value that the user gave cannot be used. The message is one sentence with the value and what is
 * allowed. Exit code 2.
 */
public class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadConfiguration(String message) {
    super(message);
  }
}
