package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.support.ClosedPort;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * Each exit code of the real command, with the report that goes with it. Codes 1 and 5 come from
 * processes of their own, the others from this one.
 */
@Tag("slow")
class ExitCodesTest {
  @TempDir static Path folder;
  private static Kit kit;
  private static Simulator right;
  private static Simulator wrong;
  private static Simulator warned;

  @BeforeAll
  static void start() throws Exception {
    kit = new Kit(folder);
    kit.accounts();
    Files.writeString(folder.resolve("root.yaml"), "root: {username: root, password: secret}\n");
    Files.writeString(folder.resolve("wrong.yaml"), "root: {username: root, password: wrong}\n");
    right = Simulator.start(SimulatorOptions.defaults());
    wrong = seeded("destroy-forgets-nothing");
    warned = seeded("status-cancelling-refused");
  }

  private static Simulator seeded(String defect) throws Exception {
    Seeds seeds = Seeds.of(List.of(defect), List.of());
    return Simulator.start(SimulatorOptions.defaults().withSeeds(seeds));
  }

  @AfterAll
  static void stop() throws Exception {
    right.close();
    wrong.close();
    warned.close();
  }

  @Test
  void zeroWhereTheServerConforms() throws Exception {
    assertEnd(0, "conformant", run(right, "accounts.yaml", "@task.destroy.effect"));
  }

  @Test
  void oneWhereAMustIsBroken() throws Exception {
    String[] arguments = arguments(wrong.uri().toString(), "accounts.yaml", "@task.destroy.effect");
    assertEnd(1, "non-conformant", kit.run(arguments));
    String message = kit.results("report").get("requirements").get(0).get("message").asText();
    assertThat(message)
        .contains("rerun     java -jar xapi-task-tck.jar rerun task.destroy.effect")
        .contains("--wire jsonrpc2 --url " + wrong.uri());
  }

  @Test
  void oneWhereAWarningIsToFail() throws Exception {
    String tags = "@task_status_type.cancelling";
    assertEnd(0, "conformant", run(warned, "accounts.yaml", tags));
    assertEnd(1, "conformant", run(warned, "accounts.yaml", tags, "--fail-on", "warning"));
  }

  @Test
  void twoWhereTheReportCannotBeWritten() throws Exception {
    Files.writeString(folder.resolve("a-file"), "");
    Kit.Ended ended = run(right, "accounts.yaml", "@task.destroy.effect", report("a-file/report"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains("a-file/report");
  }

  @Test
  void theVerdictIsToldBeforeAReportThatCannotBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("blocked/allure-report/index.html/taken"));
    String why = "index.html cannot be written";
    Kit.Ended ended = run(wrong, "accounts.yaml", "@task.destroy.effect", report("blocked"));
    assertThat(ended.code()).isOne();
    assertThat(ended.out())
        .contains("✗ task.destroy.effect   jsonrpc2\n")
        .containsPattern("(?s)\nnon-conformant.*\nthe reports are not complete: .*" + why);
    ended = run(right, "wrong.yaml", "@task.destroy.effect", report("blocked"));
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("\nincomplete", why);
    ended = run(right, "accounts.yaml", "@task.destroy.effect", report("blocked"));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).contains("\nconformant").doesNotContain("report: ");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.err()).contains(why);
    ended = run(right, "root.yaml", "@task.get_all.role", report("blocked"));
    assertThat(ended.code()).as("2 wins over 3").isEqualTo(2);
    assertThat(kit.results("blocked").get("exit").asInt()).isEqualTo(3);
  }

  @Test
  void aBaselineOfARunWithoutItsReportsIsWrittenAndNotPassedOverInSilence() throws Exception {
    Files.createDirectories(folder.resolve("barred/allure-report/index.html/taken"));
    String[] arguments = arguments(wrong.uri().toString(), "accounts.yaml", "@task.destroy.effect");
    arguments[0] = "baseline";
    arguments[arguments.length - 1] = report("barred");
    List<String> more = new ArrayList<>(List.of(arguments));
    more.add("--write=" + folder.resolve("known.yaml"));
    Kit.Ended ended = kit.runHere(more.toArray(String[]::new));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(folder.resolve("known.yaml")).content().contains("task.destroy.effect");
  }

  @Test
  void anotherToolsReportsAreLeftAloneBeforeAnythingIsSent() throws Exception {
    Path theirs = Files.createDirectories(folder.resolve("theirs"));
    Files.writeString(theirs.resolve("results.json"), "{}");
    Kit.Ended ended =
        run("http://127.0.0.1:9/", "accounts.yaml", "@task.destroy.effect", report("theirs"));
    assertThat(ended.code()).as("not 4").isEqualTo(2);
    assertThat(ended.err()).contains("theirs holds results.json, which this kit did not write");
    assertThat(theirs.resolve("results.json")).hasContent("{}");
  }

  @Test
  void threeWhereAMustWasNotTested() throws Exception {
    assertEnd(3, "incomplete", run(right, "root.yaml", "@task.get_all.role"));
  }

  @Test
  void fourWhereNobodyAnswersOrNobodyMayLogIn() throws Exception {
    assertEnd(4, "incomplete", run(right, "wrong.yaml", "@task.destroy.effect"));
    try (ClosedPort nobody = new ClosedPort()) {
      String url = nobody.uri().toString();
      assertEnd(4, "incomplete", run(url, "accounts.yaml", "@task.destroy.effect"));
    }
  }

  @Test
  void fiveWhereTheKitFails() throws Exception {
    Path features = Files.createDirectories(folder.resolve("broken/features"));
    Files.writeString(
        features.resolve("broken.feature"),
        """
        Feature: broken
          @task.create.bystander
          Scenario: a step that nobody wrote
            When the kit fails
        """);
    Kit broken = new Kit(folder, List.of(folder.resolve("broken")));
    Kit.Ended ended =
        broken.run(arguments(right.uri().toString(), "accounts.yaml", "@task.create.bystander"));
    assertEnd(5, "incomplete", ended);
  }

  private static Kit.Ended run(Simulator server, String accounts, String tags, String... more)
      throws Exception {
    return run(server.uri().toString(), accounts, tags, more);
  }

  private static Kit.Ended run(String url, String accounts, String tags, String... more)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(arguments(url, accounts, tags)));
    // an option that stands already is replaced
    for (String option : more) {
      arguments.removeIf(one -> one.startsWith(option.replaceFirst("=.*", "=")));
    }
    arguments.addAll(List.of(more));
    return kit.runHere(arguments.toArray(String[]::new));
  }

  private static String report(String name) {
    return "--report=" + folder.resolve(name);
  }

  private static String[] arguments(String url, String accounts, String tags) {
    return new String[] {
      "run",
      "--url",
      url,
      "--accounts",
      folder.resolve(accounts).toString(),
      "--ledger",
      folder.resolve("ledger.jsonl").toString(),
      "--wire",
      "jsonrpc2",
      "--release",
      "page",
      "--tags",
      tags,
      report("report")
    };
  }

  private static void assertEnd(int code, String word, Kit.Ended ended) throws Exception {
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
    assertThat(ended.err()).isEmpty();
    assertThat(kit.results("report").get("exit").asInt()).isEqualTo(code);
    assertThat(kit.results("report").get("verdict").asText()).isEqualTo(word);
    assertThat(folder.resolve("report/allure-report/index.html")).exists();
  }
}
