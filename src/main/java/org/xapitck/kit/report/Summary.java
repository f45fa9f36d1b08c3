package org.xapitck.kit.report;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Printable;
import org.xapitck.kit.verdict.Cause;
import org.xapitck.kit.verdict.FailureText;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * What a run prints at its end: a table by message and verdict and the word; after that, as a full
 * disk must not hide it, where the reports are.
 */
public final class Summary {

  /** 100 columns: what a terminal beside an editor has, and what CI logs do not wrap. */
  private static final int WIDTH = 100;

  /** The six verdicts take 64 columns with their gaps; 36 remain for a name. */
  private static final int NAME = 36;

  /** Ten deviations: more push the table off the screen, and the report has them all. */
  private static final int DEVIATIONS = 10;

  private Summary() {}

  /** Plain ASCII, no line longer than 100 columns, ends with a line end. */
  public static String console(RunReport report) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(row("", names()));
    Groups.byFeature(report.verdicts())
        .forEach(
            (name, entries) -> lines.add(row(name, numbers(Verdicts.count(entries.stream())))));
    lines.add(row("total", numbers(report.verdicts().totals())));
    lines.add("");
    deviations(report, lines);
    notTested(report, lines);
    if (!report.missingAccounts().isEmpty()) {
      lines.add("no account for: " + String.join(", ", report.missingAccounts()));
    }
    report
        .verdicts()
        .scope()
        .notServed()
        .forEach((wire, why) -> lines.add("not served: " + wire.title() + ", " + why.text()));
    for (String notice : report.notices()) {
      // whole: a notice may hold the fingerprint of a certificate, which people copy
      lines.addAll(Text.wrapped("NOTE: " + Text.ascii(notice), WIDTH));
    }
    lines.addAll(effort(report));
    lines.add(word(report));
    return lines.stream()
        .map(line -> Excerpt.fitting(Text.ascii(line), WIDTH) + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Where the reports are, once they are written.
   *
   * @param took what the writing took
   * @param page neither cut nor changed, as people copy it
   */
  public static String written(Duration took, Path page) {
    return "reports "
        + Text.seconds(took, 1)
        + " s\n"
        + Printable.stripped("report: " + page)
        + "\n";
  }

  private static void deviations(RunReport report, List<String> lines) {
    List<RequirementVerdict> deviations = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.KIT_ERROR, Verdict.WARNING)) {
      deviations.addAll(report.verdicts().counting(verdict));
    }
    List<String> causes =
        Cause.of(report.verdicts()).stream().map(cause -> cause.requirement().id()).toList();
    // what is new first, then what blocks most
    deviations.sort(
        Comparator.<RequirementVerdict, Boolean>comparing(
                entry -> report.verdicts().known(entry).isPresent())
            .thenComparing(entry -> causes.indexOf(entry.requirement().id())));
    for (RequirementVerdict entry :
        deviations.subList(0, Math.min(DEVIATIONS, deviations.size()))) {
      lines.add(String.format(Locale.ROOT, "%-9s  %s", word(report, entry), headline(entry)));
      entry.deviation().map(FailureText::values).orElse(List.of()).stream()
          .map(Excerpt::firstLine)
          .forEach(line -> lines.add(" ".repeat(9) + line));
      List<String> blocked = Groups.blockedByKnown(report.verdicts(), entry);
      if (!blocked.isEmpty()) {
        lines.add(" ".repeat(9) + "  blocks " + blocked.size() + ": " + String.join(", ", blocked));
      }
    }
    if (deviations.size() > DEVIATIONS) {
      lines.add("and " + (deviations.size() - DEVIATIONS) + " more in the report");
    }
    if (!deviations.isEmpty()) {
      lines.add("");
    }
  }

  private static void notTested(RunReport report, List<String> lines) {
    Map<String, List<RequirementVerdict>> groups = Groups.notTested(report.verdicts());
    groups.entrySet().stream()
        .limit(DEVIATIONS)
        .forEach(
            group -> lines.add("not tested, " + group.getValue().size() + ": " + group.getKey()));
    if (groups.size() > DEVIATIONS) {
      lines.add("and " + (groups.size() - DEVIATIONS) + " more reasons in the report");
    }
    if (!groups.isEmpty()) {
      lines.add("");
    }
  }

  private static String word(RunReport report, RequirementVerdict entry) {
    return report.verdicts().known(entry).isPresent() ? "known" : entry.counts().id();
  }

  private static String headline(RequirementVerdict entry) {
    return entry.requirement().id() + " on " + entry.wire().id() + ": " + entry.headline();
  }

  private static List<String> effort(RunReport report) {
    Duration total = report.phases().values().stream().reduce(Duration.ZERO, Duration::plus);
    long calls = report.calls().values().stream().mapToLong(Long::longValue).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.count(report.scenarios().size(), "scenario")
            + ", "
            + Text.count(calls, "call")
            + ", "
            + Text.seconds(total, 1)
            + " s");
    if (!report.phases().isEmpty()) {
      lines.add(
          report.phases().entrySet().stream()
              .map(phase -> phase.getKey() + " " + Text.seconds(phase.getValue(), 1) + " s")
              .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private static String word(RunReport report) {
    String filter = report.verdicts().scope().filter();
    return report.word() + (filter.isEmpty() ? "" : " by " + filter);
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      names.add(verdict.id());
    }
    return names;
  }

  private static List<String> numbers(Map<Verdict, Integer> totals) {
    return totals.values().stream()
        .map(number -> number == 0 ? "-" : String.valueOf(number))
        .toList();
  }

  private static String row(String name, List<String> cells) {
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "%-" + NAME + "s", Excerpt.fitting(name, NAME)));
    Verdict[] verdicts = Verdict.values();
    for (int i = 0; i < verdicts.length; i++) {
      int width = Math.max(verdicts[i].id().length(), 5);
      row.append(String.format(Locale.ROOT, "  %" + width + "s", cells.get(i)));
    }
    return row.toString();
  }
}
