package org.xapitck.kit.allure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cucumber.core.options.CommandlineOptionsParser;
import io.cucumber.core.options.RuntimeOptions;
import io.cucumber.core.runtime.Runtime;
import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.NotedCall;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.SampleRun;
import org.xapitck.kit.report.ScenarioNote;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdict;

/** Real executions by Cucumber, of the three wires at once where nothing else is said. */
class KitAllureTest {

  private static final String FEATURE =
      """
      Feature: task.destroy
        Removes a task.

        Rule: A completed task is gone

          @task.destroy.effect
          Scenario Outline: destroying a task that is <status>
            Given a task
            Then it is <status>

            Examples:
              | status  |
              | success |
              | failure |
              | wrong   |

        Rule: A label survives

          @task.destroy.pending
          Scenario: a label
            Given a task
            And a label
              \"\"\"
              two lines
              of a secret
              \"\"\"
            Then it is wrong
      """;

  @TempDir Path temp;

  @Test
  void threeWiresAreThreeTestsOfEachScenario() throws Exception {
    List<JsonNode> results = run("one", "destroy.feature", FEATURE);
    assertThat(results).hasSize(4 * 3);
    assertThat(ids(results, "historyId")).hasSize(4 * 3);
    assertThat(ids(results, "testCaseId")).hasSize(4 * 3);
    assertThat(results)
        .allSatisfy(
            result -> assertThat(parameter(result, "wire")).isIn("xmlrpc", "jsonrpc1", "jsonrpc2"));
  }

  @Test
  void aMovedLineRenamedFileOrReorderedExampleKeepsTheHistory() throws Exception {
    Set<String> before = ids(run("one", "destroy.feature", FEATURE), "historyId");
    String edited =
        "# a line more\n"
            + FEATURE
                .replace("        | failure |\n", "")
                .replace("        | success |\n", "        | failure |\n        | success |\n");
    assertThat(edited).isNotEqualTo("# a line more\n" + FEATURE).contains("| failure |");
    Set<String> after = ids(run("two", "moved/other.feature", edited), "historyId");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aFailedScenarioShowsItsMessageAndNothingOfTheFramework() throws Exception {
    JsonNode failed =
        one(run("one", "destroy.feature", FEATURE), "destroying a task that is wrong");
    assertThat(failed.get("status").asText()).isEqualTo("failed");
    assertThat(failed.at("/statusDetails/message").asText())
        .isEqualTo("task.destroy.effect: The statement of task.destroy.effect in one sentence.");
    assertThat(
            failed.at("/statusDetails/trace").isMissingNode()
                || failed.at("/statusDetails/trace").isNull())
        .isTrue();
    assertThat(labels(failed))
        .filteredOn(label -> !label.startsWith("thread="))
        .containsExactly(
            "epic=Class task",
            "feature=task.destroy",
            "story=A completed task is gone",
            "parentSuite=XML-RPC",
            "suite=task.destroy",
            "severity=critical",
            "host=XML-RPC",
            "tag=xmlrpc",
            "tag=task.destroy.effect");
    assertThat(failed.get("descriptionHtml").asText())
        .contains("<b>Rule:</b> A completed task is gone")
        .contains("The statement of task.destroy.effect")
        .contains("wrong on xmlrpc, ***");
    assertThat(names(failed.get("steps"))).containsExactly("Given a task", "Then it is wrong");
    assertThat(failed.at("/steps/1/status").asText()).isEqualTo("failed");
    assertThat(failed.at("/steps/1/statusDetails").toString()).doesNotContain("adapter");
  }

  @Test
  void aWarningIsVisibleAndNoFail() throws Exception {
    JsonNode warning = one(run("one", "destroy.feature", FEATURE), "a label");
    assertThat(warning.get("status").asText()).isEqualTo("passed");
    assertThat(warning.at("/statusDetails/message").asText()).startsWith("task.destroy.pending: ");
    assertThat(labels(warning)).contains("severity=minor", "tag=warning");
    assertThat(warning.at("/steps/2/status").asText()).isEqualTo("broken");
  }

  @Test
  void theDocStringOfAStepIsShown() throws Exception {
    JsonNode result = one(run("one", "destroy.feature", FEATURE), "a label");
    assertThat(result.at("/steps/1/parameters/0/value").asText()).isEqualTo("two lines\nof a ***");
  }

  @Test
  void theExchangesOfAScenarioAreItsOwn() throws Exception {
    for (JsonNode result : run("one", "destroy.feature", FEATURE)) {
      JsonNode last = result.get("attachments").get(result.get("attachments").size() - 1);
      assertThat(last.get("name").asText()).isEqualTo("exchanges");
      assertThat(content(last)).isEqualTo("exchange of " + result.get("name").asText() + ", ***");
    }
  }

  /** Request and answer are opened apart, each by its type, and the lines that repeat them too. */
  @Test
  void aScenarioThatDeviatesShowsEachBodyByItsType() throws Exception {
    List<JsonNode> results = run("one", "destroy.feature", FEATURE);
    JsonNode attachments = one(results, "destroying a task that is wrong").get("attachments");
    assertThat(names(attachments))
        .containsExactly(
            "1 task.destroy: request",
            "1 task.destroy: answer",
            "lines for bash: log in, and repeat the calls",
            "exchanges");
    assertThat(stream(attachments).map(one -> one.get("type").asText()))
        .containsExactly("text/xml", "application/json", "text/plain", "text/plain");
    assertThat(content(attachments.get(0))).isEqualTo("<***/>");
    assertThat(content(attachments.get(2))).isEqualTo("curl, ***");
    assertThat(one(results, "destroying a task that is success").get("attachments")).hasSize(1);
  }

  private String content(JsonNode attachment) throws IOException {
    return Files.readString(temp.resolve("one").resolve(attachment.get("source").asText()));
  }

  @Test
  void nothingButResultsAndAttachmentsIsWritten() throws Exception {
    run("one", "destroy.feature", FEATURE);
    try (Stream<Path> files = Files.list(temp.resolve("one"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(3 * (2 * 2 + 2 * (2 + 3)))
          .allMatch(name -> name.endsWith("-result.json") || name.contains("-attachment."));
    }
  }

  /** Runs the feature once per wire, all at once, and reads what was written. */
  private List<JsonNode> run(String folder, String file, String feature) throws Exception {
    Path results = temp.resolve(folder);
    Path path = temp.resolve(folder + "-features").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, feature);
    List<Thread> threads = new ArrayList<>();
    for (Wire wire : Wire.values()) {
      Thread thread = new Thread(() -> execute(results, path, wire));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      Waiting.end(thread);
    }
    return read(results);
  }

  private static void execute(Path results, Path feature, Wire wire) {
    Map<String, ScenarioNote> notes = new ConcurrentHashMap<>();
    AllureResults written = new AllureResults(results);
    Redaction redaction = text -> text.replace("secret", "***");
    KitAllure allure = written.listener(id -> Optional.ofNullable(notes.get(id)), redaction);
    RuntimeOptions options =
        new CommandlineOptionsParser(OutputStream.nullOutputStream())
            .parse(
                "--glue",
                "org.xapitck.kit.report.sample",
                "--object-factory",
                "io.cucumber.picocontainer.PicoFactory",
                "--threads",
                "2",
                feature.toString())
            .build();
    Runtime.builder()
        .withRuntimeOptions(options)
        .withClassLoader(KitAllureTest.class::getClassLoader)
        .withAdditionalPlugins(new NotesThenAllure(wire, notes, allure))
        .build()
        .run();
    written.finish(report(wire, notes, redaction));
  }

  /** What the scenarios of one wire come to. */
  private static RunReport report(Wire wire, Map<String, ScenarioNote> notes, Redaction redaction) {
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, Requirement> requirements = new TreeMap<>();
    notes
        .values()
        .forEach(
            note -> {
              String id = note.result().requirements().get(0);
              requirements.put(id, note.requirements().get(0));
              boolean passed = note.result().verdict() == Verdict.PASS;
              outcomes.add(
                  new Outcome(
                      id,
                      wire,
                      note.result().name(),
                      passed ? Outcome.Result.PASSED : Outcome.Result.FAILED,
                      Optional.of(new Reason.Restored("wrong"))
                          .filter(why -> !passed)
                          .map(why -> why)));
            });
    return RunReport.of(
            RunJudge.judge(
                List.copyOf(requirements.values()),
                Foundations.NONE,
                outcomes,
                Scope.whole(Set.of(wire))))
        .scenarios(notes.values().stream().map(ScenarioNote::result).toList())
        .build(redaction);
  }

  /** Writes the note before Allure asks for it, as a run does. */
  private record NotesThenAllure(Wire wire, Map<String, ScenarioNote> notes, KitAllure allure)
      implements ConcurrentEventListener {

    @Override
    public void setEventPublisher(EventPublisher publisher) {
      publisher.registerHandlerFor(
          TestCaseFinished.class, event -> note(event.getTestCase(), event));
      allure.setEventPublisher(publisher);
    }

    private void note(TestCase test, TestCaseFinished event) {
      String id = test.getTags().get(0).substring(1);
      Requirement requirement =
          SampleRun.requirement(id, id.endsWith("pending") ? Level.SHOULD : Level.MUST);
      boolean passed = event.getResult().getStatus().isOk();
      Outcome outcome =
          new Outcome(
              id,
              wire,
              "task.destroy: " + test.getName(),
              passed ? Outcome.Result.PASSED : Outcome.Result.FAILED,
              passed
                  ? Optional.empty()
                  : Optional.of(new Reason.Restored("wrong on " + wire + ", secret")));
      notes.put(
          test.getId().toString(),
          new ScenarioNote(
              ScenarioResult.of(
                  new ScenarioResult.Place(
                      wire,
                      "task.destroy",
                      id.endsWith("pending") ? "A label survives" : "A completed task is gone",
                      test.getName(),
                      Optional.empty()),
                  List.of(requirement),
                  List.of(outcome),
                  Duration.ZERO),
              List.of(requirement),
              "exchange of " + test.getName() + ", secret",
              passed ? List.of() : List.of(call()),
              passed ? "" : "curl, secret",
              List.of()));
    }
  }

  private static NotedCall call() {
    return new NotedCall(
        "task.destroy",
        new NotedCall.Body("<secret/>", "text/xml"),
        new NotedCall.Body("{}", "application/json"));
  }

  private static List<JsonNode> read(Path folder) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> results = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(name -> name.toString().endsWith("-result.json")).toList()) {
        results.add(mapper.readTree(file.toFile()));
      }
    }
    return results;
  }

  private static JsonNode one(List<JsonNode> results, String name) {
    return results.stream()
        .filter(result -> result.get("name").asText().equals(name))
        .filter(result -> parameter(result, "wire").equals("xmlrpc"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> ids(List<JsonNode> results, String field) {
    return results.stream().map(result -> result.get(field).asText()).collect(Collectors.toSet());
  }

  private static String parameter(JsonNode result, String name) {
    return stream(result.get("parameters"))
        .filter(parameter -> parameter.get("name").asText().equals(name))
        .map(parameter -> parameter.get("value").asText())
        .findFirst()
        .orElse("");
  }

  private static List<String> labels(JsonNode result) {
    return stream(result.get("labels"))
        .map(label -> label.get("name").asText() + "=" + label.get("value").asText())
        .toList();
  }

  private static List<String> names(JsonNode steps) {
    return stream(steps).map(step -> step.get("name").asText()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
