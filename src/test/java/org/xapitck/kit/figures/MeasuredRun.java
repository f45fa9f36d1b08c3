package org.xapitck.kit.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What one run took.
 *
 * @param scenarios that ran, examples counted
 * @param calls that were sent
 * @param seconds by name, in the order of the table: wall clock, CPU, and each phase that the run
 *     prints
 */
record MeasuredRun(int scenarios, int calls, Map<String, Double> seconds) {

  /** What passes between the start of the process and its end. */
  static final String WALL_CLOCK = "wall clock";

  /** What all threads of the process take together. */
  static final String CPU = "CPU (user and system)";

  /** Makes bash print real, user and system seconds of a command in a line that we know again. */
  static final String TIME_FORMAT = "took %R real %U user %S system";

  private static final Pattern TIME =
      Pattern.compile("(?m)^took (\\d+[.,]\\d+) real (\\d+[.,]\\d+) user (\\d+[.,]\\d+) system$");

  private static final Pattern EFFORT =
      Pattern.compile("(?m)^([\\d,]+) scenarios, ([\\d,]+) calls, \\d+\\.\\d s\\n(start \\d.*)$");

  private static final Pattern PHASE = Pattern.compile("(?:^|, )([a-z ]+) (\\d+\\.\\d) s(?=,|$)");

  /**
   * Reads what a run and bash printed.
   *
   * @throws AssertionError where a line is missing
   */
  static MeasuredRun of(String output) {
    MatchResult time = find(TIME, output);
    MatchResult effort = find(EFFORT, output);
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put(WALL_CLOCK, number(time.group(1)));
    seconds.put(CPU, number(time.group(2)) + number(time.group(3)));
    PHASE
        .matcher(effort.group(3))
        .results()
        .forEach(phase -> seconds.put(phase.group(1), number(phase.group(2))));
    return new MeasuredRun(count(effort.group(1)), count(effort.group(2)), seconds);
  }

  private static MatchResult find(Pattern pattern, String output) {
    return pattern
        .matcher(output)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line like " + pattern + " in:\n" + output));
  }

  /** Bash writes the decimal point of the user's locale. */
  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  private static int count(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
