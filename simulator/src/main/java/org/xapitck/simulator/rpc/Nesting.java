package org.xapitck.simulator.rpc;

/** How deep values may be nested in a request. */
public final class Nesting {
  /**
   * 500 levels. xapi itself has no limit but its stack; 300 KiB of nothing but opening brackets
   * would be 300,000 levels and end a Java thread, and no message of the API takes more than two.
   */
  public static final int LIMIT = 500;

  private Nesting() {}
}
