package org.xapitck.kit.verdict;

/** The server did something else than the requirement demands. */
public final class ConformanceFailure extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String actual;

  /** Both values as people read them. */
  public ConformanceFailure(String expected, String actual) {
    super("expected " + expected + ", actual " + actual);
    this.expected = expected;
    this.actual = actual;
  }

  /** What the requirement demands. */
  public String expected() {
    return expected;
  }

  /** What the server did. */
  public String actual() {
    return actual;
  }
}
