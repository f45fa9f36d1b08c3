package org.xapitck.kit.run;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.text.Shell;
import org.xapitck.kit.work.ServerWork;

/** What a command line needs so that a run, or a scenario, is repeated against the same server. */
final class RerunLine {
  private RerunLine() {}

  /** Options as a shell takes them, with a space in front; none for the bundled simulator. */
  static String options(RunOptions options) {
    StringBuilder line = new StringBuilder();
    options.server().url().ifPresent(url -> add(line, "--url", url));
    options.server().accounts().ifPresent(file -> add(line, "--accounts", file));
    options.judging().release().ifPresent(release -> add(line, "--release", release));
    options.judging().catalogue().ifPresent(one -> add(line, "--catalogue", one.version()));
    connection(options.server().connection(), line);
    options
        .scope()
        .declared()
        .roles()
        .ifPresent(roles -> add(line, "--roles", String.join(",", new TreeSet<>(roles))));
    options
        .work()
        .sources()
        .ifPresent(sources -> sources.forEach(source -> add(line, "--task-source", source)));
    if (!options.work().patience().equals(ServerWork.PATIENCE)) {
      add(line, "--task-patience", options.work().patience().toSeconds());
    }
    return line.toString();
  }

  /** The command that repeats a whole run. */
  static String command(RunOptions options) {
    StringBuilder line =
        new StringBuilder("java -jar xapi-task-tck.jar run").append(options(options));
    if (options.scope().wiresNamed()) {
      add(
          line,
          "--wire",
          options.scope().wires().stream().sorted().map(Wire::id).collect(Collectors.joining(",")));
    }
    if (!options.scope().tags().isEmpty()) {
      add(line, "--tags", options.scope().tags());
    }
    if (!options.scope().shard().isWhole()) {
      add(line, "--shard", options.scope().shard());
    }
    line.append(options.scope().declared().readOnly() ? " --read-only" : "");
    line.append(options.scope().declared().wrongPassword() ? "" : " --no-wrong-password");
    options.execution().seed().ifPresent(seed -> add(line, "--random-order", seed));
    options.execution().baselines().forEach(file -> add(line, "--baseline", file));
    line.append(options.execution().failOnWarning() ? " --fail-on warning" : "");
    return line.toString();
  }

  private static void connection(Connection connection, StringBuilder line) {
    Endpoint.Trust trust = connection.trust();
    trust.caFile().ifPresent(file -> add(line, "--ca-file", file));
    trust.pin().ifPresent(pin -> add(line, "--pin", pin));
    trust
        .client()
        .ifPresent(
            own -> {
              add(line, "--client-cert", own.certificates());
              add(line, "--client-key", own.key());
            });
    line.append(trust.insecure() ? " --insecure" : "");
    line.append(connection.allowPlaintext() ? " --allow-plaintext" : "");
    connection.proxy().ifPresent(proxy -> add(line, "--proxy", proxy));
    connection.paths().forEach((wire, path) -> add(line, "--path", wire + "=" + path));
  }

  private static void add(StringBuilder line, String option, Object value) {
    line.append(' ').append(option).append(' ').append(Shell.word(value.toString()));
  }
}
