package org.xapitck.simulator.rpc;

/** A body that is not a call: xapi answers HTTP 500 and prints its exception. */
public final class MalformedRequest extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A body that is no call.
   *
   * @param printed the exception as xapi would print it, unescaped
   */
  public MalformedRequest(String printed) {
    super(printed, null, false, false);
  }
}
