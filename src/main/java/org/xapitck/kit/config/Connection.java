package org.xapitck.kit.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;

/**
 * How the kit reaches a server, whichever it is.
 *
 * @param trust how an https server proves itself
 * @param connectTimeout for a connection
 * @param callTimeout for a whole call
 * @param timeScale factor on all patience of the kit, more than 0; 1 for a server near by
 * @param proxy an HTTP proxy to go through; empty to go straight
 * @param paths by wire that is served elsewhere than the URL says: the path
 * @param allowPlaintext whether passwords may travel in clear text beyond this machine
 */
public record Connection(
    Endpoint.Trust trust,
    Duration connectTimeout,
    Duration callTimeout,
    double timeScale,
    Optional<URI> proxy,
    Map<Wire, String> paths,
    boolean allowPlaintext) {

  /**
   * 3 s to say anything: after calls without an answer a dead server must not cost another
   * time-out.
   */
  private static final Duration IMPATIENCE = Duration.ofSeconds(3);

  /**
   * 42 s from the first call without an answer to the last probe, which takes 3 s. With the first
   * call's 12 s a dead server costs a run 57 s, and one that is frozen for 45 s is waited for.
   */
  private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(42);

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
        Map.of(),
        false);
  }

  /** The same with another way to trust. */
  public Connection withTrust(Endpoint.Trust value) {
    return new Connection(
        value, connectTimeout, callTimeout, timeScale, proxy, paths, allowPlaintext);
  }

  /** The same, with or without permission to send passwords in clear text beyond this machine. */
  public Connection withPlaintext(boolean value) {
    return new Connection(trust, connectTimeout, callTimeout, timeScale, proxy, paths, value);
  }

  /**
   * The server at this URL, reached this way.
   *
   * @throws BadConfiguration where the URL cannot be used, where options of TLS would be of no
   *     effect, or where passwords would travel in clear text without permission
   */
  public Endpoint to(URI url) {
    try {
      if (!ServerUrl.of(url.toString()).isSecure() && !trust.options().isEmpty()) {
        throw new BadConfiguration(
            String.join(", ", trust.options())
                + ": only https has certificates, and the server is "
                + url
                + "; use an https URL, or leave the option out");
      }
      return new Endpoint(
          url,
          trust,
          scaled(connectTimeout),
          scaled(callTimeout),
          Endpoint.DEFAULT_ANSWER_LIMIT,
          proxy,
          paths,
          allowPlaintext);
    } catch (IllegalArgumentException unusable) {
      throw new BadConfiguration(unusable.getMessage());
    }
  }

  /** How long to wait for a sign of life. */
  public Duration impatience() {
    return scaled(IMPATIENCE);
  }

  /** How long a server that has fallen silent is probed before its wire is given up. */
  public Duration longestOutage() {
    return scaled(LONGEST_OUTAGE);
  }

  private Duration scaled(Duration duration) {
    return Duration.ofMillis(Math.max(1, Math.round(duration.toMillis() * timeScale)));
  }
}
