package org.xapitck.kit.wire;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server listens and how patient the kit is with it.
 *
 * @param url http or https; XML-RPC is posted to its path, JSON-RPC to {@code /jsonrpc}; a path
 *     that ends in a slash is the folder of both
 * @param trust how an https server proves itself
 * @param connectTimeout for the connection
 * @param callTimeout for a whole call, from connecting to the last byte of the answer
 * @param answerLimit bytes of an answer's body; what goes beyond is cut off and malformed
 * @param proxy an HTTP proxy to go through, host and port; empty to go straight
 * @param paths by wire that is served elsewhere than the URL says: the path
 */
public record Endpoint(
    URI url,
    Trust trust,
    Duration connectTimeout,
    Duration callTimeout,
    int answerLimit,
    Optional<URI> proxy,
    Map<Wire, String> paths) {

  /** 16 MiB: 1,000 records take about 1 MiB, so no right answer of class task comes near it. */
  public static final int DEFAULT_ANSWER_LIMIT = 16 * 1024 * 1024;

  public Endpoint {
    paths = Map.copyOf(paths);
  }

  /** An endpoint without a proxy, whose paths are those of the URL. */
  public Endpoint(
      URI url, Trust trust, Duration connectTimeout, Duration callTimeout, int answerLimit) {
    this(url, trust, connectTimeout, callTimeout, answerLimit, Optional.empty(), Map.of());
  }

  /**
   * How an https server proves itself: by a pinned certificate, else by a CA file where one is
   * given, else by the JDK's trust store.
   *
   * @param caFile PEM certificates to trust instead of the JDK's
   * @param insecure accept any certificate and any name
   * @param pin the SHA-256 fingerprint of the only certificate to accept, 64 hexadecimal digits in
   *     lower case; name, issuer and dates are then not looked at
   * @param client what the kit proves itself by, where the server asks
   */
  public record Trust(
      Optional<Path> caFile,
      boolean insecure,
      Optional<String> pin,
      Optional<ClientCertificate> client) {

    /** Trust without a pin, by a kit without a certificate of its own. */
    public Trust(Optional<Path> caFile, boolean insecure) {
      this(caFile, insecure, Optional.empty(), Optional.empty());
    }

    /** The JDK's trust store. */
    public static Trust standard() {
      return new Trust(Optional.empty(), false);
    }
  }

  /**
   * A certificate of the kit's own.
   *
   * @param certificates PEM file, the kit's own certificate first
   * @param key PEM file of its private key: PKCS#8, not encrypted
   */
  public record ClientCertificate(Path certificates, Path key) {}

  /**
   * An endpoint with the usual patience: 5 s to connect, 12 s for a call: xapi takes up to 10 s to
   * refuse a login, and a dead server may cost three calls and a probe within the minute that a run
   * may take longer by it.
   */
  public static Endpoint of(URI url, Trust trust) {
    return new Endpoint(
        url, trust, Duration.ofSeconds(5), Duration.ofSeconds(12), DEFAULT_ANSWER_LIMIT);
  }

  /** The same server at another address, for one that says it is not the one to ask. */
  public Endpoint at(URI other) {
    return new Endpoint(other, trust, connectTimeout, callTimeout, answerLimit, proxy, paths);
  }

  /** The same server, waited for no longer than this. */
  public Endpoint within(Duration patience) {
    return new Endpoint(url, trust, patience, patience, answerLimit, proxy, paths);
  }
}
