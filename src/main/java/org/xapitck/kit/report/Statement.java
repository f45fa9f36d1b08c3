package org.xapitck.kit.report;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.page.Link;
import org.xapitck.kit.page.Prose;
import org.xapitck.kit.report.Findings.Fact;
import org.xapitck.kit.report.Findings.Finding;
import org.xapitck.kit.report.Findings.Gap;
import org.xapitck.kit.report.Matrices.Matrix;
import org.xapitck.kit.report.Matrices.Passed;
import org.xapitck.kit.report.Matrices.Score;
import org.xapitck.kit.verdict.Overall;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/**
 * What a compliance statement says, before it is put into a notation: {@code statement.html} and
 * {@code statement.md} say the same. First what a manager asks: yes or no, for what, since when,
 * and what is wrong.
 */
final class Statement {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final RunReport report;
  private final Matrices matrices;
  private final List<Finding> findings;
  private final List<Gap> unknown;
  private final List<Gap> notApplicable;

  Statement(RunReport report) {
    this.report = report;
    this.matrices = new Matrices(report);
    Findings all = new Findings(report.verdicts());
    this.findings = all.all();
    this.unknown = all.unknown();
    this.notApplicable = all.notApplicable();
  }

  /** The overall verdict, as a class of the style sheet has it. */
  String overall() {
    return report.overall().id();
  }

  /** The overall verdict with its remarks. */
  String verdict() {
    return report.word();
  }

  /** Yes, no, or that it is not known. */
  String answer() {
    return switch (report.overall()) {
      case CONFORMANT -> "\u2713 Yes";
      case NON_CONFORMANT -> "\u2717 No";
      case INCOMPLETE -> "? Not known";
    };
  }

  /** The numbers behind the verdict. */
  String numbers() {
    Score must = matrices.score(Level.MUST, Optional.empty());
    Score should = matrices.score(Level.SHOULD, Optional.empty());
    StringBuilder numbers = new StringBuilder(must.words()).append(" musts passed");
    append(numbers, musts(Verdict.FAIL), "failed");
    append(numbers, musts(Verdict.KIT_ERROR), "not judged because the kit failed");
    append(numbers, musts(Verdict.NOT_TESTABLE), "not tested");
    return numbers.append("; ").append(should.words()).append(" shoulds passed.").toString();
  }

  private static void append(StringBuilder numbers, long number, String what) {
    if (number > 0) {
      numbers.append(String.format(Locale.ROOT, ", %,d %s", number, what));
    }
  }

  private long musts(Verdict verdict) {
    return report.verdicts().with(verdict).stream()
        .filter(entry -> entry.requirement().level() == Level.MUST)
        .count();
  }

  /** One sentence that explains the numbers. */
  String explanation() {
    int none = report.verdicts().with(Verdict.NOT_APPLICABLE).size();
    return "A must decides the verdict and a should only warns; each counts once on each wire, and"
        + " what does not apply to this server is left out ("
        + String.format(Locale.ROOT, "%,d", none)
        + ").";
  }

  /** That a filter narrowed the run; empty where none did. */
  Optional<String> filter() {
    return Optional.of(report.verdicts().scope().filter()).filter(text -> !text.isEmpty());
  }

  List<String> notices() {
    return report.notices();
  }

  /** The notices with their commands told apart. */
  List<Prose> notes() {
    return report.notices().stream().map(Prose::of).toList();
  }

  /** What the catalogue states; empty where unknown. */
  Optional<Citation> contract() {
    return report.contract();
  }

  /** The same as a link. */
  Optional<Link> contractLink() {
    return contract().map(one -> Link.of(one.words(), one.address()));
  }

  /** For what, and since when. */
  List<Fact> facts() {
    return List.of(
        new Fact("Server", report.server().getOrDefault("url", "none")),
        new Fact("Judged as release", report.release()),
        new Fact("Date", DATE.format(report.started())),
        new Fact(
            "Judged by",
            "XAPI task conformance kit " + report.kit() + ", catalogue " + catalogue()));
  }

  private String catalogue() {
    return report.catalogue().isEmpty() ? "unknown" : report.catalogue();
  }

  /** What is wrong, each thing once. */
  List<Finding> findings() {
    return findings;
  }

  boolean isAnythingWrong() {
    return !findings.isEmpty();
  }

  /** How much is wrong; where nothing was seen, what that is worth. */
  String wrong() {
    if (isAnythingWrong()) {
      return Text.count(findings.size(), "cause") + ". Each is listed once, for all wires.";
    }
    if (report.overall() == Overall.INCOMPLETE) {
      return tested() == 0
          ? "Unknown: nothing was tested."
          : String.format(
              Locale.ROOT,
              "No deviation was seen in the %,d checks that ran. What the others would have shown"
                  + " is unknown.",
              tested());
    }
    return "Nothing. No deviation was seen.";
  }

  private long tested() {
    return report.verdicts().all().stream()
        .map(RequirementVerdict::verdict)
        .filter(verdict -> verdict != Verdict.NOT_TESTABLE && verdict != Verdict.NOT_APPLICABLE)
        .count();
  }

  /** What was not tested, the same reason once, what the findings block left out. */
  List<Gap> unknown() {
    return unknown;
  }

  boolean isAnythingUnknown() {
    return !unknown.isEmpty();
  }

  /** What is not asked of this server, the same reason once. */
  List<Gap> notApplicable() {
    return notApplicable;
  }

  boolean isAnythingNotApplicable() {
    return !notApplicable.isEmpty();
  }

  List<Passed> passed() {
    return matrices.passed();
  }

  List<Matrix> byWire() {
    return matrices.byWire();
  }

  Optional<Matrix> byRole() {
    return matrices.byRole();
  }

  /** A verdict with its sign. */
  record Sign(String sign, String word) {}

  /** The signs of the matrices. */
  List<Sign> signs() {
    return List.of(Verdict.values()).stream()
        .map(verdict -> new Sign(Matrices.sign(verdict), verdict.id()))
        .toList();
  }

  /** What was judged, as whom, by which way, and what was left out. */
  List<Fact> scope() {
    List<Fact> scope = new ArrayList<>();
    scope.add(new Fact("Wires", Groups.titles(report.wires())));
    report
        .verdicts()
        .scope()
        .notServed()
        .forEach(
            (wire, why) -> scope.add(new Fact("Not served", wire.title() + ": " + why.text())));
    scope.add(new Fact("Roles with an account", names(report.accounts())));
    scope.add(new Fact("Roles without one", names(report.missingAccounts())));
    scope.add(
        new Fact(
            "Declared scope",
            report
                .server()
                .getOrDefault(
                    RunReport.DECLARED,
                    "everything; no option left out a role, a message or the wrong password")));
    scope.add(new Fact("Selection", filter().orElse("every requirement of the catalogue")));
    scope.add(new Fact("Connection", connection()));
    int known = report.verdicts().baseline().entries().size();
    scope.add(
        new Fact(
            "Baseline", known == 0 ? "none" : Text.count(known, "known deviation") + " accepted"));
    report.server().entrySet().stream()
        .filter(line -> !line.getKey().equals("url") && !line.getKey().equals(RunReport.DECLARED))
        .forEach(line -> scope.add(new Fact(title(line.getKey()), line.getValue())));
    long calls = report.calls().values().stream().mapToLong(Long::longValue).sum();
    scope.add(
        new Fact(
            "Size",
            Text.count(report.scenarios().size(), "scenario") + ", " + Text.count(calls, "call")));
    return scope;
  }

  private static String title(String key) {
    return key.equals("release")
        ? "Release found"
        : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private String connection() {
    return report.server().getOrDefault("url", "").startsWith("https:")
        ? "TLS"
        : "plain HTTP, in which anybody on the way can read user names and passwords";
  }

  /** The command that repeats the run; empty where none is known. */
  Optional<String> command() {
    return Optional.of(report.command()).filter(line -> !line.isEmpty());
  }
}
