package org.xapitck.kit.figures;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of src/README.md, "Speed": a column for each start, a row for each duration.
 *
 * @param machine its size and its Java, as a phrase
 * @param starts the runs by the command that started them, as many for each
 */
record SpeedTable(String machine, Map<String, List<MeasuredRun>> starts) {

  /** As Markdown, without a line end behind the last line. */
  String markdown() {
    return Stream.of(
            Stream.of(
                "Measured on " + machine + ".",
                all(MeasuredRun::scenarios)
                    + " scenarios, "
                    + all(MeasuredRun::calls)
                    + " calls, three wires, all reports; median (min to max) of "
                    + starts.values().iterator().next().size()
                    + " runs each, in turn.",
                "",
                row("", starts.keySet().stream().map(command -> "`" + command + "`")),
                "|" + "---|".repeat(starts.size() + 1)),
            rows())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> rows() {
    return starts.values().iterator().next().get(0).seconds().keySet().stream()
        .map(name -> row(name, starts.values().stream().map(runs -> cell(runs, name))));
  }

  private static String cell(List<MeasuredRun> runs, String name) {
    return Spread.of(runs.stream().map(run -> run.seconds().get(name)).toList()).seconds();
  }

  private static String row(String name, Stream<String> cells) {
    return "| " + name + cells.map(cell -> " | " + cell).collect(Collectors.joining()) + " |";
  }

  /** A number that differs a little between runs: how often the kit looks depends on the time. */
  private String all(ToIntFunction<MeasuredRun> number) {
    IntSummaryStatistics numbers =
        starts.values().stream().flatMap(List::stream).mapToInt(number).summaryStatistics();
    return numbers.getMin() == numbers.getMax()
        ? String.format(Locale.ROOT, "%,d", numbers.getMin())
        : String.format(Locale.ROOT, "%,d to %,d", numbers.getMin(), numbers.getMax());
  }
}
