package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.WireClients;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.ClosedPort;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/** Whole runs through the real server on a real port. */
class CertificationTest {
  @TempDir Path folder;

  @Test
  void aRightServerIsConformantOnEveryWireAndForeignTasksStayAsTheyWere() throws IOException {
    Path report = folder.resolve("report");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        WireClient client = client(simulator.uri())) {
      String session = text(client.call("session.login_with_password", List.of("root", "secret")));
      List<String> foreign = new ArrayList<>();
      IntStream.range(0, 20)
          .forEach(
              i ->
                  foreign.add(
                      text(client.call("task.create", List.of(session, "foreign " + i, "")))));
      Value before = records(client, session);

      Runs.Done done =
          Runs.run(Runs.options(report, simulator.uri(), accounts(), "", Wire.values()));

      assertThat(deviations(done)).isEmpty();
      assertThat(done.exitCode()).isZero();
      assertThat(done.word()).isEqualTo("conformant");
      everyRequirementIsThere(done);
      assertThat(records(client, session)).isEqualTo(before);
      assertThat(((Value.Struct) before).members().keySet())
          .containsExactlyInAnyOrderElementsOf(foreign);
    }
    for (String name :
        List.of("junit.xml", "summary.md", "allure-results", "allure-report/index.html")) {
      assertThat(report.resolve(name)).exists();
    }
  }

  private static void everyRequirementIsThere(Runs.Done done) {
    assertThat(done.verdicts()).hasSize(Catalogue.packed().requirements().size() * 3);
    assertThat(totals(done))
        .containsEntry("fail", 0)
        .containsEntry("kit-error", 0)
        .containsEntry("not-testable", 0)
        .containsEntry("warning", 0);
    assertThat(totals(done).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(done.verdicts().size());
  }

  @Test
  void aFilteredRunListsOnlyWhatItSelectedAndSaysSo() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(
              Runs.options(
                  folder.resolve("report"),
                  simulator.uri(),
                  accounts(),
                  "@task.destroy.effect",
                  Wire.XMLRPC));
      assertThat(done.exitCode()).isZero();
      assertThat(done.verdicts().keySet()).containsExactly("task.destroy.effect xmlrpc");
      assertThat(done.console()).contains("filtered");
    }
  }

  @Test
  void aMissingAccountLeavesItsRoleUntestedAndTheSummaryNamesIt() throws IOException {
    Path accounts = folder.resolve("some.yaml");
    Files.writeString(
        accounts,
        """
        root: {username: root, password: secret}
        read-only: {username: read-only, password: secret}
        """);
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(
              Runs.options(
                  folder.resolve("report"),
                  simulator.uri(),
                  accounts,
                  "@task.get_all.role",
                  Wire.JSONRPC2));
      assertThat(done.exitCode()).isEqualTo(3);
      assertThat(done.word()).isEqualTo("incomplete");
      assertThat(done.verdicts()).containsEntry("task.get_all.role jsonrpc2", "not-testable");
      assertThat(done.console()).contains("no account for: vm-operator, vm-admin");
    }
  }

  @Test
  void aServerThatIsNotThereStillGetsAReportAndExitFour() throws IOException {
    try (ClosedPort nobody = new ClosedPort()) {
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), nobody.uri(), accounts(), "", Wire.values()));
      assertThat(done.exitCode()).isEqualTo(4);
      assertThat(done.word()).isEqualTo("incomplete");
      assertThat(totals(done).get("pass")).isZero();
      assertThat(folder.resolve("report/allure-report/index.html")).exists();
    }
  }

  @Test
  void aRefusedLoginIsExitFourAndIsNotTriedAgain() throws IOException {
    Path accounts = folder.resolve("wrong.yaml");
    Files.writeString(accounts, "root: {username: root, password: wrong}\n");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), simulator.uri(), accounts, "", Wire.values()));
      assertThat(done.exitCode()).isEqualTo(4);
      assertThat(done.console()).contains("SESSION_AUTHENTICATION_FAILED");
    }
  }

  private Path accounts() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
  }

  private static Map<String, String> deviations(Runs.Done done) {
    Map<String, String> deviations = new TreeMap<>();
    done.results()
        .get("requirements")
        .forEach(
            entry -> {
              String verdict = entry.get("verdict").asText();
              if (!verdict.equals("pass") && !verdict.equals("not-applicable")) {
                deviations.put(
                    entry.get("id").asText() + " " + entry.get("wire").asText(),
                    verdict + ": " + entry.get("message").asText());
              }
            });
    return deviations;
  }

  private static Map<String, Integer> totals(Runs.Done done) {
    Map<String, Integer> totals = new TreeMap<>();
    JsonNode node = done.results().get("totals");
    node.fieldNames().forEachRemaining(name -> totals.put(name, node.get(name).asInt()));
    return totals;
  }

  private static WireClient client(URI uri) {
    return WireClients.open(
        Wire.JSONRPC2,
        Endpoint.of(uri, Endpoint.Trust.standard()),
        CallSources.timedBy(System::nanoTime));
  }

  private static String text(Exchange exchange) {
    return ((Value.Text) ((Answer.Success) exchange.answer()).value()).text();
  }

  private static Value records(WireClient client, String session) {
    Value value =
        ((Answer.Success) client.call("task.get_all_records", List.of(session)).answer()).value();
    client.read(ApiType.RECORD_MAP, value);
    return value;
  }
}
