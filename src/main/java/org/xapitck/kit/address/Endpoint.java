package org.xapitck.kit.address;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Wire;

/**
 * Where a server listens, and how long the kit waits for it.
 *
 * @param url http or https; its path is the base of all wires: XML-RPC is posted to {@code PATH/},
 *     JSON-RPC to {@code PATH/jsonrpc}
 * @param trust how an https server proves itself
 * @param connectTimeout for the connection
 * @param callTimeout for a whole call, from connecting to the last byte of the answer
 * @param answerLimit bytes of an answer's body; what goes beyond is cut off and malformed
 * @param proxy an HTTP proxy to go through, host and port; empty to go straight
 * @param paths by wire that is served elsewhere than the URL says: the path
 * @param allowPlaintext whether passwords may travel in clear text beyond this machine
 */
public record Endpoint(
    URI url,
    Trust trust,
    Duration connectTimeout,
    Duration callTimeout,
    int answerLimit,
    Optional<URI> proxy,
    Map<Wire, String> paths,
    boolean allowPlaintext) {

  /** What every report says where {@link #isPlaintext} holds. */
  public static final String PLAINTEXT = "passwords travelled in clear text (--allow-plaintext)";

  /** 16 MiB: 1,000 records take about 1 MiB, so no right answer of class task comes near it. */
  public static final int DEFAULT_ANSWER_LIMIT = 16 * 1024 * 1024;

  /**
   * An endpoint.
   *
   * @throws IllegalArgumentException in one sentence, where the URL cannot be used or passwords
   *     would travel in clear text without permission
   */
  public Endpoint {
    paths = Map.copyOf(paths);
    url = ServerUrl.of(url.toString()).uri();
    if (isPlaintext(url, proxy) && !allowPlaintext) {
      throw new IllegalArgumentException(
          url
              + ": passwords would travel in clear text beyond this machine; use an https URL, or"
              + " allow it by --allow-plaintext");
    }
  }

  /** An endpoint without a proxy and without clear text, whose paths are those of the URL. */
  public Endpoint(
      URI url, Trust trust, Duration connectTimeout, Duration callTimeout, int answerLimit) {
    this(url, trust, connectTimeout, callTimeout, answerLimit, Optional.empty(), Map.of(), false);
  }

  /** Whether passwords travel in clear text beyond this machine, to the server or to the proxy. */
  public boolean isPlaintext() {
    return isPlaintext(url, proxy);
  }

  private static boolean isPlaintext(URI url, Optional<URI> proxy) {
    ServerUrl server = ServerUrl.of(url.toString());
    boolean onThisMachine =
        server.isLoopback() && proxy.map(URI::getHost).map(ServerUrl::isLoopback).orElse(true);
    return !server.isSecure() && !onThisMachine;
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

    /** The options of the command line that make it another one than {@link #standard}. */
    public List<String> options() {
      List<String> options = new ArrayList<>();
      caFile.ifPresent(file -> options.add("--ca-file"));
      pin.ifPresent(one -> options.add("--pin"));
      if (insecure) {
        options.add("--insecure");
      }
      client.ifPresent(own -> options.addAll(List.of("--client-cert", "--client-key")));
      return options;
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
   * refuse a login, and a dead server may cost a call and 45 s of probes within the minute that a
   * run may take longer by it.
   */
  public static Endpoint of(URI url, Trust trust) {
    return new Endpoint(
        url, trust, Duration.ofSeconds(5), Duration.ofSeconds(12), DEFAULT_ANSWER_LIMIT);
  }

  /**
   * The same server on another host, for one that says it is not the one to ask.
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public Endpoint onHost(String host) {
    URI other = ServerUrl.of(url.toString()).onHost(host).uri();
    return new Endpoint(
        other, trust, connectTimeout, callTimeout, answerLimit, proxy, paths, allowPlaintext);
  }

  /** The same server, waited for no longer than this. */
  public Endpoint within(Duration patience) {
    return within(patience, patience);
  }

  /** The same server, waited for no longer than this for a connection and for a whole call. */
  public Endpoint within(Duration connecting, Duration calling) {
    return new Endpoint(url, trust, connecting, calling, answerLimit, proxy, paths, allowPlaintext);
  }

  /** Where calls of this wire are posted to. */
  public URI of(Wire wire) {
    ServerUrl server = ServerUrl.of(url.toString());
    if (paths.containsKey(wire)) {
      return server.at(paths.get(wire));
    }
    return switch (wire.notation()) {
      case XML -> server.base();
      case JSON -> server.jsonRpc();
    };
  }
}
