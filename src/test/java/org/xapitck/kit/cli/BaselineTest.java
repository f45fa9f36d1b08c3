package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;

/** What a baseline forgives, and which of its entries are errors, through the command. */
@Tag("slow")
class BaselineTest {
  private static final String KNOWN =
      "- requirement: task.destroy.effect\n  wire: jsonrpc2\n  reason: ours keeps them\n";

  @TempDir static Path folder;
  private static Kit kit;
  private static Simulator right;
  private static Simulator wrong;

  @BeforeAll
  static void start() throws Exception {
    kit = new Kit(folder);
    kit.accounts();
    Files.writeString(folder.resolve("root.yaml"), "root: {username: root, password: secret}\n");
    right = Simulator.start(SimulatorOptions.defaults());
    Seeds seeds = Seeds.of(List.of("destroy-forgets-nothing", "result-trimmed"), List.of());
    wrong = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds));
  }

  @AfterAll
  static void stop() throws Exception {
    right.close();
    wrong.close();
  }

  /**
   * A row of the matrix.
   *
   * @param name what the entry is
   * @param wrong whether the server is wrong
   * @param tags of the run
   * @param yaml the baselines
   * @param code the exit code
   * @param said what the console names
   */
  private record Row(
      String name, boolean wrong, String tags, List<String> yaml, int code, List<String> said) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(String name, boolean wrong, String yaml, int code, String... said) {
    return new Row(name, wrong, "@task.destroy.effect", List.of(yaml), code, List.of(said));
  }

  static Stream<Row> matrix() {
    String second = "- {requirement: task.destroy.effect, wire: \"*\", reason: twice}\n";
    return Stream.of(
        row("empty", true, "", 1, "non-conformant"),
        row("known", true, KNOWN, 0, "conformant, with 1 known deviation", "known"),
        row(
            "known on every wire",
            true,
            KNOWN.replace("jsonrpc2", "\"*\""),
            0,
            "conformant, with 1 known deviation"),
        row("of another wire", true, KNOWN.replace("jsonrpc2", "xmlrpc"), 1, "non-conformant"),
        row("passes", false, KNOWN, 2, "0.yaml, line 1", "passes on jsonrpc2"),
        row("passes now and then", false, KNOWN + "  flaky: true\n", 0, "with a baseline"),
        row("expired", true, KNOWN + "  expires: 2020-01-31\n", 2, "line 1", "expired on 2020-01"),
        row("expires later", true, KNOWN + "  expires: 2999-01-31\n", 0, "1 known deviation"),
        row(
            "unknown id",
            true,
            KNOWN + KNOWN.replace("effect", "efect"),
            2,
            "0.yaml, line 4",
            "task.destroy.efect"),
        row("twice", true, KNOWN + second, 2, "line 4", "stands already at", "line 1"),
        new Row(
            "twice over two files",
            true,
            "@task.destroy.effect",
            List.of(KNOWN, second),
            2,
            List.of("1.yaml, line 1", "0.yaml, line 1")),
        new Row(
            "never reached",
            false,
            "@task.get_all.role",
            List.of("- {requirement: task.get_all.role, wire: jsonrpc2, reason: x}\n"),
            2,
            List.of("line 1", "was never reached: not-testable")),
        new Row(
            "beside a new failure",
            true,
            "@task.destroy.effect or @text.result",
            List.of(KNOWN),
            1,
            List.of("non-conformant, with 1 known deviation")),
        row(
            "never judged",
            true,
            KNOWN.replace("destroy.effect", "type.meaning"),
            2,
            "never judged"),
        row(
            "without a reason",
            true,
            KNOWN.replace("  reason: ours keeps them\n", ""),
            2,
            "reason"),
        row(
            "two mistakes",
            true,
            KNOWN.replace("jsonrpc2", "soap") + "- {requirment: x}\n",
            2,
            "line 2: wire soap: allowed are",
            "line 4: unknown key requirment"),
        row(
            "a wrong date",
            true,
            KNOWN + "  expires: soon\n",
            2,
            "line 4: expires soon",
            "2027-01"),
        row("no list", true, "requirement: x\n", 2, "line 1", "expected a list"),
        row("no YAML", true, "- {a: [\n", 2, "not YAML"));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void everyKindOfEntryHasItsExitCodeAndItsPlace(Row row) throws IOException {
    List<String> arguments = new ArrayList<>(arguments("run", row.wrong(), "matrix"));
    arguments.addAll(List.of("--tags", row.tags()));
    for (int i = 0; i < row.yaml().size(); i++) {
      Path file = Files.writeString(folder.resolve(i + ".yaml"), row.yaml().get(i));
      arguments.addAll(List.of("--baseline", file.toString()));
    }
    if (row.name().equals("never reached")) {
      arguments.set(arguments.indexOf("accounts.yaml"), "root.yaml");
    }
    arguments.replaceAll(
        text -> text.equals("accounts.yaml") || text.equals("root.yaml") ? path(text) : text);

    Kit.Ended ended = kit.runHere(arguments.toArray(String[]::new));

    String printed = ended.out() + ended.err();
    assertThat(ended.code()).as(printed).isEqualTo(row.code());
    String told = ended.err().isEmpty() ? printed + kit.results("matrix").toString() : printed;
    row.said().forEach(said -> assertThat(told).contains(said));
  }

  /** Nobody listens there: a run would end with 4. */
  @Test
  void aBaselineThatCannotBeWrittenIsRefusedBeforeTheRun() throws IOException {
    Path file = Files.writeString(folder.resolve("in-the-way"), "");
    for (Path target : List.of(file.resolve("known.yaml"), folder)) {
      Kit.Ended ended =
          kit.runHere(
              "baseline",
              "--write",
              target.toString(),
              "--url",
              "http://127.0.0.1:9/",
              "--accounts",
              path("accounts.yaml"));
      assertThat(ended.err()).contains("the baseline " + target + " cannot be written");
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
    }
  }

  @Test
  void whatIsWrittenForgivesExactlyThatAndReproducesItselfByteForByte() throws IOException {
    Path file = folder.resolve("written.yaml");
    List<String> arguments = new ArrayList<>(arguments("baseline", true, "written"));
    arguments.replaceAll(text -> text.equals("accounts.yaml") ? path(text) : text);
    arguments.addAll(List.of("--write", file.toString(), "--tags", "@task.destroy.effect"));
    Kit.Ended first = kit.runHere(arguments.toArray(String[]::new));
    assertThat(first.code()).as(first.out() + first.err()).isZero();
    String explained =
        Files.readString(file).replace("not yet explained", "a \\\"quoted\\\" reason: #1");
    Files.writeString(file, explained);

    Kit.Ended again = kit.runHere(arguments.toArray(String[]::new));
    assertThat(again.code()).isZero();
    assertThat(Files.readString(file)).isEqualTo(explained).contains("task.destroy.effect");

    arguments.set(0, "run");
    arguments.set(arguments.indexOf("--write"), "--baseline");
    Kit.Ended run = kit.runHere(arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("known deviation");
    assertThat(kit.results("written").get("verdict").asText()).isEqualTo("conformant");
    assertThat(kit.results("written").get("totals").get("fail").asInt()).isPositive();
    assertThat(Files.readString(folder.resolve("written/junit.xml")))
        .contains("failures=\"0\"", "known deviation: a &quot;quoted&quot; reason: #1");
  }

  /** Its setter is unknown, so nothing of what it does can be judged. */
  private static final String CAUSE = "task.set_progress.published";

  private static final String BLOCKED = "task.set_progress.effect";

  @Test
  void whatAKnownDeviationBlocksStandsUnderItAndTheRunIsConformant() throws Exception {
    Seeds seeds = Seeds.of(List.of("set-progress-unknown"), List.of());
    try (Simulator unknown = Simulator.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      Path file = folder.resolve("causes.yaml");
      List<String> arguments = new ArrayList<>(arguments("baseline", unknown, "causes"));
      arguments.replaceAll(text -> text.equals("accounts.yaml") ? path(text) : text);
      String tags = "@" + CAUSE + " or @" + BLOCKED;
      arguments.addAll(List.of("--tags", tags, "--write", file.toString()));
      assertThat(kit.runHere(arguments.toArray(String[]::new)).code()).isZero();
      assertThat(Files.readString(file))
          .contains("requirement: \"" + CAUSE + '"')
          .doesNotContain(BLOCKED);

      arguments.set(0, "run");
      arguments.set(arguments.indexOf("--write"), "--baseline");
      arguments.add("--verbose");
      Kit.Ended run = kit.runHere(arguments.toArray(String[]::new));
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .containsPattern(
              Pattern.quote(CAUSE) + "   jsonrpc2   known to the baseline   blocks \\d+")
          .containsPattern("(?m)^  blocks    .*" + Pattern.quote(BLOCKED))
          .containsPattern("\\d  blocked by known deviations")
          .doesNotContain("blocked by what is broken");
      assertThat(Files.readString(folder.resolve("causes/summary.md")))
          .containsPattern("(?m)^blocks \\d+: .*`" + Pattern.quote(BLOCKED) + "`")
          .doesNotContain("## Not tested");
      assertThat(kit.results("causes").get("verdict").asText()).isEqualTo("conformant");

      Files.writeString(
          file,
          Files.readString(file)
              + "- {requirement: "
              + BLOCKED
              + ", wire: jsonrpc2, reason: of an older kit}\n");
      Kit.Ended stale = kit.runHere(arguments.toArray(String[]::new));
      assertThat(stale.code()).isEqualTo(2);
      assertThat(kit.results("causes").toString())
          .contains(BLOCKED + " on jsonrpc2 is blocked by " + CAUSE + "; name that instead");
    }
  }

  private static List<String> arguments(String command, boolean isWrong, String report) {
    return arguments(command, isWrong ? wrong : right, report);
  }

  private static List<String> arguments(String command, Simulator server, String report) {
    return List.of(
        command,
        "--url",
        server.uri().toString(),
        "--accounts",
        "accounts.yaml",
        "--wire",
        "jsonrpc2",
        "--release",
        "page",
        "--ledger",
        path("ledger.jsonl"),
        "--report",
        path(report));
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }
}
