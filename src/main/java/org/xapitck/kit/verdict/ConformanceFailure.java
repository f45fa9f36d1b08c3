package org.xapitck.kit.verdict;

/**
 * The server did something else than the requirement demands. A step need not know requirement and
 * wire: with them it makes a {@link Deviation}.
 */
public final class ConformanceFailure extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String actual;
  private final String call;

  /** Both values as people read them, where no single call showed the difference. */
  public ConformanceFailure(String expected, String actual) {
    this(expected, actual, "");
  }

  /**
   * Both values as people read them.
   *
   * @param call the call that showed the difference, such as {@code task.get_status}
   */
  public ConformanceFailure(String expected, String actual, String call) {
    super(FailureText.inOneLine(expected, actual, call));
    this.expected = expected;
    this.actual = actual;
    this.call = call;
  }

  /** What the requirement demands. */
  public String expected() {
    return expected;
  }

  /** What the server did. */
  public String actual() {
    return actual;
  }

  /** The call that showed the difference; empty where no single one did. */
  public String call() {
    return call;
  }
}
