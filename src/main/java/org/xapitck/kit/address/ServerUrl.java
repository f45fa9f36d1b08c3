package org.xapitck.kit.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The URL of a server: scheme http or https, a host, perhaps a port and a path. The path is the
 * base of all wires. This is the only reader of such URLs.
 *
 * @param uri as the user wrote it, with its scheme in lower case
 */
public record ServerUrl(URI uri) {
  private static final int HIGHEST_PORT = 65_535;
  private static final String JSON_RPC = "jsonrpc";
  private static final Pattern DOTTED = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

  /** What a URL may be, for every sentence that refuses one. */
  private static final String ALLOWED =
      "; allowed is http or https, a host, a port from 1 to 65535 and a path, such as"
          + " https://host/";

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException in one sentence that names the URL and what is allowed; it
   *     shows no user and no password
   */
  public static ServerUrl of(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw refused(text, "is no URL");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused(text, "is no http or https URL");
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
      throw refused(text, "holds a user or password, which belongs into the file of --accounts");
    }
    if (uri.getRawFragment() != null) {
      throw refused(text, "has a fragment");
    }
    if (uri.getRawQuery() != null) {
      throw refused(text, "has a query");
    }
    if (uri.getRawAuthority() != null && uri.getRawAuthority().matches(".*:\\d*")) {
      checkPort(text, uri.getRawAuthority().replaceFirst(".*:", ""));
    }
    if (uri.getHost() == null) {
      throw refused(text, "has no host that can be read");
    }
    return new ServerUrl(URI.create(scheme + text.substring(scheme.length())));
  }

  private static void checkPort(String text, String port) {
    String digits = port.replaceFirst("^0+(?=.)", "");
    boolean within =
        digits.matches("\\d{1,5}")
            && Integer.parseInt(digits) >= 1
            && Integer.parseInt(digits) <= HIGHEST_PORT;
    if (!within) {
      throw refused(text, port.isEmpty() ? "has an empty port" : "has the port " + port);
    }
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException(text.replaceFirst("//.*@", "//...@") + " " + why + ALLOWED);
  }

  /** Whether passwords to it are encrypted. */
  public boolean isSecure() {
    return uri.getScheme().equals("https");
  }

  /** Whether nothing that is sent to it leaves this machine. */
  public boolean isLoopback() {
    return isLoopback(uri.getHost());
  }

  /**
   * Whether a host is this machine: {@code localhost}, 127.0.0.0/8 or ::1. No name is looked up.
   *
   * @param host as a URI has it, an IPv6 address perhaps in brackets
   */
  public static boolean isLoopback(String host) {
    String bare = host.replaceAll("^\\[|\\]$", "");
    if (bare.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (!bare.contains(":") && !DOTTED.matcher(bare).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(bare).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The folder of all wires; ends in a slash. XML-RPC is posted to it. */
  public URI base() {
    return at(folder());
  }

  /** Where both JSON-RPC wires are posted to, unless the user names another path. */
  public URI jsonRpc() {
    return at(folder() + JSON_RPC);
  }

  /** A URL that ends in {@code /jsonrpc} means the folder before it. */
  private String folder() {
    String path = uri.getRawPath().replaceFirst("/$", "");
    String folder =
        path.endsWith("/" + JSON_RPC)
            ? path.substring(0, path.length() - JSON_RPC.length() - 1)
            : path;
    return folder + "/";
  }

  /**
   * Another path of the same server.
   *
   * @param path begins with a slash, escaped as in a URL
   * @throws IllegalArgumentException where that is no path
   */
  public URI at(String path) {
    if (!isPath(path)) {
      throw new IllegalArgumentException(
          path + " is no path of a URL, which begins with / and has no query and no fragment");
    }
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path);
  }

  /** Whether a text is the path of a URL and nothing more. */
  public static boolean isPath(String text) {
    try {
      // a host in front, as // would else begin one
      URI uri = new URI("http://host" + text);
      return text.startsWith("/") && text.equals(uri.getRawPath());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * The same scheme, port and path on another host.
   *
   * @param host a name or a number; an IPv6 address without brackets
   * @throws IllegalArgumentException where that is no host
   */
  public ServerUrl onHost(String host) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return of(uri.getScheme() + "://" + bracketed + port + uri.getRawPath());
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
