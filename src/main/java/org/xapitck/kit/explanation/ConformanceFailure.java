package org.xapitck.kit.explanation;

/**
 * The server did not do what a requirement demands. A step need not know requirement and wire; with
 * them it becomes a {@link Deviation}.
 */
public final class ConformanceFailure extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String actual;
  private final String call;
  private final transient Owner owner;
  private final boolean confirmed;

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
    this(expected, actual, call, Owner.SCENARIO, false);
  }

  private ConformanceFailure(
      String expected, String actual, String call, Owner owner, boolean confirmed) {
    super(FailureText.inOneLine(expected, actual, call));
    this.expected = expected;
    this.actual = actual;
    this.call = call;
    this.owner = owner;
    this.confirmed = confirmed;
  }

  /** The same, which belongs to this requirement. */
  public ConformanceFailure of(Owner other) {
    return new ConformanceFailure(expected, actual, call, other, confirmed);
  }

  /** The same, seen twice, on two fresh tasks of the account's own. */
  public ConformanceFailure seenTwice() {
    return new ConformanceFailure(expected, actual, call, owner, true);
  }

  /** The same, found by this; to be asked for last, since the others make a new one. */
  public ConformanceFailure because(Throwable found) {
    initCause(found);
    return this;
  }

  /** The requirement that was not met; that of the scenario where the step names no other. */
  public Owner owner() {
    return owner;
  }

  /** Whether it was seen twice, so that chance does not explain it. */
  public boolean confirmed() {
    return confirmed;
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
