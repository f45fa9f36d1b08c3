package org.xapitck.kit.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.FailureText;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/**
 * What a compliance statement says, before it is put into a notation: the numbers, the two
 * matrices, every deviation and every gap. {@code statement.html} and {@code statement.md} show the
 * same.
 */
final class Statement {

  private static final List<String> ROLES = Stream.of(Role.values()).map(Role::id).toList();

  private final RunReport report;

  Statement(RunReport report) {
    this.report = report;
  }

  /**
   * Numerator and denominator: how many requirements passed of those that bind the server.
   *
   * @param passed how many passed
   * @param judged how many bind it: all but those that are not applicable
   * @param notApplicable how many do not
   */
  record Score(int passed, int judged, int notApplicable) {}

  /**
   * A cell of a matrix.
   *
   * @param worst the worst verdict in it
   * @param score what it counts
   */
  record Cell(Verdict worst, Score score) {}

  /**
   * A deviation, once for all wires on which the server said the same.
   *
   * @param requirement what it breaks
   * @param verdict fail, warning or kit-error
   * @param wires where it was seen
   * @param said expected and actual value, or the message as it is
   * @param known why the baseline accepts it; empty where it is new
   */
  record Deviation(
      Requirement requirement,
      Verdict verdict,
      List<Wire> wires,
      String said,
      Optional<String> known) {

    /** What stands where a baseline's reason would: that it is new to the reader, or to all. */
    String news() {
      return requirement.grace().filter(why -> verdict == Verdict.FAIL).orElse("new");
    }
  }

  /**
   * What was not tested.
   *
   * @param verdict not-testable or not-applicable
   * @param reason why, in one line
   * @param ids the requirements
   * @param wires where
   */
  record Gap(Verdict verdict, String reason, List<String> ids, List<Wire> wires) {}

  /**
   * A line about the run.
   *
   * @param title what it is about
   * @param text empty for none
   */
  record Fact(String title, String text) {}

  /** What was judged, by whom and when, in the order of the page. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    report
        .server()
        .forEach(
            (title, text) -> facts.add(new Fact(title.equals("url") ? "server" : title, text)));
    facts.add(new Fact("judged by release", report.release()));
    facts.add(new Fact("wires", Groups.titles(report.wires())));
    report
        .verdicts()
        .scope()
        .notServed()
        .forEach(
            (wire, why) -> facts.add(new Fact("not served", wire.title() + ": " + why.text())));
    facts.add(new Fact("roles with an account", String.join(", ", report.accounts())));
    facts.add(new Fact("roles without", String.join(", ", report.missingAccounts())));
    facts.add(new Fact("kit", report.kit()));
    facts.add(new Fact("catalogue", report.catalogue()));
    report.contract().ifPresent(text -> facts.add(new Fact("contract", text.text())));
    facts.add(new Fact("date", report.started().truncatedTo(ChronoUnit.SECONDS).toString()));
    return facts;
  }

  /** The roles, weakest first, as columns. */
  static List<String> roles() {
    return ROLES;
  }

  /** The score of a level on a wire; of all wires where none is given. */
  Score score(Level level, Optional<Wire> wire) {
    return cell(report.verdicts().all().stream()
            .filter(entry -> entry.requirement().level() == level)
            .filter(entry -> wire.isEmpty() || entry.wire() == wire.get())
            .map(RequirementVerdict::verdict))
        .map(Cell::score)
        .orElse(new Score(0, 0, 0));
  }

  /** Chapter, then message, field or enum, then wire. */
  Map<String, Map<String, Map<Wire, Cell>>> matrix() {
    Map<String, Map<String, Map<Wire, Cell>>> chapters = new LinkedHashMap<>();
    List.of("Messages", "Fields", "Enums", "Everything else")
        .forEach(chapter -> chapters.put(chapter, new TreeMap<>()));
    Groups.byFeature(report.verdicts())
        .forEach((name, entries) -> chapters.get(chapter(entries)).put(name, row(entries)));
    chapters.values().removeIf(Map::isEmpty);
    return chapters;
  }

  private static String chapter(List<RequirementVerdict> entries) {
    return switch (entries.get(0).requirement().kind()) {
      case MESSAGE -> "Messages";
      case FIELD -> "Fields";
      case ENUM -> "Enums";
      default -> "Everything else";
    };
  }

  private static Map<Wire, Cell> row(List<RequirementVerdict> entries) {
    Map<Wire, List<Verdict>> byWire = new EnumMap<>(Wire.class);
    entries.forEach(
        entry -> byWire.computeIfAbsent(entry.wire(), w -> new ArrayList<>()).add(entry.verdict()));
    Map<Wire, Cell> row = new EnumMap<>(Wire.class);
    byWire.forEach((wire, verdicts) -> cell(verdicts.stream()).ifPresent(c -> row.put(wire, c)));
    return row;
  }

  private Map<String, String> messagesByRoleRequirement() {
    Map<String, String> messages = new TreeMap<>();
    report.verdicts().all().stream()
        .map(RequirementVerdict::requirement)
        .filter(requirement -> requirement.kind() == Requirement.Kind.MESSAGE)
        .filter(requirement -> requirement.aspect() == Requirement.Aspect.ROLE)
        .forEach(requirement -> messages.put(requirement.id(), requirement.subject()));
    return messages;
  }

  /** Message, then role: the worst of its scenarios over all wires; no cell where none ran. */
  Map<String, Map<String, Cell>> roleMatrix() {
    Map<String, String> messages = messagesByRoleRequirement();
    Map<String, Map<String, List<Verdict>>> found = new TreeMap<>();
    for (ScenarioResult scenario : report.scenarios()) {
      if (scenario.place().role().isEmpty()) {
        continue;
      }
      String role = scenario.place().role().get().id();
      scenario.requirements().stream()
          .filter(messages::containsKey)
          .forEach(
              id ->
                  found
                      .computeIfAbsent(messages.get(id), message -> new TreeMap<>())
                      .computeIfAbsent(role, column -> new ArrayList<>())
                      .add(scenario.verdict()));
    }
    Map<String, Map<String, Cell>> matrix = new TreeMap<>();
    found.forEach(
        (message, byRole) -> {
          Map<String, Cell> row = new LinkedHashMap<>();
          byRole.forEach(
              (role, verdicts) -> cell(verdicts.stream()).ifPresent(c -> row.put(role, c)));
          matrix.put(message, row);
        });
    return matrix;
  }

  /** Deviations: what is new first, then by verdict, then in the order of the catalogue. */
  List<Deviation> deviations() {
    Map<List<Object>, List<RequirementVerdict>> alike = new LinkedHashMap<>();
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.KIT_ERROR, Verdict.WARNING)) {
      for (RequirementVerdict entry : report.verdicts().counting(verdict)) {
        List<Object> key = List.of(verdict, entry.requirement().id(), said(entry), known(entry));
        alike.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
      }
    }
    return alike.values().stream()
        .map(this::deviation)
        .sorted(Comparator.comparing(deviation -> deviation.known().isPresent()))
        .toList();
  }

  private Deviation deviation(List<RequirementVerdict> alike) {
    RequirementVerdict first = alike.get(0);
    return new Deviation(
        first.requirement(), first.verdict(), wires(alike), said(first), known(first));
  }

  private Optional<String> known(RequirementVerdict entry) {
    return report
        .verdicts()
        .known(entry)
        .map(known -> (known.reason() + " " + known.link()).strip());
  }

  /** Both values, which two wires may share, or the message as it is. */
  private static String said(RequirementVerdict entry) {
    return entry
        .deviation()
        .map(deviation -> String.join("\n", FailureText.values(deviation)))
        .orElseGet(entry::message);
  }

  /** What was not tested, the same reason once; not-testable first. */
  List<Gap> gaps() {
    List<Gap> gaps = new ArrayList<>();
    for (Verdict verdict : List.of(Verdict.NOT_TESTABLE, Verdict.NOT_APPLICABLE)) {
      Map<String, List<RequirementVerdict>> byReason = Groups.byReason(report.verdicts(), verdict);
      byReason.forEach(
          (reason, entries) ->
              gaps.add(
                  new Gap(
                      verdict,
                      reason,
                      List.copyOf(
                          entries.stream()
                              .map(entry -> entry.requirement().id())
                              .collect(Collectors.toCollection(TreeSet::new))),
                      wires(entries))));
    }
    return gaps;
  }

  private static List<Wire> wires(List<RequirementVerdict> entries) {
    return entries.stream().map(RequirementVerdict::wire).distinct().sorted().toList();
  }

  private static Optional<Cell> cell(Stream<Verdict> stream) {
    List<Verdict> verdicts = stream.toList();
    int passed = (int) verdicts.stream().filter(v -> v == Verdict.PASS).count();
    int none = (int) verdicts.stream().filter(v -> v == Verdict.NOT_APPLICABLE).count();
    return Judgement.worstFirst().stream()
        .filter(verdicts::contains)
        .findFirst()
        .map(worst -> new Cell(worst, new Score(passed, verdicts.size() - none, none)));
  }

  /** A sign beside the colour, for whoever does not see the colour. */
  static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2713";
      case FAIL -> "\u2717";
      case WARNING -> "!";
      case NOT_APPLICABLE -> "\u2013";
      case NOT_TESTABLE -> "?";
      case KIT_ERROR -> "K";
    };
  }
}
