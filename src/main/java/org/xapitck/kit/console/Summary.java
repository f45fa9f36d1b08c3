package org.xapitck.kit.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Printable;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * What a run prints at its end: the causes, what was not tested, what else nobody should miss, and
 * numbers; then, once the reports are written, the verdict and where they are.
 */
public final class Summary {
  private final RunReport report;
  private final Screen screen;
  private final List<String> lines = new ArrayList<>();

  private Summary(RunReport report, Screen screen) {
    this.report = report;
    this.screen = screen;
  }

  /** All that was found, the verdict apart; ends with a line end. Nothing is cut. */
  public static String findings(RunReport report, Screen screen) {
    Summary summary = new Summary(report, screen);
    summary.findings();
    return summary.text();
  }

  /**
   * The effort and the verdict, which is the last line.
   *
   * @param writing what the writing of the reports took
   */
  public static String verdict(RunReport report, Duration writing, Screen screen) {
    Summary summary = new Summary(report, screen);
    summary.effort(writing);
    summary.verdict();
    return summary.text();
  }

  /** Where the reports are; neither cut nor wrapped, as people copy it. */
  public static String place(Path page) {
    return Printable.stripped("report: " + page) + "\n";
  }

  private String text() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private void findings() {
    Verdicts verdicts = report.verdicts();
    lines.add("");
    List<Finding> findings = Finding.of(verdicts);
    for (Finding finding : findings) {
      lines.addAll(FindingBlock.of(finding, verdicts, screen));
      lines.add("");
    }
    notTested(findings);
    if (screen.verbose()) {
      lines.addAll(VerdictTable.of(verdicts));
      lines.add("");
    }
    if (!report.missingAccounts().isEmpty()) {
      say("no account for: " + String.join(", ", report.missingAccounts()));
    }
    verdicts
        .scope()
        .notServed()
        .forEach((wire, why) -> say("not served: " + wire.title() + ", " + why.text()));
    report.notices().forEach(notice -> say("NOTE: " + notice));
    say(numbers(verdicts));
  }

  /** By reason, as numbers; what the findings above block is one of them. */
  private void notTested(List<Finding> findings) {
    Map<String, Finding.Kind> shown = new HashMap<>();
    findings.forEach(one -> shown.putIfAbsent(one.requirement().id(), one.kind()));
    Map<String, Integer> reasons = new LinkedHashMap<>();
    report.verdicts().with(Verdict.NOT_TESTABLE).stream()
        .sorted(Comparator.comparing(Summary::isExplained))
        .forEach(entry -> reasons.merge(reason(entry, shown), 1, Integer::sum));
    if (reasons.isEmpty()) {
      return;
    }
    lines.add(
        screen.styled(
            Style.STRONG, "Not tested, by reason (each requirement counts once a wire):"));
    reasons.forEach(
        (reason, number) -> {
          List<String> wrapped = screen.lines(reason, 9);
          lines.add(String.format(Locale.ROOT, "  %,5d  %s", number, wrapped.get(0)));
          lines.addAll(wrapped.subList(1, wrapped.size()));
        });
    lines.add("");
  }

  /** What nobody can explain comes first. */
  private static boolean isExplained(RequirementVerdict entry) {
    return !entry.because().equals(Optional.of(Because.Word.UNEXPLAINED.id()));
  }

  private String reason(RequirementVerdict entry, Map<String, Finding.Kind> shown) {
    Map<Wire, Reason> stopped = report.verdicts().scope().stopped();
    if (entry.blockedBy().isEmpty()) {
      // a note says why a wire stopped
      boolean noted = entry.explanation().filter(stopped::containsValue).isPresent();
      return noted ? "as the note below says" : Excerpt.firstLine(entry.message());
    }
    String id = entry.blockedBy().get();
    if (shown.get(id) == Finding.Kind.KNOWN) {
      return "blocked by known deviations";
    }
    return shown.containsKey(id) ? "blocked by what is broken above" : "blocked by " + id;
  }

  private String numbers(Verdicts verdicts) {
    Map<Verdict, Integer> totals = verdicts.totals();
    long requirements =
        verdicts.all().stream().map(one -> one.requirement().id()).distinct().count();
    List<String> parts = new ArrayList<>();
    totals.forEach(
        (verdict, number) -> {
          if (number > 0 || verdict == Verdict.PASS || verdict == Verdict.FAIL) {
            parts.add(String.format(Locale.ROOT, "%,d %s", number, verdict.id()));
          }
        });
    return Text.count(verdicts.all().size(), "result")
        + " ("
        + Text.count(requirements, "requirement")
        + " on "
        + Text.count(report.wires().size(), "wire")
        + "): "
        + String.join(", ", parts);
  }

  private void effort(Duration writing) {
    Map<String, Duration> phases = new LinkedHashMap<>(report.phases());
    phases.put("reports", writing);
    Duration total = phases.values().stream().reduce(Duration.ZERO, Duration::plus);
    long calls = report.calls().values().stream().mapToLong(Long::longValue).sum();
    say(
        Text.count(report.scenarios().size(), "scenario")
            + ", "
            + Text.count(calls, "call")
            + ", "
            + Text.seconds(total, 1)
            + " s");
    say(
        phases.entrySet().stream()
            .map(phase -> phase.getKey() + " " + Text.seconds(phase.getValue(), 1) + " s")
            .collect(Collectors.joining(", ")));
  }

  private void verdict() {
    String filter = report.verdicts().scope().filter();
    // one line, however long: programs look for it
    String verdict = screen.harmless(report.word() + (filter.isEmpty() ? "" : " by " + filter));
    Style style =
        switch (report.overall()) {
          case CONFORMANT -> Style.GOOD;
          case NON_CONFORMANT -> Style.BAD;
          case INCOMPLETE -> Style.DOUBTFUL;
        };
    lines.add(screen.styled(style, verdict));
  }

  private void say(String text) {
    lines.addAll(screen.lines(text, 6));
  }
}
