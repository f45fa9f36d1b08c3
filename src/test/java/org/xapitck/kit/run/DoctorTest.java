package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.kit.model.Wire.XMLRPC;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.ClosedPort;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.support.TurningServer;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** What keeps a run from its verdict is said before the run, with what mends it. */
@Tag("slow")
class DoctorTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path folder;

  private record Said(int exitCode, String text) {}

  @Test
  void aSoundServerIsSoundInEveryRespect() throws IOException {
    Said said = examine(SimulatorOptions.defaults(), DefaultAccounts.yaml());
    assertThat(said.text())
        .doesNotContain("FIX")
        .contains("24.16 (software_version: xapi 24.16)")
        .contains("wire xmlrpc", "wire jsonrpc1", "wire jsonrpc2")
        .contains("account vm-admin", "as vm-admin", "the local superuser")
        .doesNotContain("does not tell its role")
        .doesNotContain("secret");
    assertThat(said.exitCode()).isZero();
  }

  @Test
  void anAccountOfAnotherRoleAndOneThatCannotLogInAreToldApart() throws IOException {
    Said said =
        examine(
            SimulatorOptions.defaults(),
            """
            root: {username: root, password: secret}
            pool-operator: {username: read-only, password: secret}
            read-only: {username: nobody, password: planted-pw}
            vm-admin: {username: root, password: secret}
            """);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("FIX +account pool-operator +read-only logs in and is of the role")
        .contains("role-name=pool-operator")
        .containsPattern("FIX +account read-only +nobody cannot log in")
        .contains("is a local superuser", "-> name a user that is a subject with this role")
        .contains("none for pool-admin, vm-operator, vm-power-admin")
        .doesNotContain("planted-pw");
  }

  @Test
  void theExactRoleIsToldAlsoWhereItIsLowerThanGiven() throws IOException {
    Said said =
        examine(
            SimulatorOptions.defaults(),
            """
            root: {username: root, password: secret}
            vm-power-admin: {username: vm-operator, password: secret}
            vm-operator: {username: vm-power-admin, password: secret}
            """);
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("FIX +account vm-power-admin +vm-operator .* of the role vm-operator")
        .containsPattern("FIX +account vm-operator +vm-power-admin .* of the role vm-power-admin");
  }

  @Test
  void theTablesTellWhereASessionNamesNoRole() throws Exception {
    Said said =
        examine(
            SimulatorOptions.defaults()
                .withSeeds(Seeds.of(List.of(), List.of("exact-role-untold"))),
            """
            root: {username: root, password: secret}
            vm-operator: {username: vm-operator, password: secret}
            pool-operator: {username: read-only, password: secret}
            """);
    assertThat(said.text())
        .containsPattern("ok +account vm-operator +vm-operator logs in, as vm-operator")
        .containsPattern("FIX +account pool-operator +read-only .* of the role read-only");
  }

  @Test
  void aWrongPasswordOfTheStrongestIsExitFour() throws IOException {
    Said said = examine(SimulatorOptions.defaults(), "root: {username: root, password: wrong}\n");
    assertThat(said.exitCode()).isEqualTo(4);
    assertThat(said.text())
        .contains("SESSION_AUTHENTICATION_FAILED")
        .contains("-> check user name and password");
  }

  @Test
  void aCertificateThatNobodyKnowsComesWithTheFingerprintToPin() throws IOException {
    Said said = examine(SimulatorOptions.defaults().withTls(), DefaultAccounts.yaml());
    assertThat(said.exitCode()).isEqualTo(4);
    assertThat(said.text()).contains("unknown issuer").containsPattern("--pin: [0-9a-f]{64}");
  }

  @Test
  void whatTheReleaseCannotHaveAndAClockThatIsOffAreNotes() throws IOException {
    Said said =
        examine(
            SimulatorOptions.defaults()
                .withRelease(Release.DUNDEE)
                .withClock(SimulatorClock.frozen(NOW.minus(Duration.ofHours(1)))),
            DefaultAccounts.yaml());
    assertThat(said.exitCode()).isZero();
    assertThat(said.text())
        .contains("on dundee no client can complete a task")
        .containsPattern("note +wire jsonrpc2 +JSON-RPC 2.0 came with inverness")
        .containsPattern("note +clock +the server's is 3600 s behind");
  }

  @Test
  void aClockThatWouldFailTheRunIsToBeFixedFirst() throws IOException {
    Said said =
        examine(
            SimulatorOptions.defaults()
                .withClock(SimulatorClock.frozen(NOW.minus(Duration.ofDays(3)))),
            DefaultAccounts.yaml());
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("FIX +clock +the server's is \\d+ s behind")
        .contains("task.created.meaning fails", "-> synchronize both clocks (NTP)");
  }

  @Test
  void aServerThatIsNotThereIsExitFour() throws IOException {
    try (ClosedPort nobody = new ClosedPort()) {
      Said said = examine(nobody.uri(), DefaultAccounts.yaml());
      assertThat(said.exitCode()).isEqualTo(4);
      assertThat(said.text())
          .contains("check --url")
          .doesNotContainPattern("ok +server")
          .contains("the call was the login of pool-admin");
    }
  }

  @Test
  void anAccountWhoseLoginHangsIsNamed() throws IOException {
    Said said =
        examineWithin(
            Duration.ofSeconds(5),
            SimulatorOptions.defaults().withAlteration(hangingAtTheLoginOf("vm-admin")));
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.text())
        .containsPattern("ok +server")
        .containsPattern(
            "FIX +account vm-admin +the login of vm-admin is not answered: .*no complete answer")
        .containsPattern("ok +account vm-operator");
  }

  @Test
  void theStrongestAccountIsNamedWhereItsLoginHangs() throws IOException {
    Said said =
        examineWithin(
            Duration.ofSeconds(2),
            SimulatorOptions.defaults().withAlteration(hangingAtTheLoginOf("pool-admin")));
    assertThat(said.exitCode()).isEqualTo(4);
    assertThat(said.text())
        .contains("no complete answer")
        .contains("the call was the login of pool-admin");
  }

  @Test
  void whatARunWillDoIsToldBeforeItDoesIt() throws IOException {
    Said said = examine(SimulatorOptions.defaults(), DefaultAccounts.yaml());
    assertThat(said.text())
        .containsPattern("note +wrong password +a run tries one for the account read-only")
        .containsPattern(
            "note +a run sends +about 11,\\d00 calls over 3 wires, up to \\d\\d logins and 2 wrong"
                + " passwords\n")
        .containsPattern("note +at once +at most 18 tasks; at the end 8 sessions of one account\n")
        .containsPattern("note +time +about \\d+ seconds?, at \\d+\\.\\d ms a call");
  }

  @Test
  void aRunOfOneRequirementIsToldInTheSingular() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Path file = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
      RunOptions options =
          Runs.options(
              folder.resolve("report"), simulator.uri(), file, "@session.login_refused", XMLRPC);
      assertThat(examine(options, System::nanoTime).text())
          .containsPattern("note +wrong password +none is tried for an account: only a whole run")
          .contains("over 1 wire,", "and 1 wrong password\n", "about 1 second,");
    }
  }

  private static Alteration hangingAtTheLoginOf(String user) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> {
          boolean hangs =
              call.method().equals("session.login_with_password")
                  && call.parameters().get(0).equals(Value.of(user));
          if (!hangs) {
            right.call(call, then);
          }
        };
      }
    };
  }

  private Said examineWithin(Duration patience, SimulatorOptions options) throws IOException {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    try (Simulator simulator = Simulator.start(options)) {
      RunOptions run =
          Runs.options(folder.resolve("report"), simulator.uri(), file, "", Wire.values())
              .withConnection(
                  new Connection(
                      Endpoint.Trust.standard(),
                      Waiting.LIMIT,
                      patience,
                      1,
                      Optional.empty(),
                      Map.of(),
                      false));
      return examine(run, System::nanoTime);
    }
  }

  @Test
  void aServerThatIsSilentIsAskedOnceOnEachWire() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    AtomicLong nanos = new AtomicLong();
    int wires = Wire.values().length;
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        TurningServer server =
            new TurningServer(simulator.uri(), 0, (right, earlier, out, socket) -> never.await())) {
      // time stands still until all have asked; then each look lasts longer than a call may take
      long look = Waiting.LIMIT.multipliedBy(2).toNanos();
      Said said =
          examine(
              server.uri(),
              DefaultAccounts.yaml(),
              () -> server.hostile() < wires ? nanos.get() : nanos.addAndGet(look));
      assertThat(said.exitCode()).isEqualTo(4);
      assertThat(said.text()).contains("check --url");
      assertThat(server.hostile()).isEqualTo(wires);
    } finally {
      never.countDown();
    }
  }

  private Said examine(SimulatorOptions options, String accounts) throws IOException {
    try (Simulator simulator = Simulator.start(options)) {
      return examine(simulator.uri(), accounts);
    }
  }

  private Said examine(URI url, String accounts) throws IOException {
    return examine(url, accounts, System::nanoTime);
  }

  private Said examine(URI url, String accounts, LongSupplier nanos) throws IOException {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), accounts);
    return examine(Runs.options(folder.resolve("report"), url, file, "", Wire.values()), nanos);
  }

  private Said examine(RunOptions options, LongSupplier nanos) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        new Doctor(options, Runs.environment(folder, out, Clock.fixed(NOW, ZoneOffset.UTC), nanos))
            .examine();
    return new Said(code, out.toString(StandardCharsets.UTF_8));
  }
}
