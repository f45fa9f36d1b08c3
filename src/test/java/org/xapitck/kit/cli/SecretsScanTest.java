package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of whatever a run writes or prints holds the password or a session, however spelt. */
@Tag("slow")
class SecretsScanTest {
  private static final String PASSWORD = "pl&nted \"pass\" <w0rd>/+%\\ 3cr3t";

  /** Allure's page holds its data as base64. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{32,}={0,2}");

  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @TempDir Path folder;

  @Test
  void aServerThatRepeatsPasswordAndSessionEverywhereMakesTheKitTellNobody() throws Exception {
    Kit kit = new Kit(folder);
    Path secret = Files.createDirectory(folder.resolve("not-scanned"));
    Path password = Files.writeString(secret.resolve("password"), PASSWORD + "\n");
    Path accounts =
        Files.writeString(
            secret.resolve("accounts.yaml"),
            "root: {username: root, password-file: " + password + "}\n");
    try (Kit.Server right = kit.server("--accounts", accounts.toString());
        EchoingServer server = new EchoingServer(java.net.URI.create(right.url()), PASSWORD)) {
      String url = server.uri().toString();
      Kit.Ended run =
          kit.runHere(
              "run",
              "--url",
              url,
              "--accounts",
              accounts.toString(),
              "--ledger",
              folder.resolve("ledger.jsonl").toString(),
              "--release",
              "page",
              "--report",
              folder.resolve("report").toString(),
              "--debug");
      assertThat(run.out()).contains("non-conformant");
      keep("run", run);
      keep(
          "rerun",
          kit.runHere(
              "rerun",
              "task.destroy.effect",
              "--url",
              url,
              "--accounts",
              accounts.toString(),
              "--ledger",
              folder.resolve("rerun.jsonl").toString(),
              "--release",
              "page",
              "--report",
              folder.resolve("rerun").toString(),
              "--debug"));
      keep(
          "cleanup",
          kit.runHere(
              "cleanup", "--orphans", "--yes", "--url", url, "--accounts", accounts.toString()));
      assertThat(server.sessions).hasSizeGreaterThan(3);
      assertThat(found(server.sessions)).isEmpty();
    }
    assertThat(folder.resolve("report/allure-report/index.html")).exists();
    assertThat(Files.readString(folder.resolve("report/results.json"))).contains("***");
  }

  /** Puts what a command printed where it is scanned. */
  private void keep(String command, Kit.Ended ended) throws IOException {
    assertThat(ended.out()).isNotEmpty();
    Files.writeString(folder.resolve(command + "-out.txt"), ended.out());
    Files.writeString(folder.resolve(command + "-err.txt"), ended.err());
  }

  /**
   * Every spelling of the password and every session that some file holds, with the file. What
   * makes a session secret is its uuid, which no notation spells otherwise.
   */
  private Map<String, String> found(Collection<String> sessions) throws IOException {
    List<String> spellings = spellings(PASSWORD);
    Set<String> secret =
        sessions.stream()
            .map(session -> session.substring(session.indexOf(':') + 1))
            .collect(Collectors.toSet());
    assertThat(secret).allMatch(session -> UUID.matcher(session).matches());
    Map<String, String> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (file.startsWith(folder.resolve("not-scanned"))) {
          continue;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        StringBuilder all = new StringBuilder(text);
        Matcher encoded = BASE64.matcher(text);
        while (encoded.find()) {
          all.append('\n').append(decoded(encoded.group()));
        }
        Stream<String> leaked =
            Stream.concat(
                spellings.stream().filter(spelling -> all.indexOf(spelling) >= 0),
                UUID.matcher(all).results().map(MatchResult::group).filter(secret::contains));
        leaked.forEach(
            spelling -> {
              int at = all.indexOf(spelling);
              found.put(
                  folder.relativize(file) + " holds " + spelling,
                  all.substring(Math.max(0, at - 60), Math.min(all.length(), at + 80)));
            });
      }
    }
    return found;
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static List<String> spellings(String secret) {
    return List.of(
        secret,
        URLEncoder.encode(secret, StandardCharsets.UTF_8),
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
        EchoingServer.xml(secret),
        EchoingServer.json(secret),
        EchoingServer.xml(secret).replace("\"", "&quot;"));
  }
}
