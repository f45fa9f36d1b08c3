package org.xapitck.kit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;

/** The tables of a statement: how many requirements passed, by level, by subject and by role. */
final class Matrices {
  private static final List<String> ROLES = Stream.of(Role.values()).map(Role::id).toList();

  private final RunReport report;

  Matrices(RunReport report) {
    this.report = report;
  }

  /**
   * How many requirements passed of those that the server has to meet.
   *
   * @param passed how many passed
   * @param judged how many it has to meet: all but those that are not applicable
   * @param notApplicable how many do not apply
   */
  record Score(int passed, int judged, int notApplicable) {

    /** {@code 1,207 of 1,246}. */
    String words() {
      return String.format(Locale.ROOT, "%,d of %,d", passed, judged);
    }
  }

  /**
   * A cell of a matrix.
   *
   * @param column title of its column
   * @param worst the worst verdict in it; empty where nothing ran
   * @param score what it counts
   */
  record Cell(String column, Optional<Verdict> worst, Score score) {

    /** The verdict in a word. */
    String word() {
      return worst.map(Verdict::id).orElse("not run");
    }

    /** A sign beside the colour, for whoever does not see the colour. */
    String sign() {
      return worst.map(Matrices::sign).orElse("");
    }

    /** Passed and required; empty where nothing is required. */
    String numbers() {
      return score.judged() == 0 ? "" : score.passed() + "/" + score.judged();
    }

    boolean isRun() {
      return worst.isPresent();
    }
  }

  /** A row: what it is about, and a cell for each column. */
  record Row(String name, List<Cell> cells) {}

  /** A table; one that stands alone under its heading has no title. */
  record Matrix(String title, List<String> columns, List<Row> rows) {}

  /** A row of the numbers by wire. */
  record Passed(String wire, Score must, Score should, int notApplicable) {}

  /** Passed and required by wire, all wires last. */
  List<Passed> passed() {
    List<Passed> rows = new ArrayList<>();
    report.wires().forEach(wire -> rows.add(passed(wire.title(), Optional.of(wire))));
    rows.add(passed("all", Optional.empty()));
    return rows;
  }

  private Passed passed(String title, Optional<Wire> wire) {
    int none =
        Stream.of(Level.values()).mapToInt(level -> score(level, wire).notApplicable()).sum();
    return new Passed(title, score(Level.MUST, wire), score(Level.SHOULD, wire), none);
  }

  /** The score of a level on a wire; of all wires where none is given. */
  Score score(Level level, Optional<Wire> wire) {
    return cell(
            "",
            report.verdicts().all().stream()
                .filter(entry -> entry.requirement().level() == level)
                .filter(entry -> wire.isEmpty() || entry.wire() == wire.get())
                .map(RequirementVerdict::verdict))
        .score();
  }

  /** Messages, fields, enums and the rest, by wire. */
  List<Matrix> byWire() {
    Map<String, List<Row>> chapters = new LinkedHashMap<>();
    List.of("Messages", "Fields", "Enums", "Everything else")
        .forEach(chapter -> chapters.put(chapter, new ArrayList<>()));
    new TreeMap<>(Groups.byFeature(report.verdicts()))
        .forEach((name, entries) -> chapters.get(chapter(entries)).add(row(name, entries)));
    List<String> columns = report.wires().stream().map(Wire::title).toList();
    return chapters.entrySet().stream()
        .filter(chapter -> !chapter.getValue().isEmpty())
        .map(chapter -> new Matrix(chapter.getKey(), columns, chapter.getValue()))
        .toList();
  }

  private static String chapter(List<RequirementVerdict> entries) {
    return switch (entries.get(0).requirement().kind()) {
      case MESSAGE -> "Messages";
      case FIELD -> "Fields";
      case ENUM -> "Enums";
      default -> "Everything else";
    };
  }

  private Row row(String name, List<RequirementVerdict> entries) {
    return new Row(
        name,
        report.wires().stream()
            .map(
                wire ->
                    cell(
                        wire.title(),
                        entries.stream()
                            .filter(entry -> entry.wire() == wire)
                            .map(RequirementVerdict::verdict)))
            .toList());
  }

  /** Messages by role: the worst of its scenarios over all wires. Empty where none ran. */
  Optional<Matrix> byRole() {
    Map<String, String> messages = messagesByRoleRequirement();
    Map<String, List<ScenarioResult>> byMessage = new TreeMap<>();
    report.scenarios().stream()
        .filter(scenario -> scenario.place().role().isPresent())
        .forEach(
            scenario ->
                scenario.requirements().stream()
                    .filter(messages::containsKey)
                    .forEach(
                        id ->
                            byMessage
                                .computeIfAbsent(messages.get(id), message -> new ArrayList<>())
                                .add(scenario)));
    List<Row> rows = new ArrayList<>();
    byMessage.forEach((message, scenarios) -> rows.add(new Row(message, byRole(scenarios))));
    return Optional.of(new Matrix("", ROLES, rows)).filter(m -> !rows.isEmpty());
  }

  private static List<Cell> byRole(List<ScenarioResult> scenarios) {
    Map<String, List<Verdict>> verdicts =
        scenarios.stream()
            .collect(
                Collectors.groupingBy(
                    scenario -> scenario.place().role().orElseThrow().id(),
                    Collectors.mapping(ScenarioResult::verdict, Collectors.toList())));
    return ROLES.stream()
        .map(role -> cell(role, verdicts.getOrDefault(role, List.of()).stream()))
        .toList();
  }

  private Map<String, String> messagesByRoleRequirement() {
    return report.verdicts().all().stream()
        .map(RequirementVerdict::requirement)
        .filter(requirement -> requirement.kind() == Requirement.Kind.MESSAGE)
        .filter(requirement -> requirement.aspect() == Requirement.Aspect.ROLE)
        .distinct()
        .collect(Collectors.toMap(Requirement::id, Requirement::subject, (one, same) -> one));
  }

  private static Cell cell(String column, Stream<Verdict> stream) {
    Map<Verdict, Long> found =
        stream.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    int all = (int) found.values().stream().mapToLong(Long::longValue).sum();
    int none = found.getOrDefault(Verdict.NOT_APPLICABLE, 0L).intValue();
    int passed = found.getOrDefault(Verdict.PASS, 0L).intValue();
    Optional<Verdict> worst =
        Judgement.worstFirst().stream().filter(found::containsKey).findFirst();
    return new Cell(column, worst, new Score(passed, all - none, none));
  }

  /** The sign of a verdict. */
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
