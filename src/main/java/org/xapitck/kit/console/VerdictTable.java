package org.xapitck.kit.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xapitck.kit.report.Groups;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** How many results each message, field and enum has of each verdict. */
final class VerdictTable {
  private VerdictTable() {}

  /** The table, with a line for the whole; as wide as its longest name asks for. */
  static List<String> of(Verdicts verdicts) {
    Map<String, List<RequirementVerdict>> groups = Groups.byFeature(verdicts);
    int width = groups.keySet().stream().mapToInt(String::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      names.add(verdict.id());
    }
    lines.add(row("", width, names));
    groups.forEach(
        (name, entries) ->
            lines.add(row(name, width, numbers(Verdicts.count(entries.stream()).values()))));
    lines.add(row("total", width, numbers(verdicts.totals().values())));
    return lines;
  }

  private static List<String> numbers(Collection<Integer> totals) {
    return totals.stream().map(number -> number == 0 ? "-" : String.valueOf(number)).toList();
  }

  private static String row(String name, int width, List<String> cells) {
    StringBuilder row =
        new StringBuilder(String.format(Locale.ROOT, "%-" + Math.max(5, width) + "s", name));
    Verdict[] verdicts = Verdict.values();
    for (int i = 0; i < verdicts.length; i++) {
      int column = Math.max(verdicts[i].id().length(), 5);
      row.append(String.format(Locale.ROOT, "  %" + column + "s", cells.get(i)));
    }
    return row.toString();
  }
}
