package org.xapitck.kit.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.xapitck.kit.catalogue.Release;
import org.xapitck.kit.wire.Endpoint;
import org.xapitck.kit.wire.Wire;

/** Runs of the kit in this JVM, and what they left. */
final class Runs {
  private Runs() {}

  /** The usual options, against the bundled simulator. */
  static RunOptions options(Path report) {
    return new RunOptions(
        Optional.empty(),
        Optional.empty(),
        EnumSet.allOf(Wire.class),
        false,
        Release.PAGE,
        "",
        report,
        3,
        OptionalLong.empty(),
        Endpoint.Trust.standard(),
        Conduct.usual());
  }

  static RunOptions options(Path report, URI url, Path accounts, String tags, Wire... wires) {
    EnumSet<Wire> some = EnumSet.noneOf(Wire.class);
    some.addAll(java.util.List.of(wires));
    return new RunOptions(
        Optional.of(url),
        Optional.of(accounts),
        some,
        false,
        Release.PAGE,
        tags,
        report,
        3,
        OptionalLong.empty(),
        Endpoint.Trust.standard(),
        Conduct.usual());
  }

  /** What a run gave. */
  record Done(int exitCode, String console, JsonNode results) {
    String word() {
      return results.get("verdict").asText();
    }

    /** Verdict by requirement and wire. */
    Map<String, String> verdicts() {
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

    String message(String id, String wire) {
      for (JsonNode entry : results.get("requirements")) {
        if (entry.get("id").asText().equals(id) && entry.get("wire").asText().equals(wire)) {
          return entry.get("message").asText();
        }
      }
      return "";
    }
  }

  static Done run(RunOptions options) throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    int code =
        new Certification(
                options,
                new Surroundings(
                    new PrintStream(console, true, StandardCharsets.UTF_8),
                    false,
                    Clock.systemUTC(),
                    name ->
                        name.equals("XDG_STATE_HOME")
                            ? options.report().resolveSibling("state").toAbsolutePath().toString()
                            : null,
                    () -> UUID.randomUUID().toString()))
            .certify();
    return new Done(
        code,
        console.toString(StandardCharsets.UTF_8),
        new ObjectMapper().readTree(options.report().resolve("results.json").toFile()));
  }
}
