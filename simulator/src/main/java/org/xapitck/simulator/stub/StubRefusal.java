package org.xapitck.simulator.stub;

/** A stub that cannot be: where it stands and what is allowed there. */
public final class StubRefusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String reason;

  /**
   * A refusal.
   *
   * @param pointer the place, as a JSON pointer: {@code /messages/VM.start}
   * @param reason what is wrong there and what is allowed, without a full stop
   */
  StubRefusal(String pointer, String reason) {
    super((pointer.isEmpty() ? "the stubs" : pointer) + ": " + reason);
    this.pointer = pointer;
    this.reason = reason;
  }

  /** The place, as a JSON pointer; empty for the whole. */
  public String pointer() {
    return pointer;
  }

  /** What is wrong there and what is allowed. */
  public String reason() {
    return reason;
  }
}
