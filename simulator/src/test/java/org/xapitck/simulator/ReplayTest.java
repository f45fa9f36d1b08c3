package org.xapitck.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.support.TestServer;

/**
 * Replays the recorded exchanges of real servers against the release that each was recorded from,
 * and compares the answers byte for byte.
 *
 * <p>The recordings are no part of this repository. They are looked for in {@code shared/wire} of
 * every folder above, or where the system property {@code xapi.recording} says, which names their
 * folder or one of them; without them this test is skipped, and says so.
 */
@Tag("slow")
class ReplayTest {
  private static final String PROPERTY = "xapi.recording";
  private static final Path BESIDE_THE_CHECKOUT = Path.of("shared", "wire");

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)\\}");

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What the recorded 26.17 says to an unknown method below pool-admin. */
  private static final String RECORDED_WORDING = "no session in context";

  /** What 24.16 says to it, and the simulator in every release. */
  private static final String OUR_WORDING =
      "No permission in user session. (Roles with this permission: pool-admin)";

  /**
   * Of the recording of 26.17, the rows that the simulator answers otherwise. Their wording may
   * come from how that server was started, so nobody knows yet what a real host says there.
   */
  private static final Set<String> OTHER_WORDING =
      Stream.of("vm-operator", "vm-admin", "vm-power-admin", "pool-operator")
          .flatMap(
              role ->
                  Stream.of("xmlrpc", "jsonrpc1", "jsonrpc2")
                      .map(wire -> "role-" + role + "-unknown-method " + wire + " 0"))
          .collect(Collectors.toUnmodifiableSet());

  /** A difference of a row, of which the id names case, wire and step. */
  private record Difference(String row, String recorded, String answer, boolean byWordingAlone) {
    @Override
    public String toString() {
      return row + "\n  want " + recorded + "\n  got  " + answer;
    }
  }

  @Test
  void everyAnswerOfXapi24ComesBackByteForByte() throws Exception {
    assertThat(replayed("xapi-24.16.0.jsonl", Release.XAPI_24_16)).isEmpty();
  }

  @Test
  void everyAnswerOfXapi26ComesBackButForTheWordingOfUnknownMethodsBelowPoolAdmin()
      throws Exception {
    List<Difference> differences = replayed("xapi-26.17.0.jsonl", Release.XAPI_26_17);
    assertThat(differences).allMatch(Difference::byWordingAlone);
    assertThat(differences.stream().map(Difference::row))
        .containsExactlyInAnyOrderElementsOf(OTHER_WORDING);
  }

  /** What differs, after all rows of a recording were sent to a server of its release. */
  private static List<Difference> replayed(String name, Release release) throws Exception {
    Path recording = recording(name);
    if (recording == null) {
      String why =
          "SKIPPED: no recording " + name + " beside the checkout; set -D" + PROPERTY + "=FOLDER";
      System.out.println(why);
      assumeTrue(false, why);
    }
    Map<String, List<Map<String, Object>>> cases = cases(recording);
    List<Difference> differences = new ArrayList<>();
    int rows = 0;
    try (TestServer server = TestServer.start(SimulatorOptions.defaults().withRelease(release))) {
      for (List<Map<String, Object>> steps : cases.values()) {
        rows += steps.size();
        new Case(server).replay(steps, differences);
      }
    }
    System.out.println(
        name + ": replayed " + rows + " exchanges, " + differences.size() + " differ");
    assertThat(rows).isGreaterThan(1000);
    return differences;
  }

  /** Null if there is none; a file that is named and missing is an error. */
  private static Path recording(String name) {
    String given = System.getProperty(PROPERTY);
    if (given != null) {
      Path path = Path.of(given);
      return Files.isDirectory(path) ? path.resolve(name) : path.resolveSibling(name);
    }
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve(BESIDE_THE_CHECKOUT).resolve(name);
      if (Files.isRegularFile(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static Map<String, List<Map<String, Object>>> cases(Path recording) throws IOException {
    Map<String, List<Map<String, Object>>> cases = new LinkedHashMap<>();
    JsonFactory json = new JsonFactory();
    for (String line : Files.readAllLines(recording)) {
      try (JsonParser parser = json.createParser(line)) {
        Map<String, Object> row = new HashMap<>();
        parser.nextToken();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          JsonToken token = parser.nextToken();
          if (token.isScalarValue()) {
            row.put(name, parser.getText());
          } else if (name.equals("call")) {
            row.put(name, texts(parser));
          }
        }
        cases
            .computeIfAbsent(row.get("case") + " " + row.get("protocol"), k -> new ArrayList<>())
            .add(row);
      }
    }
    return cases;
  }

  /** The texts at the top level of an array; of anything nested, nothing. */
  private static List<String> texts(JsonParser parser) throws IOException {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isStructStart()) {
        parser.skipChildren();
      } else {
        texts.add(parser.getText());
      }
    }
    return texts;
  }

  /** One case: its steps share the values that earlier answers gave. */
  private static final class Case {
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> values = new HashMap<>();
    private final TestServer server;

    Case(TestServer server) {
      this.server = server;
    }

    void replay(List<Map<String, Object>> steps, List<Difference> differences) throws Exception {
      for (Map<String, Object> row : steps) {
        @SuppressWarnings("unchecked")
        List<String> call = (List<String>) row.get("call");
        boolean raw = row.get("protocol").equals("raw");
        String account = raw ? "pool-admin" : call.get(0);
        if (!account.equals("-")) {
          values.put("session", server.session(account));
        }
        String verb = raw ? call.get(0) : "POST";
        String path = raw ? call.get(1) : row.get("protocol").equals("xmlrpc") ? "/" : "/jsonrpc";
        // the password that root had in the recording
        String request = ((String) row.get("request")).replace("root-pw", "secret");
        String body = raw ? call.get(3).replace("{s}", "{session}") : request;
        compare(row, send(verb, path, unmask(body)), differences);
      }
    }

    private HttpResponse<String> send(String verb, String path, String body) throws Exception {
      HttpRequest.BodyPublisher publisher =
          body.isEmpty() && !verb.equals("POST")
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body);
      URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
      return client.send(
          HttpRequest.newBuilder(uri).method(verb, publisher).build(),
          HttpResponse.BodyHandlers.ofString());
    }

    /** Compares, and learns from the answer what the names in the recorded one stand for. */
    private void compare(
        Map<String, Object> row, HttpResponse<String> response, List<Difference> differences) {
      String recorded = (String) row.get("answer");
      int status = Integer.parseInt((String) row.get("status"));
      String type = response.headers().firstValue("content-type").orElse("");
      String answer = response.body();
      learn(recorded, answer);
      boolean sameHead = status == response.statusCode() && type.equals(row.get("content_type"));
      if (!sameHead || !(status >= 500 || matches(recorded, answer))) {
        differences.add(
            new Difference(
                row.get("case") + " " + row.get("protocol") + " " + row.get("step"),
                recorded,
                answer,
                sameHead
                    && recorded.contains(RECORDED_WORDING)
                    && matches(recorded.replace(RECORDED_WORDING, OUR_WORDING), answer)));
      }
    }

    private void learn(String recorded, String answer) {
      Matcher names = NAME.matcher(recorded);
      while (names.find()) {
        String name = names.group(1);
        boolean saved = !List.of("ref", "uuid", "time", "session").contains(name);
        if (saved && !values.containsKey(name)) {
          Matcher ref = Pattern.compile("(?:OpaqueRef:)?" + UUID).matcher(answer);
          if (ref.find()) {
            values.put(name, ref.group());
          }
        }
      }
    }

    private boolean matches(String recorded, String answer) {
      StringBuilder pattern = new StringBuilder();
      Matcher names = NAME.matcher(recorded);
      int end = 0;
      while (names.find()) {
        pattern.append(Pattern.quote(recorded.substring(end, names.start())));
        pattern.append(
            switch (names.group(1)) {
              case "ref" -> "OpaqueRef:" + UUID;
              case "uuid" -> UUID.pattern();
              case "time" -> "20\\d{6}T\\d\\d:\\d\\d:\\d\\dZ";
              default -> Pattern.quote(values.getOrDefault(names.group(1), names.group()));
            });
        end = names.end();
      }
      pattern.append(Pattern.quote(recorded.substring(end)));
      return answer.matches("(?s)" + pattern);
    }

    private String unmask(String body) {
      // a request may itself send a password or a name in braces; only known values are put in
      Matcher names = NAME.matcher(body);
      return names.replaceAll(
          found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
  }
}
