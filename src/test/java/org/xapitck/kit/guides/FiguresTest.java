package org.xapitck.kit.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.run.Listing;

/**
 * Every number of the first guide comes from the catalogue, a run, the proof or a measurement, and
 * a number that comes from nowhere is refused.
 */
class FiguresTest {
  /** 150: what a reader skims before choosing the guide that is for them. */
  private static final int MOST_LINES = 150;

  private static final String README = "README.md";

  /** Numbers that are part of a name, an address, a code or a list, and count nothing. */
  private static final List<String> NAMES =
      List.of(
          "JSON-RPC [12]\\.0",
          "JDK 17|Java 17",
          "xapi 24\\.16",
          "3F:A2",
          "127\\.0\\.0\\.1:8080",
          "(?m)^\\| [0-5] \\|",
          "(?m)^[1-3]\\. ",
          "Apache-2\\.0");

  /**
   * A sentence of the guide with figures in it.
   *
   * @param pattern with a group for each figure
   * @param expected the figures, in the order of the groups
   */
  private record Sentence(String pattern, List<String> expected) {}

  @Test
  void everyNumberOfTheReadmeComesFromSomewhere() throws IOException {
    String rest = Guides.text(README);
    List<Sentence> sentences = new ArrayList<>(realServers());
    sentences.add(catalogue());
    sentences.add(run());
    sentences.addAll(proof());
    sentences.addAll(measurements());
    for (Sentence sentence : sentences) {
      MatchResult found = find(README, rest, sentence.pattern());
      List<String> figures = new ArrayList<>();
      for (int group = 1; group <= found.groupCount(); group++) {
        figures.add(found.group(group));
      }
      assertThat(figures).as("figures of: %s", found.group()).isEqualTo(sentence.expected());
      rest = rest.substring(0, found.start()) + rest.substring(found.end());
    }
    for (String name : NAMES) {
      assertThat(rest).containsPattern(name);
      rest = rest.replaceAll(name, "");
    }
    assertThat(rest.lines().filter(line -> line.matches(".*\\d.*")))
        .as("lines of README.md with numbers that nothing holds")
        .isEmpty();
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Guides.text(README).lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  private static Sentence catalogue() {
    Catalogue catalogue = Catalogue.packed();
    int values =
        catalogue.values("task_status_type").size()
            + catalogue.values("task_allowed_operations").size();
    long defaults =
        catalogue.requirements().stream()
            .filter(one -> one.fact(Fact.Default.class).isPresent())
            .count();
    return new Sentence(
        "(\\d+) messages, (\\d+) fields, (\\d+) enum values, (\\d+) stated defaults and (\\d+) roles",
        List.of(
            "" + catalogue.messages().size(),
            "" + catalogue.fields().size(),
            "" + values,
            "" + defaults,
            "" + Role.values().length));
  }

  /** What {@code list} names is what {@code run} runs. */
  private static Sentence run() {
    // the last line counts the others
    int scenarios = Listing.of(RunOptions.defaults(Path.of("unused"))).size() - 1;
    return new Sentence(
        "(?m)^([\\d,]+) scenarios, ", List.of(String.format(Locale.ROOT, "%,d", scenarios)));
  }

  private static List<Sentence> proof() throws IOException {
    String defects = "simulator/DEFECTS.md";
    MatchResult proof =
        find(
            defects,
            Guides.text(defects),
            "(\\d+) defects, .*; (\\d+) variants\\.\\s+They break each of the (\\d+) requirements");
    return List.of(
        new Sentence("has (\\d+) seeded defects", List.of(proof.group(1))),
        new Sentence("each of the (\\d+) musts", List.of(proof.group(3))),
        new Sentence("(\\d+) variants", List.of(proof.group(2))));
  }

  /** The tables of src/README.md hold what was measured; the first guide rounds it. */
  private static List<Sentence> measurements() throws IOException {
    String guide = "src/README.md";
    String text = Guides.text(guide);
    String wallClock = find(guide, text, "\\| wall clock \\| (\\d+\\.\\d) s").group(1);
    String verify = find(guide, text, "\\| `mvn verify` \\| .* \\| (\\d+) min \\|").group(1);
    return List.of(
        new Sentence("about (\\d+) s on", List.of("" + Math.round(Double.parseDouble(wallClock)))),
        new Sentence("about (\\d+) minutes", List.of(verify)));
  }

  private static List<Sentence> realServers() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("test", "real-servers.csv")).stream()
            .filter(Predicate.not(line -> line.startsWith("#")))
            .skip(1)
            .toList();
    assertThat(rows).isNotEmpty();
    return rows.stream().map(row -> List.of(row.split(","))).map(FiguresTest::row).toList();
  }

  /** A row names server, verdict and five totals; what was tried with it stands between. */
  private static Sentence row(List<String> cells) {
    return new Sentence(
        "(?m)^\\| ("
            + Pattern.quote(cells.get(0))
            + ") \\| [^|\\d]+ \\| ([a-z-]+)"
            + " \\| (\\d+)".repeat(5)
            + " \\|$",
        cells.subList(0, 7));
  }

  private static MatchResult find(String file, String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " has no sentence like " + pattern));
  }
}
