package org.xapitck.kit.target;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.wire.Endpoint;
import org.xapitck.kit.wire.Wire;

/**
 * How the kit reaches a server, whichever it is.
 *
 * @param trust how an https server proves itself
 * @param connectTimeout for a connection
 * @param callTimeout for a whole call
 * @param timeScale factor on all patience of the kit, more than 0; 1 for a server near by
 * @param proxy an HTTP proxy to go through; empty to go straight
 * @param paths by wire that is served elsewhere than the URL says: the path
 */
public record Connection(
    Endpoint.Trust trust,
    Duration connectTimeout,
    Duration callTimeout,
    double timeScale,
    Optional<URI> proxy,
    Map<Wire, String> paths) {

  /**
   * 3 s to say anything: after calls without an answer a dead server must not cost another
   * time-out.
   */
  private static final Duration IMPATIENCE = Duration.ofSeconds(3);

  public Connection {
    paths = Map.copyOf(paths);
  }

  /** 5 s to connect, 12 s for a call, no proxy, certificates by the JDK's trust store. */
  public static Connection standard() {
    return new Connection(
        Endpoint.Trust.standard(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(12),
        1,
        Optional.empty(),
        Map.of());
  }

  /** The same with another way to trust. */
  public Connection withTrust(Endpoint.Trust value) {
    return new Connection(value, connectTimeout, callTimeout, timeScale, proxy, paths);
  }

  /** The server at this URL, reached this way. */
  public Endpoint to(URI url) {
    return new Endpoint(
        url,
        trust,
        scaled(connectTimeout),
        scaled(callTimeout),
        Endpoint.DEFAULT_ANSWER_LIMIT,
        proxy,
        paths);
  }

  /** How long to wait for a sign of life. */
  public Duration impatience() {
    return scaled(IMPATIENCE);
  }

  private Duration scaled(Duration duration) {
    return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * timeScale)));
  }
}
