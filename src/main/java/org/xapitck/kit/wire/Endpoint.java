package org.xapitck.kit.wire;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
 */
public record Endpoint(
    URI url, Trust trust, Duration connectTimeout, Duration callTimeout, int answerLimit) {

  /** 16 MiB: 1,000 records take about 1 MiB, so no right answer of class task comes near it. */
  public static final int DEFAULT_ANSWER_LIMIT = 16 * 1024 * 1024;

  /**
   * How an https server proves itself: by a CA file where one is given, by the JDK's trust store
   * otherwise.
   *
   * @param caFile PEM certificates to trust instead of the JDK's
   * @param insecure accept any certificate and any name
   */
  public record Trust(Optional<Path> caFile, boolean insecure) {
    /** The JDK's trust store. */
    public static Trust standard() {
      return new Trust(Optional.empty(), false);
    }
  }

  /** An endpoint with the usual patience: 5 s to connect, 15 s for a call. */
  public static Endpoint of(URI url, Trust trust) {
    return new Endpoint(
        url, trust, Duration.ofSeconds(5), Duration.ofSeconds(15), DEFAULT_ANSWER_LIMIT);
  }
}
