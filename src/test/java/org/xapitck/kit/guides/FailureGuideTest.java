package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The guide to failures explains all that the kit says of a requirement, and nothing that it no
 * longer says.
 *
 * <p>If this fails, a message is new, or was reworded: give it a line in {@code reports/README.md}.
 */
class FailureGuideTest {
  private static final Path MAIN = Path.of("main", "java", "org", "xapitck", "kit");
  private static final Path GUIDE = Path.of("..", "reports", "README.md");

  /** Where messages are made, and which argument is read by people. */
  private static final Map<String, Integer> MAKERS =
      Map.of(
          "new ConformanceFailure", 0,
          "new PreconditionFailed", 0,
          "new NotApplicable", 0,
          "new NoSession", 0,
          "new ServerGone", 0,
          "new OutsideScope", 0,
          "new LedgerUnusable", 0,
          "violate", 1,
          "violation", 1);

  @Test
  void nothingIsSaidThatTheGuideDoesNotExplain() throws IOException {
    List<Pattern> explained = guide().stream().map(Sayings::pattern).toList();
    TreeSet<String> said = new TreeSet<>();
    for (String source : sources()) {
      MAKERS.forEach((maker, place) -> said.addAll(Sayings.of(source, maker, place)));
    }
    // 40: were it far fewer, the search would have missed them
    assertThat(said).hasSizeGreaterThan(40);
    said.removeIf(text -> explained.stream().anyMatch(line -> line.matcher(text).matches()));
    assertThat(said).as("messages without a line in the guide").isEmpty();
  }

  @Test
  void nothingIsExplainedThatIsNeverSaid() throws IOException {
    String literals = Sayings.literals(String.join("\n", sources()));
    assertThat(guide().stream().flatMap(line -> Stream.of(line.split("\\.\\.\\."))))
        .filteredOn(part -> !literals.contains(part))
        .as("parts of lines that stand nowhere in the kit")
        .isEmpty();
  }

  @Test
  void noLineOfTheGuideExplainsEverything() throws IOException {
    assertThat(guide()).hasSizeGreaterThan(80).allMatch(Sayings::hasWords);
  }

  /** What stands in code type in the first cells of the tables from "fail" to "kit-error". */
  private static List<String> guide() throws IOException {
    String text = Files.readString(GUIDE);
    int start = text.indexOf("### `fail` and `warning`");
    int end = text.indexOf("### Before a run");
    assertThat(start).isPositive().isLessThan(end);
    return text.substring(start, end)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| `expected` |"))
        .filter(line -> !line.startsWith("| a field and an expectation"))
        .map(line -> line.split(" \\| ")[0].substring(2))
        .flatMap(cell -> Pattern.compile("`([^`]+)`").matcher(cell).results())
        .map(code -> code.group(1))
        .toList();
  }

  private static List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(java).hasSizeGreaterThan(100);
      return java.stream().map(FailureGuideTest::read).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
