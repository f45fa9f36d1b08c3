package org.xapitck.kit.report;

import static org.xapitck.kit.report.Text.markdown;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * {@code summary.md}: the page for a CI's summary: the overall verdict first, then what to act on.
 */
public final class SummaryMarkdown {

  /** 60,000 bytes: CI pages take 64 KiB, and the lists' last remarks come on top. */
  private static final int BUDGET = 60_000;

  /** 1,200 characters of one message are enough to recognise it; results.json has all of it. */
  private static final int MESSAGE = 1_200;

  /** 30,000 bytes for deviations, so that what was not tested and the table still fit. */
  private static final int DEVIATIONS = 30_000;

  private final RunReport report;
  private final StringBuilder out = new StringBuilder();

  private SummaryMarkdown(RunReport report) {
    this.report = report;
  }

  public static String write(RunReport report) {
    SummaryMarkdown summary = new SummaryMarkdown(report);
    summary.head();
    summary.totals();
    summary.deviations();
    summary.reasons(Verdict.NOT_TESTABLE, "Not tested", 12_000);
    summary.groups(6_000);
    summary.reasons(Verdict.NOT_APPLICABLE, "Not applicable", 0);
    return summary.out.toString();
  }

  private void head() {
    out.append("# ").append(report.word()).append("\n\n");
    report
        .notices()
        .forEach(notice -> out.append("> **").append(safe(notice, 400)).append("**\n>\n"));
    if (!report.notices().isEmpty()) {
      out.append('\n');
    }
    report
        .server()
        .forEach((title, text) -> line(title.equals("url") ? "server" : title, safe(text, 300)));
    line("judged as release", safe(report.release(), 100));
    if (report.verdicts().scope().isFiltered()) {
      line("filter", safe(report.verdicts().scope().filter(), 300));
    }
    line("kit", safe(report.kit(), 100));
    if (!report.catalogue().isEmpty()) {
      line("catalogue", safe(report.catalogue(), 100));
    }
    report.contract().ifPresent(text -> line("contract", Text.link(text)));
    line("started", report.started().truncatedTo(ChronoUnit.SECONDS).toString());
    line("roles with an account", roles(report.accounts()));
    line("roles without an account", roles(report.missingAccounts()));
    report
        .verdicts()
        .scope()
        .notServed()
        .forEach((wire, why) -> line("not served", wire.title() + ", " + safe(why.text(), 300)));
    out.append('\n');
  }

  private String roles(List<String> roles) {
    return roles.isEmpty() ? "none" : safe(String.join(", ", roles), 300);
  }

  private void line(String title, String text) {
    out.append("* ").append(markdown(title)).append(": ").append(text).append('\n');
  }

  private void totals() {
    heading("Totals");
    header("wire");
    for (Wire wire : report.wires()) {
      row(wire.title(), report.verdicts().totals(wire));
    }
    row("all", report.verdicts().totals());
    out.append('\n');
  }

  private void deviations() {
    List<RequirementVerdict> deviations = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.KIT_ERROR, Verdict.WARNING)) {
      deviations.addAll(report.verdicts().counting(verdict));
    }
    if (deviations.isEmpty()) {
      return;
    }
    heading("Deviations");
    int end = bytes() + DEVIATIONS;
    int shown = 0;
    for (RequirementVerdict entry : deviations) {
      String block =
          "* **"
              + entry.verdict().id()
              + report
                  .verdicts()
                  .known(entry)
                  .map(known -> ", known: " + safe(known.reason(), 300))
                  .orElse("")
              + (entry.counts() == entry.verdict() ? "" : ", counts as " + entry.counts().id())
              + "** `"
              + entry.requirement().id()
              + "` on "
              + entry.wire().id()
              + ", "
              + Text.link(entry.requirement().citation())
              + "\n\n"
              + Text.fenced(Excerpt.fitting(entry.message(), MESSAGE))
              + blocked(entry)
              + "\n";
      if (bytes() + block.getBytes(StandardCharsets.UTF_8).length > end) {
        break;
      }
      out.append(block);
      shown++;
    }
    rest(deviations.size() - shown);
  }

  /** A known deviation answers for what it blocks. */
  private String blocked(RequirementVerdict entry) {
    List<String> ids = Groups.blockedByKnown(report.verdicts(), entry);
    return ids.isEmpty() ? "" : "blocks " + ids.size() + ": " + some(ids) + "\n\n";
  }

  /** Those with this verdict, a line for each reason. */
  private void reasons(Verdict verdict, String title, int reserve) {
    Map<String, List<RequirementVerdict>> byReason =
        verdict == Verdict.NOT_TESTABLE
            ? Groups.notTested(report.verdicts())
            : Groups.byReason(report.verdicts(), verdict);
    if (byReason.isEmpty()) {
      return;
    }
    heading(title);
    if (verdict == Verdict.NOT_TESTABLE && !report.missingAccounts().isEmpty()) {
      out.append("No account was given for: ")
          .append(roles(report.missingAccounts()))
          .append(".\n\n");
    }
    int left = byReason.size();
    for (Map.Entry<String, List<RequirementVerdict>> reason : byReason.entrySet()) {
      String line = "* " + safe(reason.getKey(), 400) + ": " + names(reason.getValue()) + "\n";
      if (bytes() + line.getBytes(StandardCharsets.UTF_8).length > BUDGET - reserve) {
        break;
      }
      out.append(line);
      left--;
    }
    rest(left);
    out.append('\n');
  }

  private static String names(List<RequirementVerdict> entries) {
    List<String> ids =
        entries.stream().map(entry -> entry.requirement().id()).distinct().sorted().toList();
    String wires =
        entries.stream()
            .map(RequirementVerdict::wire)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(Wire::id)
            .collect(Collectors.joining(", "));
    return some(ids) + " (" + wires + ")";
  }

  /** 20 ids fill three lines; results.json has all. */
  private static String some(List<String> ids) {
    String some =
        ids.stream().limit(20).map(id -> "`" + id + "`").collect(Collectors.joining(", "));
    return some + (ids.size() > 20 ? " and " + (ids.size() - 20) + " more" : "");
  }

  private void groups(int reserve) {
    heading("By message");
    header("message or field");
    int left = Groups.byFeature(report.verdicts()).size();
    for (Map.Entry<String, List<RequirementVerdict>> group :
        Groups.byFeature(report.verdicts()).entrySet()) {
      if (bytes() > BUDGET - reserve) {
        break;
      }
      row("`" + group.getKey() + "`", Verdicts.count(group.getValue().stream()));
      left--;
    }
    rest(left);
    out.append('\n');
  }

  private void rest(int left) {
    if (left > 0) {
      out.append("\nand ").append(left).append(" more: see results.json\n\n");
    }
  }

  private void heading(String title) {
    out.append("## ").append(title).append("\n\n");
  }

  private void header(String first) {
    out.append("| ").append(first);
    for (Verdict verdict : Verdict.values()) {
      out.append(" | ").append(verdict.id());
    }
    out.append(" |\n|---").append("|---:".repeat(Verdict.values().length)).append("|\n");
  }

  private void row(String first, Map<Verdict, Integer> totals) {
    out.append("| ").append(first);
    totals
        .values()
        .forEach(number -> out.append(" | ").append(number == 0 ? "" : String.valueOf(number)));
    out.append(" |\n");
  }

  private String safe(String text, int limit) {
    return markdown(Excerpt.fitting(Optional.ofNullable(text).orElse(""), limit));
  }

  private int bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
