package org.xapitck.kit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.xapitck.kit.console.Screen;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.run.Certification;
import org.xapitck.kit.run.Environment;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

class SuiteTest {
  private static final String TAGS = "@task.destroy.effect or @task.set_progress.effect";

  @TempDir static Path temp;

  /** Where the class below finds what a server author would write into it. */
  private static volatile URI server;

  static class Mine extends TaskConformance {
    @Override
    protected URI url() {
      return server;
    }

    @Override
    protected Path accounts() {
      return temp.resolve("accounts.yaml");
    }

    @Override
    protected Path report() {
      return temp.resolve("suite");
    }

    @Override
    protected RunOptions options(RunOptions usual) {
      return usual.withTags(TAGS);
    }
  }

  /** A build whose server is not there. */
  static class Gone extends Mine {
    @Override
    protected URI url() {
      return URI.create("http://127.0.0.1:1/");
    }
  }

  @Test
  void theSuiteGivesATestPerRequirementAndWireAndTheResultsOfTheCommand() throws IOException {
    accountsFile();
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      server = simulator.uri();
      TestExecutionSummary summary = run(Mine.class);
      assertThat(summary.getFailures()).isEmpty();
      // three requirements (set_progress.effect shares scenarios with progress.access), the whole
      assertThat(summary.getTestsSucceededCount()).isEqualTo(3 * 3 + 1);
      RunOptions options =
          RunOptions.defaults(temp.resolve("jar"))
              .withServer(server, temp.resolve("accounts.yaml"))
              .withTags(TAGS);
      assertThat(new Certification(options, quiet()).certify()).isZero();
    }
    assertThat(results("suite")).isEqualTo(results("jar"));
  }

  @Test
  void aServerThatIsNotThereFailsTheBuild() throws IOException {
    accountsFile();
    TestExecutionSummary summary = run(Gone.class);
    assertThat(summary.getFailures())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.getException())
                    .hasMessageContainingAll(
                        "incomplete", "no HTTP answer from 127.0.0.1:1", "exit code 4"));
  }

  @Test
  void aFailureNamesItsRequirementAndWireAndTheWholeNamesTheFirst() throws Exception {
    accountsFile();
    Seeds wrong = Seeds.of(List.of("set-progress-ignored"), List.of());
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(wrong.alteration()))) {
      server = simulator.uri();
      TestExecutionSummary summary = run(Mine.class);
      assertThat(summary.getFailures())
          .extracting(failure -> failure.getTestIdentifier().getDisplayName())
          .contains("task.set_progress.effect [jsonrpc2]", "the run as a whole")
          .hasSize(2 * 3 + 1);
      assertThat(summary.getFailures())
          .last()
          .satisfies(
              failure ->
                  assertThat(failure.getException())
                      .hasMessageStartingWith(
                          "non-conformant (filtered): task.progress.access on xmlrpc: ")
                      .hasMessageContainingAll("exit code 1", temp.resolve("suite").toString()));
    }
  }

  private static void accountsFile() throws IOException {
    Files.writeString(temp.resolve("accounts.yaml"), DefaultAccounts.yaml());
  }

  private static TestExecutionSummary run(Class<?> suite) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create(
            LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build())
        .execute(
            LauncherExecutionRequestBuilder.request(
                    LauncherDiscoveryRequestBuilder.request().selectors(selectClass(suite)).build())
                .listeners(listener)
                .build());
    return listener.getSummary();
  }

  /** Without what depends on the time: when it began, how long it took, how often it asked. */
  private static JsonNode results(String folder) throws IOException {
    ObjectNode json =
        (ObjectNode) new ObjectMapper().readTree(temp.resolve(folder + "/results.json").toFile());
    json.remove("started");
    json.remove("phases_ms");
    json.remove("calls");
    ArrayNode scenarios = (ArrayNode) json.get("scenarios");
    scenarios.forEach(scenario -> ((ObjectNode) scenario).remove("ms"));
    return json;
  }

  private static Environment quiet() {
    return new Environment(
        new PrintStream(OutputStream.nullOutputStream()),
        Screen.PLAIN,
        Clock.systemUTC(),
        System::nanoTime,
        name -> null,
        () -> UUID.randomUUID().toString(),
        Path.of("target", "ledgers"));
  }
}
