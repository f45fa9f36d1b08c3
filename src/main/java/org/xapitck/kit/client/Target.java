package org.xapitck.kit.client;

import java.time.Duration;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.config.DeclaredScope;

/**
 * The server under test.
 *
 * @param endpoint where it listens
 * @param accounts as whom it is called
 * @param bundled whether it is the simulator that the kit itself started
 * @param declared what of it is to be tested
 */
public record Target(
    Endpoint endpoint, Accounts accounts, boolean bundled, DeclaredScope declared) {

  /** All of a server. */
  public Target(Endpoint endpoint, Accounts accounts, boolean bundled) {
    this(endpoint, accounts, bundled, DeclaredScope.EVERYTHING);
  }

  /** The same, with a connect time-out of at most this. */
  public Target connectingWithin(Duration most) {
    Duration usual = endpoint.connectTimeout();
    Endpoint impatient =
        endpoint.within(usual.compareTo(most) < 0 ? usual : most, endpoint.callTimeout());
    return new Target(impatient, accounts, bundled, declared);
  }
}
