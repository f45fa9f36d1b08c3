package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.LoopbackProxy;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.RpcEndpoint;

/**
 * Passwords in clear text: never without permission, never without a word. 192.0.2.1 is a number
 * that no machine has; a proxy on this machine answers for it, so nothing leaves the machine.
 */
@Tag("slow")
class PlaintextTest {
  private static final URI ELSEWHERE = URI.create("http://192.0.2.1/");
  private static final String SAID = "passwords travelled in clear text";

  @TempDir Path folder;

  @Test
  void everyReportSaysThatPasswordsTravelledInClearText() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        LoopbackProxy proxy = new LoopbackProxy(host -> simulator.uri())) {
      Runs.Done done = Runs.run(options(ELSEWHERE, proxy).withConnection(allowed(proxy)));
      assertThat(done.exitCode()).as(done.console()).isZero();
      assertThat(proxy.asked()).containsExactly("192.0.2.1");
      assertThat(done.console()).containsOnlyOnce(SAID);
      for (String report :
          List.of(
              "results.json",
              "junit.xml",
              "summary.md",
              "statement.md",
              "statement.html",
              "allure-results/environment.properties")) {
        assertThat(Files.readString(folder.resolve("report").resolve(report)))
            .as(report)
            .contains(SAID);
      }
    }
  }

  @Test
  void withoutPermissionNothingIsSent() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        LoopbackProxy proxy = new LoopbackProxy(host -> simulator.uri())) {
      RunOptions refused = options(ELSEWHERE, proxy);
      assertThatThrownBy(() -> Runs.run(refused))
          .isInstanceOf(BadConfiguration.class)
          .hasMessage(
              "http://192.0.2.1/: passwords would travel in clear text beyond this machine; use an"
                  + " https URL, or allow it by --allow-plaintext");
      assertThat(proxy.asked()).isEmpty();
      assertThat(refused.reports().folder()).doesNotExist();
    }
  }

  @Test
  void onThisMachineNobodyIsAskedAndNothingIsSaid() throws Exception {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done = Runs.run(options(simulator.uri()));
      assertThat(done.exitCode()).isZero();
      assertThat(done.console()).doesNotContain("clear text");
    }
  }

  @Test
  void aProxyElsewhereSeesPasswordsOfPlainHttpToo() {
    Connection byProxy = through(URI.create("http://192.0.2.1:3128"));
    assertThatThrownBy(() -> byProxy.to(URI.create("http://127.0.0.1/")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("clear text");
    assertThat(byProxy.to(URI.create("https://127.0.0.1/")).isPlaintext()).isFalse();
  }

  @Test
  void aMasterElsewhereIsNotAskedInClearTextWithoutPermission() throws Exception {
    try (Simulator member = Simulator.start(memberOf("192.0.2.1"));
        LoopbackProxy proxy = new LoopbackProxy(host -> member.uri())) {
      Runs.Done done = Runs.run(options(member.uri(), proxy));
      assertThat(done.exitCode()).isEqualTo(4);
      assertThat(proxy.asked()).containsExactly("127.0.0.1");
      assertThat(done.results().get("notices").toString())
          .contains(
              "127.0.0.1 is a member of a pool; its master 192.0.2.1 was not asked: http://192.0.2.1")
          .contains("--allow-plaintext")
          .doesNotContain(SAID);
    }
  }

  @Test
  void aMasterElsewhereThatMayBeAskedIsSaid() throws Exception {
    try (Simulator member = Simulator.start(memberOf("192.0.2.1"));
        Simulator master = Simulator.start(SimulatorOptions.defaults());
        LoopbackProxy proxy =
            new LoopbackProxy(host -> (host.equals("192.0.2.1") ? master : member).uri())) {
      Runs.Done done = Runs.run(options(member.uri(), proxy).withConnection(allowed(proxy)));
      assertThat(done.exitCode()).as(done.console()).isZero();
      assertThat(done.results().get("notices").toString())
          .contains("its master 192.0.2.1 was tested")
          .contains(SAID);
    }
  }

  @Test
  void commandsThatRunAgainCarryThePermission() {
    RunOptions options = RunOptions.defaults(folder).withServer(ELSEWHERE, Path.of("a.yaml"));
    assertThat(RerunLine.options(options)).doesNotContain("plaintext");
    assertThat(RerunLine.options(options.withConnection(Connection.standard().withPlaintext(true))))
        .contains(" --allow-plaintext");
  }

  @Test
  void aBuildOfOnesOwnIsRefusedAWrongUrlAsTheCommandIs() {
    URI wrong = URI.create("http://127.0.0.1:0/");
    assertThatThrownBy(
            () -> RunOptions.defaults(folder).withServer(wrong, Path.of("accounts.yaml")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageStartingWith("http://127.0.0.1:0/ has the port 0; allowed is");
  }

  @Test
  void optionsOfTlsAreOfNoUseWithHttp() {
    Endpoint.Trust trust =
        new Endpoint.Trust(
            Optional.of(Path.of("ca.pem")),
            true,
            Optional.of("0".repeat(64)),
            Optional.of(new Endpoint.ClientCertificate(Path.of("c"), Path.of("k"))));
    assertThatThrownBy(
            () -> Connection.standard().withTrust(trust).to(URI.create("http://127.0.0.1/")))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage(
            "--ca-file, --pin, --insecure, --client-cert, --client-key: only https has"
                + " certificates, and the server is http://127.0.0.1/; use an https URL, or leave"
                + " the option out");
  }

  private RunOptions options(URI url) throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, DefaultAccounts.yaml());
    return Runs.options(
        folder.resolve("report"), url, accounts, "@task.create.result", Wire.values());
  }

  private RunOptions options(URI url, LoopbackProxy proxy) throws IOException {
    return options(url).withConnection(through(proxy.url()));
  }

  private static Connection allowed(LoopbackProxy proxy) {
    return through(proxy.url()).withPlaintext(true);
  }

  private static Connection through(URI proxy) {
    Connection usual = Connection.standard();
    return new Connection(
        usual.trust(),
        usual.connectTimeout(),
        usual.callTimeout(),
        usual.timeScale(),
        Optional.of(proxy),
        Map.of(),
        false);
  }

  private static SimulatorOptions memberOf(String master) {
    return SimulatorOptions.defaults()
        .withAlteration(
            new Alteration() {
              @Override
              public RpcEndpoint.Api api(RpcEndpoint.Api right) {
                return (call, then) -> {
                  if (call.method().equals("session.login_with_password")) {
                    then.accept(new Answer.Failure("HOST_IS_SLAVE", List.of(master)));
                  } else {
                    right.call(call, then);
                  }
                };
              }
            });
  }
}
