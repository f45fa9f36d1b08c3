package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.tls.Identity;
import org.xapitck.simulator.tls.SelfSigned;

/** The way to the server, through whole runs of one scenario. */
@Tag("slow")
class ConnectionTest {
  private static final Instant NOW = Instant.now();
  private static final Duration YEAR = Duration.ofDays(365);

  private static Identity sound;
  private static Identity expired;
  private static Identity ofTomorrow;
  private static Identity ofAnother;

  @TempDir Path folder;

  @BeforeAll
  static void certificates() {
    sound = SelfSigned.of(List.of("127.0.0.1", "localhost"), NOW.minus(YEAR), NOW.plus(YEAR));
    expired =
        SelfSigned.of(
            List.of("127.0.0.1"), NOW.minus(YEAR.multipliedBy(2)), NOW.minus(Duration.ofDays(1)));
    ofTomorrow = SelfSigned.of(List.of("127.0.0.1"), NOW.plus(Duration.ofDays(1)), NOW.plus(YEAR));
    ofAnother = SelfSigned.of(List.of("other.example"), NOW.minus(YEAR), NOW.plus(YEAR));
  }

  @Test
  void aCertificateOfNobodyKnownIsRefusedAndItsFingerprintShown() throws Exception {
    Runs.Done done = run(sound, Endpoint.Trust.standard());
    assertRefused(done, "unknown issuer", sound);
  }

  @Test
  void aCertificateOfTheCaFileIsTrusted() throws Exception {
    assertThat(run(sound, byFile(sound)).exitCode()).isZero();
  }

  @Test
  void anExpiredCertificateIsRefusedWithItsDate() throws Exception {
    assertRefused(run(expired, byFile(expired)), "expired on", expired);
  }

  @Test
  void aCertificateOfTheFutureIsRefused() throws Exception {
    assertRefused(run(ofTomorrow, byFile(ofTomorrow)), "not good before", ofTomorrow);
  }

  @Test
  void aCertificateOfAnotherHostIsRefused() throws Exception {
    assertRefused(run(ofAnother, byFile(ofAnother)), "wrong name", ofAnother);
  }

  @Test
  void thePinnedCertificateIsTrustedWhateverIsWrongWithIt() throws Exception {
    assertThat(run(expired, byPin(expired)).exitCode()).isZero();
    assertThat(run(ofAnother, byPin(ofAnother)).exitCode()).isZero();
  }

  @Test
  void anotherCertificateThanThePinnedOneIsRefusedEvenIfTheFileKnowsIt() throws Exception {
    Endpoint.Trust trust =
        new Endpoint.Trust(byFile(sound).caFile(), false, byPin(expired).pin(), Optional.empty());
    assertRefused(run(sound, trust), "not the pinned one", sound);
  }

  @Test
  void insecureTakesAnyCertificateAndIsLoud() throws Exception {
    Runs.Done done = run(expired, new Endpoint.Trust(Optional.empty(), true));
    assertThat(done.exitCode()).isZero();
    assertThat(done.console()).contains("NOTE: the server's certificate was not checked");
    assertThat(done.results().get("notices").toString()).contains("--insecure");
  }

  @Test
  void httpsToAPlainServerAndTheOtherWayRoundAreUnreachable() throws Exception {
    try (Simulator plain = Simulator.start(SimulatorOptions.defaults())) {
      URI https = URI.create(plain.uri().toString().replace("http:", "https:"));
      assertThat(run(https, Runs.PATIENT).exitCode()).isEqualTo(4);
    }
    try (Simulator secure = Simulator.start(SimulatorOptions.defaults().withTls(sound))) {
      URI http = URI.create(secure.uri().toString().replace("https:", "http:"));
      assertThat(run(http, Runs.PATIENT).exitCode()).isEqualTo(4);
    }
  }

  @Test
  void aMemberOfAPoolSendsTheRunToItsMasterOnceAndTheReportSaysSo() throws Exception {
    try (Simulator master = Simulator.start(SimulatorOptions.defaults().withHost("127.0.0.2"));
        Simulator member = memberBeside(master, "127.0.0.2")) {
      Runs.Done done = run(member.uri(), Runs.PATIENT);
      assertThat(done.exitCode()).isZero();
      assertThat(done.results().get("notices").toString())
          .contains("127.0.0.1 is a member of a pool; its master 127.0.0.2 was tested");
    }
  }

  @Test
  void twoMembersThatNameEachOtherDoNotSendTheKitToAndFro() throws Exception {
    try (Simulator one = Simulator.start(pointingTo("127.0.0.1").withHost("127.0.0.2"));
        Simulator other = memberBeside(one, "127.0.0.2")) {
      Runs.Done done = run(other.uri(), Runs.PATIENT);
      assertThat(done.exitCode()).isEqualTo(4);
      assertThat(done.console()).contains("HOST_IS_SLAVE");
    }
  }

  @Test
  void loginFallsBackFromFourParametersToTwo() throws Exception {
    List<Integer> counts = new CopyOnWriteArrayList<>();
    Alteration watching =
        api(
            (call, then, right) -> {
              if (call.method().equals("session.login_with_password")) {
                counts.add(call.parameters().size());
              }
              right.call(call, then);
            });
    try (Simulator rio =
        Simulator.start(
            SimulatorOptions.defaults().withRelease(Release.RIO).withAlteration(watching))) {
      assertThat(run(rio.uri(), Runs.PATIENT, Wire.XMLRPC).exitCode()).isZero();
      assertThat(counts).startsWith(4, 3, 2);
    }
  }

  @Test
  void aWireElsewhereIsFoundByItsPath() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      URI wrong = simulator.uri().resolve("jsonrpc/below");
      Connection lost =
          new Connection(
              Endpoint.Trust.standard(),
              Waiting.LIMIT,
              Waiting.LIMIT,
              1,
              Optional.empty(),
              java.util.Map.of(Wire.XMLRPC, "/RPC2"),
              false);
      assertThat(run(wrong, lost, Wire.XMLRPC).exitCode()).isZero();
      assertThat(run(wrong, Runs.PATIENT, Wire.XMLRPC).exitCode()).isNotZero();
    }
  }

  private void assertRefused(Runs.Done done, String problem, Identity identity)
      throws GeneralSecurityException {
    assertThat(done.exitCode()).isEqualTo(4);
    assertThat(done.results().get("notices").toString())
        .contains(problem)
        .contains(fingerprint(identity));
    // one cause, once, and whole: people copy it
    assertThat(done.console()).containsOnlyOnce(fingerprint(identity));
  }

  private Runs.Done run(Identity identity, Endpoint.Trust trust) throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withTls(identity))) {
      return run(simulator.uri(), Runs.PATIENT.withTrust(trust));
    }
  }

  private Runs.Done run(URI url, Connection connection, Wire... wires) throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, DefaultAccounts.yaml());
    Wire[] some = wires.length == 0 ? Wire.values() : wires;
    return Runs.run(
        Runs.options(folder.resolve("report"), url, accounts, "@task.create.result", some)
            .withConnection(connection));
  }

  private Endpoint.Trust byFile(Identity identity) throws Exception {
    return new Endpoint.Trust(Optional.of(pem(identity)), false);
  }

  private static Endpoint.Trust byPin(Identity identity) throws GeneralSecurityException {
    return new Endpoint.Trust(
        Optional.empty(), false, Optional.of(fingerprint(identity)), Optional.empty());
  }

  private Path pem(Identity identity) throws Exception {
    return Files.writeString(
        folder.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(identity.chain().get(0).getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }

  private static String fingerprint(Identity identity) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(identity.chain().get(0).getEncoded()));
  }

  /** On the port of the master, as in a real pool; the kit keeps the port. */
  private static Simulator memberBeside(Simulator master, String address) throws IOException {
    return Simulator.start(pointingTo(address).withPort(master.port()));
  }

  private static SimulatorOptions pointingTo(String address) {
    return SimulatorOptions.defaults()
        .withAlteration(
            api(
                (call, then, right) -> {
                  if (call.method().equals("session.login_with_password")) {
                    then.accept(new Answer.Failure("HOST_IS_SLAVE", List.of(address)));
                  } else {
                    right.call(call, then);
                  }
                }));
  }

  private interface Listener {
    void call(
        org.xapitck.simulator.rpc.Call call,
        java.util.function.Consumer<Answer> then,
        RpcEndpoint.Api right);
  }

  private static Alteration api(Listener listener) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> listener.call(call, then, right);
      }
    };
  }
}
