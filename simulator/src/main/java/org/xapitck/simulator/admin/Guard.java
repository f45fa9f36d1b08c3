package org.xapitck.simulator.admin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.simulator.http.SideDoor;

/**
 * Lets pass who may control the simulator. A page in a browser may not: it can make the browser
 * send requests here, by a name of its own for this address too, but it cannot leave out {@code
 * Origin} or choose {@code Host}.
 */
public final class Guard {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  /** The port behind a name, a number or a number in brackets. */
  private static final Pattern PORT = Pattern.compile(":\\d*$");

  private static final Pattern NUMBER = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

  private final String host;
  private final Optional<String> token;
  private final boolean loopback;

  Guard(String host, Optional<String> token) {
    this.host = host.toLowerCase(Locale.ROOT);
    this.token = token;
    this.loopback = isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /**
   * Refuses a request that is not to be served.
   *
   * @throws Problem 401 or 403
   */
  void check(SideDoor.Request request) throws Problem {
    if (!loopback && token.isEmpty()) {
      throw new Problem(
          FORBIDDEN,
          "a simulator that listens beyond this machine is controlled with --admin-token alone");
    }
    String called = request.header().apply("host").toLowerCase(Locale.ROOT);
    if (!isOurs(name(called), request.local())) {
      throw new Problem(FORBIDDEN, "the header Host names another server than this one");
    }
    String origin = request.header().apply("origin").toLowerCase(Locale.ROOT);
    if (!origin.isEmpty() && !origin.equals((request.secure() ? "https://" : "http://") + called)) {
      throw new Problem(FORBIDDEN, "the header Origin names a page of another server");
    }
    if (token.isPresent() && !bears(request.header().apply("authorization"), token.get())) {
      throw new Problem(UNAUTHORIZED, "the header Authorization must be: Bearer TOKEN");
    }
  }

  /**
   * Whether a name is one by which this server is called. A name with a dot can belong to anybody
   * who has it point here; a number or a name of one label, as containers have, cannot.
   */
  private boolean isOurs(String name, String local) {
    if (name.equals("localhost") || name.equals(host) || name.equals(local)) {
      return true;
    }
    return loopback
        ? NUMBER.matcher(name).matches() && isLoopback(name)
        : NUMBER.matcher(name).matches() || !name.isEmpty() && !name.contains(".");
  }

  private static String name(String called) {
    return PORT.matcher(called).replaceFirst("").replaceAll("[\\[\\]]", "");
  }

  private static boolean bears(String header, String token) {
    return MessageDigest.isEqual(
        header.getBytes(StandardCharsets.UTF_8),
        ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
  }
}
