package org.xapitck.kit.report;

import static org.xapitck.kit.report.Text.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Verdict;

/** {@code statement.md}: the statement for a wiki, a ticket or a release page. */
public final class StatementMarkdown {

  private final RunReport report;
  private final Statement statement;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private StatementMarkdown(RunReport report) {
    this.report = report;
    this.statement = new Statement(report);
  }

  public static String write(RunReport report) {
    StatementMarkdown page = new StatementMarkdown(report);
    page.head();
    page.scores();
    page.deviations();
    page.matrix();
    page.roles();
    page.gaps();
    return page.out.toString();
  }

  private void head() {
    out.append("# Conformance of class task: ").append(safe(report.word())).append("\n\n");
    if (report.verdicts().scope().isFiltered()) {
      out.append("> This run was filtered by ")
          .append(safe(report.verdicts().scope().filter()))
          .append(". The word speaks of that selection only.\n\n");
    }
    report.notices().forEach(n -> out.append("> ").append(safe(n)).append("\n\n"));
    statement.facts().forEach(this::fact);
  }

  private void fact(Statement.Fact fact) {
    out.append("* ")
        .append(safe(fact.title()))
        .append(": ")
        .append(fact.text().isEmpty() ? "none" : safe(fact.text()))
        .append('\n');
  }

  private void scores() {
    heading("Passed of those that bind the server");
    header("wire", List.of("must", "should"));
    for (Wire wire : report.wires()) {
      score(wire.title(), Optional.of(wire));
    }
    score("all", Optional.empty());
  }

  private void score(String title, Optional<Wire> wire) {
    out.append("| ").append(title);
    for (Level level : List.of(Level.MUST, Level.SHOULD)) {
      Statement.Score score = statement.score(level, wire);
      out.append(" | ").append(score.passed()).append(" of ").append(score.judged());
    }
    out.append(" |\n");
  }

  private void deviations() {
    List<Statement.Deviation> deviations = statement.deviations();
    heading("Deviations: " + deviations.size());
    if (deviations.isEmpty()) {
      out.append("None was found.\n");
    }
    for (Statement.Deviation deviation : deviations) {
      out.append("* ")
          .append(Statement.sign(deviation.verdict()))
          .append(" **")
          .append(deviation.verdict().id())
          .append("** `")
          .append(deviation.requirement().id())
          .append("` (")
          .append(deviation.requirement().level().id())
          .append(", ")
          .append(Groups.titles(deviation.wires()))
          .append(", ")
          .append(deviation.known().map(why -> "known: " + safe(why)).orElseGet(deviation::news))
          .append("): ")
          .append(safe(deviation.requirement().text()))
          .append(' ')
          .append(Text.link(deviation.requirement().citation()))
          .append("\n\n")
          .append(Text.fenced(deviation.said()))
          .append('\n');
    }
  }

  private void gaps() {
    heading("Not tested, and why");
    List<Statement.Gap> gaps = statement.gaps();
    if (gaps.isEmpty()) {
      out.append("Everything was tested.\n");
    }
    for (Statement.Gap gap : gaps) {
      out.append("* ")
          .append(gap.verdict().id())
          .append(": ")
          .append(safe(Excerpt.fitting(gap.reason(), 400)))
          .append(" (")
          .append(Groups.titles(gap.wires()))
          .append("): ")
          .append(gap.ids().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  private void matrix() {
    heading("Messages and fields by wire");
    for (Verdict verdict : Verdict.values()) {
      out.append(Statement.sign(verdict)).append(' ').append(verdict.id()).append(", ");
    }
    out.append("then passed/binding.\n");
    statement
        .matrix()
        .forEach(
            (chapter, rows) -> {
              out.append('\n');
              header(chapter, report.wires().stream().map(Wire::title).toList());
              rows.forEach(
                  (name, cells) -> {
                    out.append("| `").append(name).append('`');
                    report.wires().forEach(wire -> cell(Optional.ofNullable(cells.get(wire))));
                    out.append(" |\n");
                  });
            });
  }

  private void roles() {
    Map<String, Map<String, Statement.Cell>> matrix = statement.roleMatrix();
    if (matrix.isEmpty()) {
      return;
    }
    heading("Messages by role, over all wires");
    header("message", Statement.roles());
    matrix.forEach(
        (message, cells) -> {
          out.append("| `").append(message).append('`');
          Statement.roles().forEach(role -> cell(Optional.ofNullable(cells.get(role))));
          out.append(" |\n");
        });
  }

  private void cell(Optional<Statement.Cell> cell) {
    out.append(" | ");
    cell.ifPresent(
        known -> {
          out.append(Statement.sign(known.worst()));
          if (known.score().judged() > 0) {
            out.append(' ').append(known.score().passed()).append('/');
            out.append(known.score().judged());
          }
        });
  }

  private void heading(String title) {
    out.append("\n## ").append(title).append("\n\n");
  }

  private void header(String corner, List<String> columns) {
    out.append("| ").append(corner);
    columns.forEach(column -> out.append(" | ").append(column));
    out.append(" |\n|").append("---|".repeat(columns.size() + 1)).append('\n');
  }

  private String safe(String text) {
    return markdown(text);
  }
}
