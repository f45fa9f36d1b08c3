package org.xapitck.kit.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.Environment;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;

/** Runs of the kit in this JVM, and what they left. */
public final class Runs {
  /** The standard, but for a server that answers, however slow the machine is. */
  public static final Connection PATIENT =
      new Connection(
          Endpoint.Trust.standard(),
          Waiting.LIMIT,
          Waiting.LIMIT,
          1,
          Optional.empty(),
          Map.of(),
          false);

  private Runs() {}

  /** The usual options, against the bundled simulator. */
  public static RunOptions options(Path report) {
    return RunOptions.defaults(report).withConnection(PATIENT);
  }

  public static RunOptions options(
      Path report, URI url, Path accounts, String tags, Wire... wires) {
    EnumSet<Wire> some = EnumSet.noneOf(Wire.class);
    some.addAll(List.of(wires));
    return options(report).withServer(url, accounts).withTags(tags).withWires(some, false);
  }

  /** What a run gave. */
  public record Done(int exitCode, String console, JsonNode results) {
    public String word() {
      return results.get("verdict").asText();
    }

    /** Verdict by requirement and wire. */
    public Map<String, String> verdicts() {
      Map<String, String> verdicts = new TreeMap<>();
      results
          .get("requirements")
          .forEach(
              entry ->
                  verdicts.put(
                      entry.get("id").asText() + " " + entry.get("wire").asText(),
                      entry.get("verdict").asText()));
      return verdicts;
    }

    public String message(String id, String wire) {
      for (JsonNode entry : results.get("requirements")) {
        if (entry.get("id").asText().equals(id) && entry.get("wire").asText().equals(wire)) {
          return entry.get("message").asText();
        }
      }
      return "";
    }
  }

  public static Done run(RunOptions options) throws IOException {
    return run(options, System::nanoTime);
  }

  /**
   * Runs in another time.
   *
   * @param nanos what time-outs of calls are measured by
   */
  public static Done run(RunOptions options, LongSupplier nanos) throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    Path folder = options.reports().folder().toAbsolutePath().getParent();
    int code =
        new Certification(options, environment(folder, console, Clock.systemUTC(), nanos))
            .certify();
    return new Done(
        code,
        console.toString(StandardCharsets.UTF_8),
        new ObjectMapper().readTree(options.reports().folder().resolve("results.json").toFile()));
  }

  /**
   * The world around a run: its state folder and its temporary folder are in the given one.
   *
   * @param nanos what time-outs of calls are measured by
   */
  public static Environment environment(
      Path folder, OutputStream console, Clock clock, LongSupplier nanos) {
    return new Environment(
        new PrintStream(console, true, StandardCharsets.UTF_8),
        Screen.PLAIN,
        clock,
        nanos,
        name -> name.equals("XDG_STATE_HOME") ? folder.resolve("state").toString() : null,
        () -> UUID.randomUUID().toString(),
        folder.resolve("tmp"));
  }

  /** References of all tasks on the server, as root sees them. */
  public static List<String> tasks(URI server) {
    return List.copyOf(statuses(server).keySet());
  }

  /** Statuses of all tasks on the server by reference, as root sees them. */
  public static Map<String, String> statuses(URI server) {
    Map<String, String> statuses = new TreeMap<>();
    ((Value.Struct) asRoot(server, "task.get_all_records"))
        .members()
        .forEach(
            (ref, record) ->
                statuses.put(ref, text(((Value.Struct) record).members().get("status"))));
    return statuses;
  }

  /** Makes a task as root, without a description; returns its reference. */
  public static String create(URI server, String label) {
    return text(asRoot(server, "task.create", label, ""));
  }

  private static Value asRoot(URI server, String method, String... own) {
    try (WireClient client =
        WireClients.open(
            Wire.XMLRPC,
            Endpoint.of(server, Endpoint.Trust.standard()),
            CallSources.timedBy(System::nanoTime))) {
      List<String> parameters = new ArrayList<>();
      parameters.add(
          text(success(client.call("session.login_with_password", List.of("root", "secret")))));
      parameters.addAll(List.of(own));
      return success(client.call(method, parameters));
    }
  }

  private static String text(Value value) {
    return ((Value.Text) value).text();
  }

  private static Value success(Exchange exchange) {
    return ((Answer.Success) exchange.answer()).value();
  }
}
