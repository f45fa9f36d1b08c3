package org.xapitck.simulator.cli;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.release.Release;

/**
 * What the command line says. Read by hand: there are seven options, and the program has 800 ms in
 * all until its first answer.
 *
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param accounts the accounts file, if one is given
 */
public record CommandLine(
    String host,
    int port,
    Optional<Path> accounts,
    Release release,
    boolean allowDefaultPasswords,
    boolean debug,
    boolean help) {

  /** 8080: the usual port of what is not the real thing. */
  private static final int DEFAULT_PORT = 8080;

  /** What {@code --help} prints. */
  public static final String HELP =
      """
      Usage: java -jar xapi-task-simulator.jar [OPTION]...
      A XenAPI server of class task that answers as xapi does.

        --host ADDR     address to listen on (default 127.0.0.1)
        --port N        port, 0 for a free one (default 8080)
        --accounts FILE YAML map of role, or root, to username and password, password-env
                        or password-file (default: user name = role name, password "secret")
        --release R     what to be: rio, miami, orlando, dundee, falcon, stockholm, 21.3.0,
                        24.16 or 25.8 (default 24.16)
        --allow-default-passwords
                        serve the default accounts beyond this machine too
        --debug         print stack traces
        --help          print this

      Prints "listening on URL" when it is ready. Exit code 2: the command line or a file is wrong.
      """;

  /**
   * Reads the arguments.
   *
   * @throws UsageException naming the argument and what is allowed
   */
  public static CommandLine parse(List<String> arguments) throws UsageException {
    CommandLine line =
        new CommandLine(
            "127.0.0.1", DEFAULT_PORT, Optional.empty(), Release.standard(), false, false, false);
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      line = line.with(rest.next(), rest);
    }
    return line;
  }

  private CommandLine with(String argument, Iterator<String> rest) throws UsageException {
    // --name=value is the same as --name value
    int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equals < 0 ? argument : argument.substring(0, equals);
    Iterator<String> values =
        equals < 0 ? rest : List.of(argument.substring(equals + 1)).iterator();
    return switch (name) {
      case "--host" -> withHost(value(name, values));
      case "--port" -> withPort(port(value(name, values)));
      case "--accounts" -> withAccounts(Path.of(value(name, values)));
      case "--release" -> withRelease(release(value(name, values)));
      case "--allow-default-passwords" -> withFlags(true, debug, help);
      case "--debug" -> withFlags(allowDefaultPasswords, true, help);
      case "--help", "-h" -> withFlags(allowDefaultPasswords, debug, true);
      default ->
          throw new UsageException(
              "Unknown option "
                  + argument
                  + "; allowed are --host, --port, --accounts, --release,"
                  + " --allow-default-passwords, --debug and --help.");
    };
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

  private CommandLine withHost(String value) {
    return new CommandLine(value, port, accounts, release, allowDefaultPasswords, debug, help);
  }

  private CommandLine withPort(int value) {
    return new CommandLine(host, value, accounts, release, allowDefaultPasswords, debug, help);
  }

  private CommandLine withAccounts(Path value) {
    return new CommandLine(
        host, port, Optional.of(value), release, allowDefaultPasswords, debug, help);
  }

  private CommandLine withRelease(Release value) {
    return new CommandLine(host, port, accounts, value, allowDefaultPasswords, debug, help);
  }

  private CommandLine withFlags(boolean allow, boolean debugging, boolean helping) {
    return new CommandLine(host, port, accounts, release, allow, debugging, helping);
  }
}
