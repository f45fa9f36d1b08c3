package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.tls.Identity;
import org.xapitck.simulator.tls.SelfSigned;

/** Whom the real command trusts. */
@Tag("slow")
class TlsCommandTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir Path folder;

  /**
   * A case.
   *
   * @param server who listens
   * @param trust the options that tell whom to trust
   * @param code the exit code
   * @param said what the console says
   */
  private record Row(Simulator server, List<String> trust, int code, String said) {}

  @Test
  void noCertificateIsTrustedButByTheOptionThatSaysSo() throws Exception {
    Instant now = Instant.now();
    Identity sound = SelfSigned.of(List.of("127.0.0.1"), now.minus(YEAR), now.plus(YEAR));
    Identity old =
        SelfSigned.of(
            List.of("127.0.0.1"), now.minus(YEAR.multipliedBy(2)), now.minus(Duration.ofDays(1)));
    Identity other = SelfSigned.of(List.of("other.example"), now.minus(YEAR), now.plus(YEAR));
    try (Simulator good = server(sound);
        Simulator expired = server(old);
        Simulator elsewhere = server(other)) {
      Map<String, Row> rows = new LinkedHashMap<>();
      rows.put("nobody known", new Row(good, List.of(), 4, "unknown issuer"));
      rows.put("of the CA file", new Row(good, ca(sound), 0, "conformant"));
      rows.put("of another CA file", new Row(good, ca(other), 4, "unknown issuer"));
      rows.put("expired", new Row(expired, ca(old), 4, "expired on"));
      rows.put("of another host", new Row(elsewhere, ca(other), 4, "wrong name"));
      rows.put("pinned", new Row(expired, pin(old), 0, "conformant"));
      rows.put("not the pinned one", new Row(good, pin(old), 4, "not the pinned one"));
      rows.put("insecure", new Row(elsewhere, List.of("--insecure"), 0, "was not checked"));
      judge(rows);
    }
  }

  @Test
  void plainHttpToAPortThatSpeaksTlsIsToldSo() throws Exception {
    Identity identity =
        SelfSigned.of(List.of("127.0.0.1"), Instant.now().minus(YEAR), Instant.now().plus(YEAR));
    try (Simulator server = server(identity)) {
      String url = server.uri().toString().replace("https:", "http:");
      Kit.Ended ended = new Kit(folder).runHere(arguments("doctor", url));
      assertThat(ended.out()).contains("the port speaks TLS; use a URL that begins with https");
      assertThat(ended.code()).isEqualTo(4);
    }
  }

  @Test
  void aCleanUpWithoutThePinShowsTheWholeFingerprint() throws Exception {
    Identity identity =
        SelfSigned.of(List.of("127.0.0.1"), Instant.now().minus(YEAR), Instant.now().plus(YEAR));
    try (Simulator server = server(identity)) {
      String[] cleanup = arguments("cleanup", server.uri().toString(), "--orphans");
      Kit.Ended ended = new Kit(folder).runHere(cleanup);
      assertThat(ended.out()).contains("for --pin: " + fingerprint(identity));
      assertThat(ended.code()).isEqualTo(4);
      String pin = fingerprint(identity);
      String[] pinned = arguments("cleanup", server.uri().toString(), "--orphans", "--pin", pin);
      assertThat(new Kit(folder).runHere(pinned).code()).isZero();
    }
  }

  private String[] arguments(String command, String url, String... more) throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "pool-admin: {username: pool-admin, password: secret}\n");
    List<String> all =
        new ArrayList<>(List.of(command, "--url", url, "--accounts", accounts.toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private void judge(Map<String, Row> rows) throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "pool-admin: {username: pool-admin, password: secret}\n");
    assertThat(rows).hasSize(8);
    SoftAssertions softly = new SoftAssertions();
    rows.forEach(
        (name, row) -> {
          List<String> arguments = new ArrayList<>();
          arguments.addAll(List.of("run", "--url", row.server().uri().toString()));
          arguments.addAll(List.of("--accounts", accounts.toString(), "--wire", "xmlrpc"));
          arguments.addAll(List.of("--tags", "@task.create.result"));
          arguments.addAll(List.of("--ledger", folder.resolve("ledger.jsonl").toString()));
          arguments.addAll(List.of("--report", folder.resolve("report " + name).toString()));
          arguments.addAll(row.trust());
          Kit.Ended ended = new Kit(folder).runHere(arguments.toArray(String[]::new));
          softly.assertThat(ended.code()).as(name + "\n" + ended.err()).isEqualTo(row.code());
          softly.assertThat(ended.out()).as(name).contains(row.said());
        });
    softly.assertAll();
  }

  private static Simulator server(Identity identity) throws Exception {
    return Simulator.start(SimulatorOptions.defaults().withTls(identity));
  }

  private List<String> ca(Identity identity) throws Exception {
    Path file = folder.resolve(fingerprint(identity) + ".pem");
    Files.writeString(
        file,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(identity.chain().get(0).getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    return List.of("--ca-file", file.toString());
  }

  private static List<String> pin(Identity identity) throws Exception {
    return List.of("--pin", fingerprint(identity));
  }

  private static String fingerprint(Identity identity) throws Exception {
    byte[] encoded = identity.chain().get(0).getEncoded();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
  }
}
