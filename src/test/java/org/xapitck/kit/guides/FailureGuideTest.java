package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Reasons;

/**
 * The guide to failures explains all that the kit says of a requirement, and nothing that it no
 * longer says.
 *
 * <p>If this fails, a message is new, or was reworded: give it a line in {@code reports/README.md}.
 */
class FailureGuideTest {
  private static final Path MAIN = Path.of("main", "java", "org", "xapitck", "kit");
  private static final Path GUIDE = Path.of("..", "reports", "README.md");

  /** Where deviations are found, and which argument is read by people. */
  private static final Map<String, Integer> MAKERS =
      Map.of(
          "new ConformanceFailure", 0,
          "Refusals.ofJudged", 0,
          "Refusals.of", 1,
          "violate", 1,
          "violation", 1);

  @Test
  void noDeviationIsFoundThatTheGuideDoesNotExplain() throws IOException {
    TreeSet<String> said = new TreeSet<>();
    for (String source : sources()) {
      MAKERS.forEach((maker, place) -> said.addAll(Sayings.of(source, maker, place)));
    }
    // 20: were it far fewer, the search would have missed them
    assertThat(said).hasSizeGreaterThan(20);
    assertThat(unexplained(said)).as("expected values without a line in the guide").isEmpty();
  }

  @Test
  void noReasonIsGivenThatTheGuideDoesNotExplain() throws IOException {
    List<String> said =
        Reasons.all().stream().filter(one -> !isInOthersWords(one)).map(Reason::text).toList();
    assertThat(unexplained(said)).as("reasons without a line in the guide").isEmpty();
  }

  /** What the catalogue, the answer of a server or an older run says needs no line. */
  private static boolean isInOthersWords(Reason reason) {
    return reason instanceof Reason.Stated
        || reason instanceof Reason.Restored
        || reason instanceof Reason.ServerSilent
        || reason instanceof Reason.Unreachable
        || reason instanceof Reason.SourceAnswersOtherwise;
  }

  private static List<String> unexplained(Collection<String> said) throws IOException {
    List<Pattern> explained = guide().stream().map(Sayings::pattern).toList();
    return said.stream()
        .filter(text -> explained.stream().noneMatch(line -> line.matcher(text).matches()))
        .toList();
  }

  @Test
  void nothingIsExplainedThatIsNeverSaid() throws IOException {
    Stream<String> reasons = Reasons.all().stream().map(Reason::text);
    String literals =
        Stream.concat(Stream.of(Sayings.literals(String.join("\n", sources()))), reasons)
            .collect(Collectors.joining("\n"));
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
