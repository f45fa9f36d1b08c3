package org.xapitck.kit.explanation;

import java.util.function.Supplier;

/** Something that a call needs is missing, so what depends on the call cannot be tested. */
public abstract class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Reason reason;

  /** With the reason, which also makes the message. */
  protected Unavailable(Reason reason) {
    super(reason.text());
    this.reason = reason;
  }

  /** Why. */
  public final Reason reason() {
    return reason;
  }

  /** The value of a call; a {@link PreconditionFailed} where something that it needs is missing. */
  public static <T> T orBlocked(Supplier<T> call) {
    try {
      return call.get();
    } catch (Unavailable e) {
      throw new PreconditionFailed(e.reason());
    }
  }
}
