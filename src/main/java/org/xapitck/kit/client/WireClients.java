package org.xapitck.kit.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.jsonrpc.JsonRpcWire;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.kit.xmlrpc.XmlRpcWire;

/** Makes the clients of the three wires. */
public final class WireClients {
  /** 10 s: xapi waits up to five for its directory, and lets some time pass by itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private WireClients() {}

  /**
   * Opens a client; it connects with the first call.
   *
   * <p>The path of the endpoint's URL is the base of all wires: {@code http://host/xen} has XML-RPC
   * at {@code /xen/} and JSON-RPC at {@code /xen/jsonrpc}. A URL that ends in {@code /jsonrpc}
   * means the folder before it.
   *
   * @throws IllegalArgumentException where the CA file cannot be used, in one sentence
   */
  public static WireClient open(Wire wire, Endpoint endpoint, CallSources sources) {
    URI url = endpoint.of(wire);
    return switch (wire) {
      case XMLRPC -> new XmlRpcWire(endpoint, url, sources.nanos());
      case JSONRPC1, JSONRPC2 -> new JsonRpcWire(wire, endpoint, url, sources);
    };
  }

  /**
   * Opens a client that goes to the master where the host says at login that it is only a member.
   *
   * @param remark receives what a report must say of the way, in words
   */
  public static WireClient following(
      Wire wire, Endpoint endpoint, CallSources sources, Consumer<String> remark) {
    return new MasterFollower(endpoint, one -> patient(wire, one, sources), remark);
  }

  /** A client that gives a call that needs it {@link #PATIENCE}, however little others get. */
  private static WireClient patient(Wire wire, Endpoint endpoint, CallSources sources) {
    WireClient usual = open(wire, endpoint, sources);
    return endpoint.callTimeout().compareTo(PATIENCE) >= 0
        ? usual
        : new PatientClient(
            usual, () -> open(wire, endpoint.within(endpoint.connectTimeout(), PATIENCE), sources));
  }
}
