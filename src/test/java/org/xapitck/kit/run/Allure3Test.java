package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Npm;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/**
 * Allure 3 makes its report of the results that the kit writes for Allure 2.
 *
 * <p>If this fails, compare the result files with those of the newest Allure adapter: a test that
 * Allure takes for a retry of another one is hidden.
 */
@Tag("slow")
class Allure3Test {

  /** How each verdict shows; the table stands in reports/README.md. */
  private static final Map<String, String> STATUS =
      Map.of(
          "pass", "passed",
          "warning", "passed",
          "fail", "failed",
          "not-applicable", "skipped",
          "not-testable", "skipped",
          "kit-error", "broken");

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void noScenarioIsHiddenOrShownTwice() throws Exception {
    Npm allure = Npm.install(Path.of("test", "allure3"), "no report of Allure 3 is made");
    Map<String, Integer> executed = executed();
    // otherwise the server, which is wrong, and the missing accounts were of no use
    assertThat(executed).containsOnlyKeys("passed", "failed", "skipped");
    Path page = folder.resolve("allure-3").toAbsolutePath();
    String results = folder.resolve("report/allure-results").toAbsolutePath().toString();
    allure.run("allure", "generate", results, "--output", page.toString());

    JsonNode statistic = JSON.readTree(page.resolve("widgets/statistic.json").toFile());
    assertThat(statistic.get("total").asInt())
        .isEqualTo(executed.values().stream().mapToInt(Integer::intValue).sum());
    JsonNode tree = JSON.readTree(page.resolve("widgets/tree.json").toFile());
    assertThat(count(tree.get("leavesById"), leaf -> leaf.get("status").asText()))
        .isEqualTo(executed);
  }

  /** By status, what a run against a wrong server with two accounts executed. */
  private Map<String, Integer> executed() throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(
        accounts,
        """
        root: {username: root, password: secret}
        read-only: {username: read-only, password: secret}
        """);
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing"), List.of());
    try (Simulator wrong = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      Path report = folder.resolve("report");
      Runs.Done done = Runs.run(Runs.options(report, wrong.uri(), accounts, "", Wire.JSONRPC1));
      return count(
          done.results().get("scenarios"),
          scenario -> STATUS.get(scenario.get("verdict").asText()));
    }
  }

  private static Map<String, Integer> count(JsonNode entries, Function<JsonNode, String> by) {
    Map<String, Integer> count = new TreeMap<>();
    entries.forEach(entry -> count.merge(by.apply(entry), 1, Integer::sum));
    return count;
  }
}
