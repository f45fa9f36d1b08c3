package org.xapitck.kit.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How the figures are read and written; nothing is measured here. */
class SpeedTableTest {
  private static final String PRINTED =
      """
      Judging by the contract alone (as --release says)
      1,667 scenarios, 8,207 calls, 12.7 s
      start 0.9 s, log in 0.4 s, scenarios 9.9 s, clean up 0.3 s, reports 1.2 s
      conformant
      report: /somewhere/reports/latest/allure-report/index.html
      took 13.042 real 19.500 user 1.250 system
      """;

  @Test
  void everyDurationThatARunPrintsIsRead() {
    MeasuredRun run = MeasuredRun.of(PRINTED);
    assertThat(run.scenarios()).isEqualTo(1667);
    assertThat(run.calls()).isEqualTo(8207);
    assertThat(run.seconds())
        .containsExactly(
            entry("wall clock", 13.042),
            entry("CPU (user and system)", 20.75),
            entry("start", 0.9),
            entry("log in", 0.4),
            entry("scenarios", 9.9),
            entry("clean up", 0.3),
            entry("reports", 1.2));
  }

  @Test
  void aDecimalCommaOfBashIsRead() {
    String output = PRINTED.replace("13.042 real 19.500", "13,042 real 19,500");
    assertThat(MeasuredRun.of(output)).isEqualTo(MeasuredRun.of(PRINTED));
  }

  @Test
  void aRunThatPrintsNoFiguresIsShown() {
    assertThatThrownBy(() -> MeasuredRun.of("took 0.5 real 0.5 user 0.1 system\nno such option"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no such option");
  }

  @Test
  void theMedianStandsInTheMiddle() {
    assertThat(Spread.of(List.of(3.0, 1.0, 9.0, 2.0, 8.0))).isEqualTo(new Spread(3, 1, 9));
    assertThat(Spread.of(List.of(4.0, 1.0))).isEqualTo(new Spread(2.5, 1, 4));
    assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    assertThat(new Spread(18.94, 18.8, 20.75).seconds()).isEqualTo("18.9 s (18.8 to 20.8)");
  }

  @Test
  void aColumnForEachStartAndARowForEachDuration() {
    Map<String, List<MeasuredRun>> starts = new LinkedHashMap<>();
    starts.put("fast run", List.of(run(8207, 2, 3), run(8209, 1, 3), run(8207, 4, 3)));
    starts.put("slow run", List.of(run(8207, 9, 5), run(8207, 8, 6), run(8207, 7, 7)));
    assertThat(new SpeedTable("2 cores", starts).markdown())
        .isEqualTo(
            """
            Measured on 2 cores.
            1,667 scenarios, 8,207 to 8,209 calls, three wires, all reports; median (min to max) of 3 runs each, in turn.

            |  | `fast run` | `slow run` |
            |---|---|---|
            | wall clock | 2.0 s (1.0 to 4.0) | 8.0 s (7.0 to 9.0) |
            | start | 3.0 s (3.0 to 3.0) | 6.0 s (5.0 to 7.0) |""");
  }

  @Test
  void theGuideHoldsTheTableThatTheCommandPrints() throws IOException {
    MeasuredRun run = MeasuredRun.of(PRINTED);
    Map<String, List<MeasuredRun>> starts = new LinkedHashMap<>();
    SpeedFigures.STARTS.forEach(start -> starts.put(start, List.of(run)));
    String table = new SpeedTable("", starts).markdown();
    String shape =
        table
            .substring(table.indexOf('|'))
            .lines()
            .map(line -> Stream.of(line.split("\\d+\\.\\d", -1)))
            .map(parts -> parts.map(Pattern::quote).collect(Collectors.joining("\\d+\\.\\d")))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("README.md"))).containsPattern(shape);
  }

  private static MeasuredRun run(int calls, double wall, double start) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("wall clock", wall);
    seconds.put("start", start);
    return new MeasuredRun(1667, calls, seconds);
  }
}
