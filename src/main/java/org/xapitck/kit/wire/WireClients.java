package org.xapitck.kit.wire;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Makes the clients of the three wires. */
public final class WireClients {
  private WireClients() {}

  /**
   * What a client needs of the world beside the network.
   *
   * @param ids numbers for JSON-RPC requests, each another one; safe for many threads
   * @param nanos the time in nanoseconds from any start, never going back
   */
  public record Sources(LongSupplier ids, LongSupplier nanos) {
    /** Ids from 1 upwards and the JVM's clock. */
    public static Sources standard() {
      return timedBy(System::nanoTime);
    }

    /** Ids from 1 upwards and this time. */
    public static Sources timedBy(LongSupplier nanos) {
      return new Sources(new AtomicLong()::incrementAndGet, nanos);
    }
  }

  /**
   * Opens a client; it connects with the first call.
   *
   * <p>The path of the endpoint's URL is the base of all wires: {@code http://host/xen} has XML-RPC
   * at {@code /xen/} and JSON-RPC at {@code /xen/jsonrpc}. A URL that ends in {@code /jsonrpc}
   * means the folder before it.
   *
   * @throws IllegalArgumentException where the CA file cannot be used, in one sentence
   */
  public static WireClient open(Wire wire, Endpoint endpoint, Sources sources) {
    URI url = endpoint.of(wire);
    return wire == Wire.XMLRPC
        ? new XmlRpcWire(endpoint, url, sources.nanos())
        : new JsonRpcWire(wire, endpoint, url, sources);
  }

  /**
   * Opens a client that goes to the master where the host says at login that it is only a member.
   *
   * @param remark receives what a report must say of the way, in words
   */
  public static WireClient following(
      Wire wire, Endpoint endpoint, Sources sources, Consumer<String> remark) {
    return new MasterFollower(endpoint, one -> open(wire, one, sources), remark);
  }
}
