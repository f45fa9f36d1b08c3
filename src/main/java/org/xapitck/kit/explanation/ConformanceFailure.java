package org.xapitck.kit.explanation;

/**
 * The server did not do what a requirement demands. A step need not know requirement and wire; with
 * them it becomes a {@link Deviation}.
 */
public final class ConformanceFailure extends AssertionError {
  private static final long serialVersionUID = 1L;
  private final String expected;
  private final String actual;
  private final String method;
  private final String place;
  private final transient Owner owner;
  private final boolean confirmed;

  /** Both values as people read them, where no single call showed the difference. */
  public ConformanceFailure(String expected, String actual) {
    this(expected, actual, "");
  }

  /**
   * Both values as people read them.
   *
   * @param method the message whose answer showed the difference, such as {@code task.get_status}
   */
  public ConformanceFailure(String expected, String actual, String method) {
    this(expected, actual, method, "", Owner.SCENARIO, false);
  }

  private ConformanceFailure(
      String expected, String actual, String method, String place, Owner owner, boolean confirmed) {
    super(FailureText.inOneLine(expected, actual, method + place));
    this.expected = expected;
    this.actual = actual;
    this.method = method;
    this.place = place;
    this.owner = owner;
    this.confirmed = confirmed;
  }

  /**
   * The same, seen in a part of an answer, or in a certain call.
   *
   * @param words what people read behind the message, such as {@code , field status}
   */
  public ConformanceFailure seenIn(String words) {
    return new ConformanceFailure(expected, actual, method, words, owner, confirmed);
  }

  /** The same, which belongs to this requirement. */
  public ConformanceFailure of(Owner other) {
    return new ConformanceFailure(expected, actual, method, place, other, confirmed);
  }

  /** The same, seen twice, on two fresh tasks of the account's own. */
  public ConformanceFailure seenTwice() {
    return new ConformanceFailure(expected, actual, method, place, owner, true);
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

  /** The message whose answer showed the difference; empty where no single one did. */
  public String method() {
    return method;
  }

  /** The same message, and where in its answer, as people read it. */
  public String call() {
    return method + place;
  }
}
