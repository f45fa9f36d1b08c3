package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/**
 * What a server claims to be is found, and it is judged by that: nobody is blamed for what came
 * later.
 */
@Tag("slow")
class ReleasesTest {
  /**
   * One of each kind: what every release has, what came later, what roles change, and every wire's
   * envelope.
   */
  private static final String SAMPLE =
      "@task.create.result or @task.get_record.result or @task.set_other_config.role"
          + " or @task.set_status.result or @task.set_result.result or @task.destroy.pending"
          + " or @task.get_all.role or @error.role or @wire.json1.members or @wire.json2.version";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "rio, product_version: 4.0.1",
    "miami, product_version: 4.1.0",
    "orlando, product_version: 5.0.0",
    "dundee, product_version: 7.0.0",
    "falcon, product_version: 7.2.0",
    "stockholm, product_version: 8.2.0",
    "21.3.0, software_version: xapi 21.3",
    "24.16, software_version: xapi 24.16",
    "25.8, software_version: xapi 25.8",
    "26.17, software_version: xapi 26.17"
  })
  void eachReleaseIsNamedAndConformant(String release, String reason) throws IOException {
    Runs.Done done = run(Release.named(release).orElseThrow(), Alteration.NONE, SAMPLE);

    assertThat(done.verdicts()).doesNotContainValue("fail").doesNotContainValue("not-testable");
    assertThat(done.word()).isEqualTo("conformant");
    assertThat(done.results().get("release").asText()).isEqualTo(release);
    assertThat(done.results().get("server_says").get("release").asText())
        .isEqualTo(release + " (" + reason + ")");
    assertThat(done.console()).contains("Judging as release " + release + " (" + reason + ")");
  }

  /** As the recorded server, which tells its API version alone; 2.21 is on both sides of 25.8. */
  @ParameterizedTest
  @CsvSource({
    "24.16, only pool-admin and pool-operator hold task.add_to_other_config",
    "25.8, read-only holds task.add_to_other_config"
  })
  void whereTheVersionIsUncertainTheTableOfRolesDecidesWhoMayWriteTheMap(String release, String how)
      throws IOException {
    Runs.Done done =
        run(Release.named(release).orElseThrow(), without("host.get_software_version"), SAMPLE);

    assertThat(done.word()).isEqualTo("conformant");
    assertThat(done.results().get("release").asText()).isEqualTo("24.16");
    assertThat(done.results().get("server_says").get("release").asText())
        .contains("API version: 2.21, which 25.8 has as well")
        .endsWith(how + ")");
  }

  /** As xapi 26.17 where its host tells version 0.0; 2.23 is on one side of 25.8 alone. */
  @Test
  void aServerThatTellsAnApiVersionAfterTheRuleOfTheMapIsJudgedByTheNewRule() throws IOException {
    Runs.Done done = run(Release.XAPI_26_17, without("host.get_software_version"), SAMPLE);

    assertThat(done.verdicts()).doesNotContainValue("fail").doesNotContainValue("not-testable");
    assertThat(done.word()).isEqualTo("conformant");
    assertThat(done.results().get("release").asText()).isEqualTo("26.0.0");
    assertThat(done.results().get("server_says").get("release").asText())
        .endsWith("(API version: 2.23)");
  }

  /** The new rule of the map is told from the old one: nobody passes by being let through. */
  @ParameterizedTest
  @CsvSource({"24.16, 26.17", "26.17, 24.16"})
  void aServerThatIsJudgedByTheReleaseOfAnotherRuleOfTheMapFails(String server, String judgedBy)
      throws IOException {
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.defaults().withRelease(Release.named(server).orElseThrow()))) {
      Runs.Done done =
          Runs.run(
              Runs.options(
                      folder.resolve("report"),
                      simulator.uri(),
                      accounts(),
                      "@task.create.result or @task.set_other_config.role",
                      Wire.values())
                  .withRelease(org.xapitck.kit.model.Release.of(judgedBy)));

      assertThat(done.verdicts())
          .containsEntry("task.create.result xmlrpc", "pass")
          .containsEntry("task.set_other_config.role xmlrpc", "fail");
      assertThat(done.results().get("release").asText()).isEqualTo(judgedBy);
    }
  }

  /** As xend 4.1.6 does. */
  @Test
  void aServerWithVersionsOfItsOwnIsToldWhatItSaid() throws IOException {
    Map<String, Value> own =
        Map.of(
            "host.get_software_version",
            new Value.Struct(List.of(new Value.Member("Xen", Value.of("4.1.6-rc2")))),
            "host.get_API_version_major",
            Value.of("1"),
            "host.get_API_version_minor",
            Value.of("0"));
    Runs.Done done =
        run(
            Release.XAPI_24_16,
            Intercept.calls(
                own::containsKey, (call, right) -> new Answer.Success(own.get(call.method()))),
            "@task.create.result");

    assertThat(done.results().get("server_says").get("release").asText())
        .contains(
            "the server reports API version 1.0 and Xen 4.1.6-rc2, which no release in the table has");
  }

  /** An unknown message and the tasks of others are refused to a low role all the same. */
  @Test
  void aServerWhoseMapIsOpenIsNotSaidToRefuseNothing() throws IOException {
    Runs.Done done = run(Release.XAPI_25_8, Alteration.NONE, "@error.role or @task.create.result");

    assertThat(done.verdicts()).containsEntry("error.role jsonrpc2", "not-applicable");
    assertThat(done.message("error.role", "jsonrpc2"))
        .startsWith(
            "this server lets every role write other_config of its own tasks, so no role is refused"
                + " this call;")
        .doesNotContain("no refusal can");
    assertThat(done.exitCode()).isZero();
  }

  @Test
  void aWholeRunWhereTasksStayMakesTwentyAtMostAndCountsThem() throws IOException {
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withRelease(Release.DUNDEE))) {
      Runs.Done done =
          Runs.run(
              Runs.options(
                  folder.resolve("report"), simulator.uri(), accounts(), "", Wire.values()));

      assertThat(done.word()).isEqualTo("conformant");
      assertThat(done.console()).contains("on dundee no client can complete a task");
      assertThat(done.results().get("notices").toString())
          .containsPattern("\"(1\\d|20) tasks of the kit's stay");
      // what 20 tasks cannot show is little: most scenarios share
      assertThat(done.verdicts().values().stream().filter("pass"::equals).count())
          .isGreaterThan(600);
      assertThat(Runs.tasks(simulator.uri())).hasSizeLessThanOrEqualTo(20);
    }
  }

  @Test
  void aServerThatClaimsAMessageAndLacksItFailsThereAndNowhereElse() throws IOException {
    Runs.Done done = run(Release.XAPI_24_16, without("task.set_result"), "");

    assertThat(done.exitCode()).isEqualTo(1);
    Map<String, String> failed =
        done.verdicts().entrySet().stream()
            .filter(entry -> entry.getValue().equals("fail"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(failed).containsKey("task.set_result.published xmlrpc");
    assertThat(failed.keySet())
        .allMatch(id -> id.matches("task.set_result.*|text.result.*|task.result.access .*"));
  }

  private static Alteration without(String message) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> {
          if (call.method().equals(message)) {
            then.accept(new Answer.Failure("MESSAGE_METHOD_UNKNOWN", List.of(message)));
          } else {
            right.call(call, then);
          }
        };
      }
    };
  }

  private Runs.Done run(Release release, Alteration alteration, String tags) throws IOException {
    SimulatorOptions options =
        SimulatorOptions.defaults().withRelease(release).withAlteration(alteration);
    Wire[] wires = tags.isEmpty() ? new Wire[] {Wire.XMLRPC} : Wire.values();
    try (Simulator simulator = Simulator.start(options)) {
      return Runs.run(
          Runs.options(folder.resolve("report"), simulator.uri(), accounts(), tags, wires));
    }
  }

  private Path accounts() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
  }
}
