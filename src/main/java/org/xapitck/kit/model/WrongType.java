package org.xapitck.kit.model;

/** A value that does not have the form of its type on its wire; the server's defect. */
public final class WrongType extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String actual;

  public WrongType(String expected, String actual) {
    super("expected " + expected + ", got " + actual);
    this.expected = expected;
    this.actual = actual;
  }

  /** The form that the type has on this wire, in words. */
  public String expected() {
    return expected;
  }

  /** What came, in words, shortened to 200 characters. */
  public String actual() {
    return actual;
  }
}
