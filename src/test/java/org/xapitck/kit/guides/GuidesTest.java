package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.guides.Workplace.Filling;
import org.xapitck.kit.guides.Workplace.Outcome;

/**
 * What a reader copies out of a guide works: each block of commands runs, in the order of the
 * guides and in one folder, with the URLs and accounts of simulators.
 *
 * <p>If this fails, mend the guide, or what it tells of.
 */
@Tag("jars")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesTest {
  /** A block that is known by how it begins. */
  private record Listed(String guide, String beginning, String reason) {
    boolean is(Block block) {
      return block.guide().equals(guide) && block.script().startsWith(beginning);
    }
  }

  /** Blocks that the shell only reads. */
  private static final List<Listed> NOT_RUN =
      List.of(
          new Listed("README.md", "mvn verify\n", "the build that runs this test"),
          new Listed(
              "src/CERTIFY.md", "xe pool-enable-external-auth auth-type=AD", "of a pool's host"),
          new Listed("src/CERTIFY.md", "useradd ", "of a pool's host"),
          new Listed(
              "src/CERTIFY.md", "USER_POOL_ADMIN=...", "elided; CurlTest runs the real lines"),
          new Listed("src/README.md", "mvn -q verify -Dtest=SpeedFigures", "a build and ten runs"),
          new Listed("simulator/README.md", "mvn -q -pl simulator,src verify ", "a build"),
          new Listed("reports/README.md", "npx --yes allure@", "needs npm; Allure3Test does it"));

  /** Blocks that go on until somebody stops them; they have run when their output is there. */
  private static final List<Listed> ENDLESS =
      List.of(
          new Listed("simulator/README.md", "mvn -q -DskipTests package\njava", "a server"),
          new Listed("simulator/README.md", "java -jar " + simulator("--defect"), "a server"),
          new Listed("simulator/README.md", "java -jar " + simulator("--variant"), "a server"));

  /** Scenarios of several features, some in either of two shards. */
  private static final String SOME =
      "--tags '@task.cancel.effect or @task.destroy.effect or @task.create.effect"
          + " or @task.get_record.result or @task.set_status.effect' ";

  /**
   * What takes minutes, made short without loss of what the reader types, and what varies. Only the
   * first run of all is whole, and only that one may write to reports/latest, which others read.
   */
  private static final List<Filling> SHORTENED =
      List.of(
          new Filling("$(seq 20)", "$(seq 2)"),
          new Filling("20 ...  -", "2 ...  -"),
          new Filling("in 1 2 3 4 5 6 7 8 9 10;", "in 1 2;"),
          new Filling("--random-order", SOME + "--random-order"),
          new Filling("--shard ", SOME + "--shard "),
          new Filling(
              "--tags @task.create.result", "--tags @task.create.result --report reports/try"),
          new Filling(
              "run    --url https://xenserver.example/ --accounts accounts.yaml"
                  + " --roles root,vm-admin --pin 3F:A2:...\n",
              "run --url https://xenserver.example/ --accounts accounts.yaml"
                  + " --roles root,vm-admin --pin 3F:A2:... "
                  + SOME
                  + "--report reports/tls\n"),
          new Filling("--roles root\n", "--roles root --wire jsonrpc1 --report reports/root\n"),
          // what the reader's server has is its own affair; the simulator has plans
          new Filling(
              "Async.VM.clone OpaqueRef:1 copy",
              "Async.host.call_plugin {host} task-plan success {}"),
          new Filling(
              "my-plugin sleep '{\"seconds\": \"30\"}'",
              "task-plan failure {} --tags @task.result.encoded --report reports/sources"));

  private Workplace workplace;

  private static String simulator(String option) {
    return "simulator/target/xapi-task-simulator.jar " + option;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    workplace = new Workplace(Guides.TOP, folder, SHORTENED);
    Files.writeString(
        folder.resolve("tck.yaml"),
        Block.holding(Guides.TOP, "src/CERTIFY.md", "yaml", "threads: 8"));
  }

  @AfterAll
  void stop() {
    workplace.close();
  }

  @TestFactory
  List<DynamicTest> noBlockOfAGuideFails() throws Exception {
    List<Block> blocks = new ArrayList<>();
    for (String guide : Guides.ALL) {
      blocks.addAll(Block.of(Guides.TOP, guide));
    }
    List<DynamicTest> tests = new ArrayList<>();
    blocks.forEach(block -> tests.add(dynamicTest(block.place(), () -> judge(block))));
    tests.add(dynamicTest("nothing is listed in vain", () -> noListIsLongerThanItsUse(blocks)));
    return tests;
  }

  private void judge(Block block) throws Exception {
    assertThat(workplace.read(block.script()).code())
        .as("bash can read %s", block.place())
        .isZero();
    if (listed(NOT_RUN, block)) {
      return;
    }
    boolean endless = listed(ENDLESS, block);
    Block filled = endless ? workplace.filledWithFreePort(block) : workplace.filled(block);
    assertThat(filled.script())
        .as("%s, filled in", block.place())
        .doesNotContain("...", ".example", "//host");
    Optional<Pattern> promised = pattern(filled.output());
    Outcome outcome =
        workplace.run(filled.script(), output -> endless && shows(promised.orElseThrow(), output));
    String whole =
        block.place() + "\n" + filled.script() + "\n" + String.join("\n", outcome.output());
    assertThat(outcome.ended()).as("ends by itself: %s", whole).isNotEqualTo(endless);
    if (!endless) {
      assertThat(outcome.code()).as("exit code of %s", whole).isZero();
    }
    promised.ifPresent(
        pattern ->
            assertThat(shows(pattern, outcome.output())).as("%s in %s", pattern, whole).isTrue());
  }

  /** The promised lines, one after the other, with anything around them. */
  private static Optional<Pattern> pattern(List<String> output) {
    return output.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Pattern.compile(
                output.stream()
                    .map(GuidesTest::linePattern)
                    .collect(Collectors.joining("\\n", "(?m)^", "$"))));
  }

  private static String linePattern(String line) {
    return " *"
        + Stream.of(line.split("\\.\\.\\.", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
  }

  private static boolean shows(Pattern promised, List<String> output) {
    return promised.matcher(String.join("\n", output)).find();
  }

  private static boolean listed(List<Listed> list, Block block) {
    return list.stream().anyMatch(one -> one.is(block));
  }

  private void noListIsLongerThanItsUse(List<Block> blocks) {
    assertThat(Stream.concat(NOT_RUN.stream(), ENDLESS.stream()))
        .allMatch(one -> blocks.stream().filter(one::is).count() == 1);
    assertThat(workplace.unused()).isEmpty();
  }
}
