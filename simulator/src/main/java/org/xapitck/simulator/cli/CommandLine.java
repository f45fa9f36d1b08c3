package org.xapitck.simulator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xapitck.simulator.release.Release;

/**
 * What the command line says. Read by hand: a dozen options, and the program has 800 ms in all
 * until its first answer. A new option is a field with its accessor, a case in {@code take}, a line
 * of {@link #HELP} and a word in the list of what is allowed.
 */
public final class CommandLine {
  /** 8080: the usual port of what is not the real thing. */
  private static final int DEFAULT_PORT = 8080;

  /** What {@code --help} prints. */
  public static final String HELP =
      """
      Usage: java -jar xapi-task-simulator.jar [OPTION]... | defects | variants
      A XenAPI server of class task that answers as xapi does.

        --host ADDR     address to listen on (default 127.0.0.1)
        --port N        port, 0 for a free one (default 8080)
        --accounts FILE YAML map of role, or root, to username and password, password-env
                        or password-file (default: user name = role name, password "secret")
        --release R     what to be: rio, miami, orlando, dundee, falcon, stockholm, 21.3.0,
                        24.16, 25.8 or 26.17 (default 24.16)
        --plans FILE    YAML of what server-run tasks do (default: the eight plans that ship)
        --stubs FILE    YAML of answers to what the simulator does not have itself; three ship:
                        ansible-clone, fence-agent and xen-orchestra
        --seed N        the same references and uuids for the same calls
        --frozen        time stands still until a pool-admin calls
                        simulator.advance(session, seconds)
        --log FILE      append each call and its outcome as a line of JSON; at 10 MB the file is
                        put aside as FILE.1
        --journal N     how many calls /__admin/ remembers, 1 to 100000 (default 10000)
        --admin-token T control at /__admin/ takes this token, and is served beyond this machine
        --no-admin      no control at /__admin/
        --tls           serve https by an RSA certificate that is made at the start
        --tls-cert FILE --tls-key FILE
                        serve https by this PEM certificate and its PKCS#8 key
        --defect ID     be wrong in this way; may be repeated
        --variant ID    be different, and right, in this way; may be repeated
        --allow-default-passwords
                        serve the default accounts beyond this machine too
        --debug         print stack traces
        --version       print the version
        --help          print this

      The commands defects and variants list the ids, one a line, and end.
      Prints "listening on URL" when it is ready. Exit code 2: the command line or a file is wrong.
      """;

  private static final String ALLOWED =
      "--host, --port, --accounts, --release, --plans, --stubs, --seed, --frozen, --log, --journal,"
          + " --admin-token, --no-admin, --tls, --tls-cert, --tls-key, --defect, --variant,"
          + " --allow-default-passwords, --debug, --version and --help";

  private static final Set<String> REPEATABLE = Set.of("--defect", "--variant");

  private final Set<String> given = new HashSet<>();
  private String host = "127.0.0.1";
  private int port = DEFAULT_PORT;
  private Optional<Path> accounts = Optional.empty();
  private Release release = Release.standard();
  private Optional<Path> plans = Optional.empty();
  private Optional<Path> stubs = Optional.empty();
  private Optional<Long> seed = Optional.empty();
  private Optional<Path> log = Optional.empty();
  private boolean frozen;
  private AdminFlags admin = AdminFlags.NONE;
  private TlsFlags tls = TlsFlags.NONE;
  private final List<String> defects = new ArrayList<>();
  private final List<String> variants = new ArrayList<>();
  private String listing = "";
  private boolean allowDefaultPasswords;
  private boolean version;
  private boolean help;

  private CommandLine() {}

  /**
   * Reads the arguments.
   *
   * @throws UsageException naming the argument and what is allowed
   */
  public static CommandLine parse(List<String> arguments) throws UsageException {
    CommandLine line = new CommandLine();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      line.take(rest.next(), rest);
    }
    line.tls.checked();
    return line;
  }

  private void take(String argument, Iterator<String> rest) throws UsageException {
    // --name=value is the same as --name value
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Iterator<String> values =
        equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
    if (name.startsWith("--") && !REPEATABLE.contains(name) && !given.add(name)) {
      throw new UsageException("Option " + name + " is given twice; give it once.");
    }
    switch (name) {
      case "--host" -> host = value(name, values);
      case "--port" -> port = port(value(name, values));
      case "--accounts" -> accounts = Optional.of(Path.of(value(name, values)));
      case "--release" -> release = release(value(name, values));
      case "--plans" -> plans = Optional.of(Path.of(value(name, values)));
      case "--stubs" -> stubs = Optional.of(Path.of(value(name, values)));
      case "--frozen" -> frozen = true;
      case "--log" -> log = Optional.of(Path.of(value(name, values)));
      case "--seed" -> seed = Optional.of(seed(value(name, values)));
      case "--journal" -> admin = admin.withJournal(value(name, values));
      case "--admin-token" -> admin = admin.withToken(value(name, values));
      case "--no-admin" -> admin = admin.off();
      case "--tls" -> tls = tls.on();
      case "--tls-cert" -> tls = tls.withCertificate(Path.of(value(name, values)));
      case "--tls-key" -> tls = tls.withKey(Path.of(value(name, values)));
      case "--defect" -> defects.add(value(name, values));
      case "--variant" -> variants.add(value(name, values));
      case "defects", "variants" -> listing = name;
      case "--allow-default-passwords" -> allowDefaultPasswords = true;
      case "--debug" -> {
        // Main looks for it, since it counts even where the other options cannot be read
      }
      case "--version" -> version = true;
      case "--help", "-h" -> help = true;
      default ->
          throw new UsageException("Unknown option " + argument + "; allowed are " + ALLOWED + ".");
    }
  }

  private static String value(String name, Iterator<String> values) throws UsageException {
    if (!values.hasNext()) {
      throw new UsageException("Option " + name + " needs a value behind it.");
    }
    return values.next();
  }

  private static int port(String text) throws UsageException {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        "Port " + text + " is not allowed; it must be a number from 0 (a free one) to 65535.");
  }

  private static Release release(String text) throws UsageException {
    return Release.named(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "Unknown release " + text + "; allowed are " + Release.labels() + "."));
  }

  private static long seed(String text) throws UsageException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new UsageException("Seed " + text + " is not allowed; it must be a whole number.");
    }
  }

  /** The address to listen on. */
  public String host() {
    return host;
  }

  /** The port to listen on; 0 takes a free one. */
  public int port() {
    return port;
  }

  /** The accounts file, if one is given. */
  public Optional<Path> accounts() {
    return accounts;
  }

  /** What the server claims to be. */
  public Release release() {
    return release;
  }

  /** The file of plans for server-run tasks, if one is given. */
  public Optional<Path> plans() {
    return plans;
  }

  /** The file of stubs, if one is given. */
  public Optional<Path> stubs() {
    return stubs;
  }

  /** What makes references and uuids repeatable, if they are to be. */
  public Optional<Long> seed() {
    return seed;
  }

  /** Whether and how https is served. */
  public TlsFlags tls() {
    return tls;
  }

  /** Who may control it over HTTP. */
  public AdminFlags admin() {
    return admin;
  }

  /** The ids of the defects to be seeded with. */
  public List<String> defects() {
    return List.copyOf(defects);
  }

  /** The ids of the variants to be. */
  public List<String> variants() {
    return List.copyOf(variants);
  }

  /** What to list and do nothing else: defects or variants; empty for none. */
  public String listing() {
    return listing;
  }

  /** Whether time is to stand still until a client moves it. */
  public boolean frozen() {
    return frozen;
  }

  /** The file that calls are logged to, if they are to be. */
  public Optional<Path> log() {
    return log;
  }

  /** Whether the default accounts may be served beyond this machine. */
  public boolean allowDefaultPasswords() {
    return allowDefaultPasswords;
  }

  /** Whether to print the version and do nothing else. */
  public boolean version() {
    return version;
  }

  /** Whether to print the help and do nothing else. */
  public boolean help() {
    return help;
  }
}
