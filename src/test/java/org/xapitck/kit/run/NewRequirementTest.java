package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.archive.Diff;
import org.xapitck.kit.archive.ResultsFile;
import org.xapitck.kit.archive.Trace;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.ExecutionOptions;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.NextCatalogue;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** A server that breaks a must of the newest catalogue alone: every report warns, none blames. */
@Tag("slow")
class NewRequirementTest {
  private static final String ID = "task.destroy.effect";

  @TempDir Path folder;

  @Test
  void noReportBlamesAServerForAMustThatIsNewAndEachNamesIt() throws Exception {
    Catalogues catalogues = NextCatalogue.adding(folder.resolve("catalogue"), ID);
    Runs.Done done = run("new", catalogues.newest());
    String grace =
        "new in catalogue %d: a failure counts from catalogue %d"
            .formatted(NextCatalogue.NUMBER, NextCatalogue.NUMBER + 1);

    assertThat(done.exitCode()).isZero();
    assertThat(done.word()).isEqualTo("conformant");
    JsonNode requirement = done.results().get("requirements").get(0);
    assertThat(requirement.get("level").asText()).isEqualTo("must");
    assertThat(requirement.get("verdict").asText()).isEqualTo("fail");
    assertThat(requirement.get("new_in").asInt()).isEqualTo(NextCatalogue.NUMBER);
    assertThat(requirement.get("message").asText()).contains("\n  warning   " + grace);
    assertThat(done.results().get("totals").get("fail").asInt()).isOne();
    for (JsonNode scenario : done.results().get("scenarios")) {
      assertThat(scenario.get("verdict").asText()).isEqualTo("fail");
      assertThat(scenario.get("new_in").asInt()).isEqualTo(NextCatalogue.NUMBER);
    }
    assertThat(done.console())
        .contains("! " + ID + "   xmlrpc   a warning", "NOTE: 1 fail that is " + grace)
        .doesNotContain("x " + ID);
    assertThat(text("new/junit.xml"))
        .contains("failures=\"0\"", "warning in task.destroy", grace)
        .doesNotContain("<failure");
    assertThat(text("new/summary.md")).contains("**fail, counts as warning** `" + ID + "`", grace);
    assertThat(text("new/statement.md"))
        .contains("`" + ID + "`\n", "(must, XML-RPC, " + grace + ")");
    assertThat(text("new/statement.html")).contains(grace);
    assertThat(allure())
        .contains("\"status\":\"passed\"", "\"value\":\"warning\"", "\"value\":\"minor\"")
        .doesNotContain("\"status\":\"failed\"", "\"value\":\"critical\"");
  }

  @Test
  void theSameFailureIsANewOneAsSoonAsItCounts() throws Exception {
    Catalogue warns = NextCatalogue.adding(folder.resolve("catalogue"), ID).newest();
    Runs.Done before = run("before", warns);
    Runs.Done after = run("after", Catalogue.packed());
    assertThat(List.of(before.exitCode(), after.exitCode())).containsExactly(0, 1);

    RunReport old = ResultsFile.read(folder.resolve("before"), warns);
    RunReport now = ResultsFile.read(folder.resolve("after"), Catalogue.packed());
    assertThat(old.verdicts().exitCode()).as("as it was read back").isZero();
    assertThat(Diff.of(old, now).newFailures()).singleElement().asString().contains(ID);
    assertThat(Diff.of(now, old).isWorse()).isFalse();
    assertThat(Diff.of(now, old).warnings())
        .singleElement()
        .asString()
        .contains("warning, ", "(new in catalogue ");
    assertThat(Trace.of(old, warns).lines().get(0)).contains(ID + "  must, new in catalogue ");
  }

  @Test
  void aRunThatStopsAtTheFirstFailureDoesNotStopAtAWarning() throws Exception {
    Catalogue warns = NextCatalogue.adding(folder.resolve("catalogue"), ID).newest();
    try (Simulator wrong = wrong()) {
      RunOptions options = options("fast", wrong).withCatalogue(warns);
      ExecutionOptions usual = options.execution();
      ExecutionOptions fast =
          new ExecutionOptions(
              usual.ledger(),
              usual.maxLiveTasks(),
              usual.maxRate(),
              usual.threads(),
              usual.seed(),
              usual.baselines(),
              false,
              true,
              false);
      Runs.Done done = Runs.run(options.withExecution(fast));
      assertThat(done.exitCode()).isZero();
      assertThat(done.console()).doesNotContain("stopped at the first failure");
    }
  }

  private Runs.Done run(String report, Catalogue catalogue) throws Exception {
    try (Simulator wrong = wrong()) {
      return Runs.run(options(report, wrong).withCatalogue(catalogue));
    }
  }

  private static Simulator wrong() throws Exception {
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing"), List.of());
    return Simulator.start(SimulatorOptions.defaults().withSeeds(seeds));
  }

  private RunOptions options(String report, Simulator server) throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    return Runs.options(folder.resolve(report), server.uri(), accounts, "@" + ID)
        .withWires(Set.of(Wire.XMLRPC), true);
  }

  private String text(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  private String allure() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("new/allure-results"))) {
      return files
          .filter(file -> file.toString().endsWith("-result.json"))
          .map(NewRequirementTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).replaceAll("\\s*:\\s*", ":");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
