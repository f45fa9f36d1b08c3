package org.xapitck.kit.target;

import org.xapitck.kit.wire.Endpoint;

/**
 * The server under test.
 *
 * @param endpoint where it listens
 * @param accounts as whom it is called
 * @param bundled whether it is the simulator that the kit itself started
 * @param declared what of it is to be tested
 */
public record Target(Endpoint endpoint, Accounts accounts, boolean bundled, Declared declared) {

  /** All of a server. */
  public Target(Endpoint endpoint, Accounts accounts, boolean bundled) {
    this(endpoint, accounts, bundled, Declared.EVERYTHING);
  }
}
