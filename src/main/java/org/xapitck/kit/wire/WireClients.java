package org.xapitck.kit.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Makes the clients of the three wires. */
public final class WireClients {
  private static final String JSON_RPC = "/jsonrpc";

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
   * <p>XML-RPC is posted to the path of the endpoint's URL, {@code /} where it has none. JSON-RPC
   * is posted to {@code /jsonrpc}; where the URL's path ends in a slash, it is taken for the folder
   * of both: {@code http://host/xen/} has XML-RPC at {@code /xen/} and JSON-RPC at {@code
   * /xen/jsonrpc}. A URL that ends in {@code /jsonrpc} is understood as the folder before it.
   *
   * @throws IllegalArgumentException where the URL or the CA file cannot be used, in one sentence
   */
  public static WireClient open(Wire wire, Endpoint endpoint, Sources sources) {
    URI url = url(wire, endpoint);
    return wire == Wire.XMLRPC
        ? new XmlRpcWire(endpoint, url, sources.nanos())
        : new JsonRpcWire(wire, endpoint, url, sources);
  }

  /**
   * Opens a client that goes to the master where the host says at login that it is only a member.
   *
   * @param told where it went
   */
  public static WireClient following(
      Wire wire, Endpoint endpoint, Sources sources, Consumer<URI> told) {
    return new MasterFollower(endpoint.url(), url -> open(wire, endpoint.at(url), sources), told);
  }

  /** Where calls of this wire are posted to. */
  static URI url(Wire wire, Endpoint endpoint) {
    String path = endpoint.paths().get(wire);
    return path == null ? url(wire, endpoint.url()) : at(endpoint.url(), path);
  }

  /** Where calls of this wire are posted to, if the URL alone tells. */
  static URI url(Wire wire, URI url) {
    String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
    boolean ofJson = path.endsWith(JSON_RPC);
    String folder =
        ofJson || path.endsWith("/") ? path.substring(0, path.lastIndexOf('/') + 1) : "/";
    String target = wire != Wire.XMLRPC ? folder + JSON_RPC.substring(1) : ofJson ? folder : path;
    return at(url, target);
  }

  private static URI at(URI url, String path) {
    String scheme = String.valueOf(url.getScheme());
    if (url.getHost() == null || !scheme.matches("(?i)https?")) {
      throw new IllegalArgumentException("not an http or https URL with a host: " + url);
    }
    try {
      return new URI(scheme, null, url.getHost(), url.getPort(), path, null, null);
    } catch (URISyntaxException unusable) {
      throw new IllegalArgumentException("not a URL to call: " + url, unusable);
    }
  }
}
