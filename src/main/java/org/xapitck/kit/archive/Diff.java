package org.xapitck.kit.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.xapitck.kit.report.RunReport;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Printable;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/**
 * What changed between two runs.
 *
 * @param newFailures broken musts that were not broken before, those that the baseline knows left
 *     out
 * @param fixed broken before, pass now
 * @param untested judged before, not judged now
 * @param warnings new broken shoulds, and musts that are new in the catalogue
 * @param remarks what makes the comparison a weaker one, such as different catalogues
 */
public record Diff(
    List<String> newFailures,
    List<String> fixed,
    List<String> untested,
    List<String> warnings,
    List<String> remarks) {
  private static final Set<Verdict> JUDGED = Set.of(Verdict.PASS, Verdict.FAIL, Verdict.WARNING);

  public Diff {
    newFailures = List.copyOf(newFailures);
    fixed = List.copyOf(fixed);
    untested = List.copyOf(untested);
    warnings = List.copyOf(warnings);
    remarks = List.copyOf(remarks);
  }

  /** Compares two runs. */
  public static Diff of(RunReport old, RunReport now) {
    Map<String, RequirementVerdict> before = byKey(old);
    Map<String, RequirementVerdict> after = byKey(now);
    List<String> newFailures = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    List<String> untested = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    after.forEach(
        (key, entry) -> {
          Verdict was = before.containsKey(key) ? before.get(key).counts() : null;
          boolean known = now.verdicts().known(entry).isPresent();
          if (entry.counts() == Verdict.FAIL && was != Verdict.FAIL && !known) {
            newFailures.add(said(key, entry));
          } else if (entry.counts() == Verdict.WARNING && was != Verdict.WARNING) {
            warnings.add(said(key, entry));
          } else if (entry.verdict() == Verdict.PASS && before.get(key).verdict() == Verdict.FAIL) {
            fixed.add(key);
          }
        });
    before.forEach(
        (key, entry) -> {
          RequirementVerdict present = after.get(key);
          if (!JUDGED.contains(entry.verdict())) {
            return;
          }
          if (present == null) {
            untested.add(key + ": not in the new run");
          } else if (!JUDGED.contains(present.verdict())) {
            untested.add(said(key, present));
          }
        });
    return new Diff(newFailures, fixed, untested, warnings, remarks(old, now));
  }

  /** Whether there is anything that a CI should stop for. */
  public boolean isWorse() {
    return !newFailures.isEmpty();
  }

  /** For a console. */
  public List<String> lines() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    groups.put("new failures", newFailures);
    groups.put("fixed", fixed);
    groups.put("no longer tested", untested);
    groups.put("new warnings", warnings);
    List<String> lines = new ArrayList<>();
    remarks.forEach(remark -> lines.add("note: " + remark));
    groups.forEach(
        (title, entries) -> {
          lines.add(title + ": " + entries.size());
          entries.forEach(entry -> lines.add("  " + entry));
        });
    return lines;
  }

  private static Map<String, RequirementVerdict> byKey(RunReport report) {
    Map<String, RequirementVerdict> byKey = new TreeMap<>();
    report
        .verdicts()
        .all()
        .forEach(entry -> byKey.put(entry.requirement().id() + " on " + entry.wire().id(), entry));
    return byKey;
  }

  private static String said(String key, RequirementVerdict entry) {
    String sentence = Printable.stripped(entry.headline());
    return key + ": " + entry.counts().id() + ", " + Excerpt.fitting(sentence, 300) + grace(entry);
  }

  private static String grace(RequirementVerdict entry) {
    boolean graced = entry.counts() != entry.verdict();
    return entry
        .requirement()
        .grace()
        .filter(why -> graced)
        .map(why -> " (" + why + ")")
        .orElse("");
  }

  private static List<String> remarks(RunReport old, RunReport now) {
    List<String> remarks = new ArrayList<>();
    if (!server(old).equals(server(now))) {
      remarks.add(
          "these are runs of two different servers, "
              + Printable.stripped(server(old))
              + " and "
              + Printable.stripped(server(now))
              + ": what differs may be no change at all");
    }
    differ(remarks, "catalogue", old.catalogue(), now.catalogue());
    differ(remarks, "release", old.release(), now.release());
    differ(remarks, "filter", old.verdicts().scope().filter(), now.verdicts().scope().filter());
    return remarks;
  }

  /**
   * Where the server is; the bundled simulator, which takes another port each time, by its name.
   */
  private static String server(RunReport report) {
    String kind = report.server().getOrDefault("kind", "");
    return kind.startsWith("bundled") ? kind : report.server().getOrDefault("url", "");
  }

  private static void differ(List<String> remarks, String what, String old, String now) {
    if (!old.equals(now)) {
      remarks.add(
          what
              + " was "
              + Printable.stripped(quoted(old))
              + " and is "
              + Printable.stripped(quoted(now)));
    }
  }

  private static String quoted(String text) {
    return text.isEmpty() ? "none" : "\"" + text + "\"";
  }
}
