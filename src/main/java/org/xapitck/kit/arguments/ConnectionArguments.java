package org.xapitck.kit.arguments;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.address.ServerUrl;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import picocli.CommandLine.Option;

/** The options that say which server it is, and by which way it is reached. */
@OptionGroup("The server, and the way to it")
final class ConnectionArguments {
  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The server, http or https. Without it run starts the bundled simulator, and cleanup goes"
              + " by its ledgers.")
  private String url;

  @Option(
      names = "--accounts",
      paramLabel = "FILE",
      description = "YAML map of role, and root, to username and password; needed with --url.")
  private Path accounts;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description = "Certificates to trust instead of the JDK's.")
  private Path caFile;

  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description =
          "Trust exactly the certificate with this SHA-256 fingerprint, whatever its name, issuer"
              + " and dates: 64 hexadecimal digits, with or without colons.")
  private String pin;

  @Option(names = "--insecure", description = "Accept any certificate; every report says so.")
  private boolean insecure;

  @Option(
      names = "--allow-plaintext",
      description =
          "Allow plain http to another machine, which sends passwords in clear text; "
              + "every report says so.")
  private boolean allowPlaintext;

  @Option(
      names = "--client-cert",
      paramLabel = "PEM",
      description =
          "The kit's own certificate, for a server that asks for one; needs " + "--client-key.")
  private Path clientCertificate;

  @Option(
      names = "--client-key",
      paramLabel = "PEM",
      description = "Its private key: PKCS#8 without a password.")
  private Path clientKey;

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "HTTP proxy, such as http://proxy:3128.")
  private String proxy;

  @Option(
      names = "--path",
      paramLabel = "WIRE=PATH",
      description =
          "Path of a wire that is not below the path of the URL, such as --path "
              + "jsonrpc2=/api/json; repeatable.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--connect-timeout",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Time-out of a connection, 0.1 to 600; ${DEFAULT-VALUE} by default.")
  private double connectTimeout;

  @Option(
      names = "--call-timeout",
      paramLabel = "SECONDS",
      defaultValue = "12",
      description = "Time-out of a whole call, 0.1 to 3600; ${DEFAULT-VALUE} by default.")
  private double callTimeout;

  @Option(
      names = "--time-scale",
      paramLabel = "FACTOR",
      defaultValue = "1",
      description = "Multiply every time-out, 0.1 to 100; for a slow or distant server.")
  private double timeScale;

  /** Where the server is; empty for the bundled simulator. */
  Optional<URI> url() {
    return Optional.ofNullable(url).map(ConnectionArguments::url);
  }

  /** The accounts file, if the user named one. */
  Optional<Path> accounts() {
    return Optional.ofNullable(accounts);
  }

  /** By which way it is reached. */
  Connection connection() {
    return new Connection(
        new Endpoint.Trust(Optional.ofNullable(caFile), insecure, pin(), client()),
        seconds("--connect-timeout", connectTimeout, 600),
        seconds("--call-timeout", callTimeout, 3600),
        within("--time-scale", timeScale, 100),
        Optional.ofNullable(proxy).map(ConnectionArguments::proxy),
        paths(),
        allowPlaintext);
  }

  private Optional<String> pin() {
    if (pin == null) {
      return Optional.empty();
    }
    String digits =
        pin.toLowerCase(Locale.ROOT).replaceFirst("^sha-?256[:/=]", "").replace(":", "");
    if (!FINGERPRINT.matcher(digits).matches()) {
      throw new BadConfiguration(
          "--pin " + pin + ": not a SHA-256 fingerprint, which has 64 hexadecimal digits");
    }
    return Optional.of(digits);
  }

  private Optional<Endpoint.ClientCertificate> client() {
    if (clientCertificate == null && clientKey == null) {
      return Optional.empty();
    }
    if (clientCertificate == null || clientKey == null) {
      throw new BadConfiguration(
          clientKey == null
              ? "--client-cert needs --client-key beside it"
              : "--client-key needs --client-cert beside it");
    }
    return Optional.of(new Endpoint.ClientCertificate(clientCertificate, clientKey));
  }

  private static URI proxy(String text) {
    try {
      URI uri = new URI(text);
      if ("http".equals(uri.getScheme())
          && uri.getHost() != null
          && uri.getPort() > 0
          && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw notAProxy(text);
    }
    throw notAProxy(text);
  }

  private static BadConfiguration notAProxy(String text) {
    return new BadConfiguration(
        "--proxy "
            + text.replaceFirst("//[^/]*@", "//...@")
            + ": allowed is http://HOST:PORT, without a user or password");
  }

  private Map<Wire, String> paths() {
    Map<Wire, String> byWire = new EnumMap<>(Wire.class);
    for (String path : paths) {
      String[] sides = path.split("=", 2);
      Optional<Wire> wire = Wire.of(sides[0]);
      if (wire.isEmpty() || sides.length < 2 || !ServerUrl.isPath(sides[1])) {
        throw new BadConfiguration(
            "--path "
                + path
                + ": allowed is WIRE=PATH, such as jsonrpc2=/jsonrpc, for xmlrpc, jsonrpc1,"
                + " jsonrpc2");
      }
      byWire.put(wire.get(), sides[1]);
    }
    return byWire;
  }

  private static Duration seconds(String option, double value, int most) {
    return Duration.ofMillis(Math.round(within(option, value, most) * 1000));
  }

  private static double within(String option, double value, int most) {
    if (!(value >= 0.1 && value <= most)) {
      throw new BadConfiguration(option + " " + value + ": allowed are 0.1 to " + most);
    }
    return value;
  }

  private static URI url(String text) {
    try {
      return ServerUrl.of(text).uri();
    } catch (IllegalArgumentException e) {
      throw new BadConfiguration("--url " + e.getMessage());
    }
  }
}
