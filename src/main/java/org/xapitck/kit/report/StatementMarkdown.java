package org.xapitck.kit.report;

import static org.xapitck.kit.report.Text.markdown;

import java.util.List;
import java.util.stream.Collectors;
import org.xapitck.kit.report.Findings.Fact;
import org.xapitck.kit.report.Findings.Finding;
import org.xapitck.kit.report.Findings.Gap;
import org.xapitck.kit.report.Matrices.Cell;
import org.xapitck.kit.report.Matrices.Matrix;

/** {@code statement.md}: the statement for a wiki, a ticket or a release page. */
public final class StatementMarkdown {
  private final Statement statement;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private StatementMarkdown(RunReport report) {
    this.statement = new Statement(report);
  }

  /** The whole text. */
  public static String write(RunReport report) {
    StatementMarkdown page = new StatementMarkdown(report);
    page.head();
    page.findings();
    page.gaps("What is unknown", page.statement.unknown());
    page.passed();
    page.matrices();
    page.gaps("What does not apply", page.statement.notApplicable());
    page.scope();
    return page.out.toString();
  }

  private void head() {
    line("# Conformance to the XenAPI class task: " + markdown(statement.verdict()));
    line("");
    line("**" + statement.answer() + ".** " + statement.numbers() + " " + statement.explanation());
    line("");
    statement
        .filter()
        .ifPresent(
            filter ->
                line(
                    "> This run was filtered by "
                        + markdown(filter)
                        + ". The verdict speaks of that selection only.\n"));
    statement.notices().forEach(notice -> line("> " + markdown(notice) + "\n"));
    statement.facts().forEach(this::fact);
    statement.contract().ifPresent(one -> line("* Contract: " + Text.link(one)));
  }

  private void fact(Fact fact) {
    line("* " + markdown(fact.title()) + ": " + markdown(fact.text()));
  }

  private void findings() {
    heading("What is wrong");
    line(statement.wrong());
    for (Finding one : statement.findings()) {
      line("");
      line("### " + one.sign() + " " + one.verdict().id() + " `" + one.requirement().id() + "`");
      line("");
      line(
          markdown(one.requirement().text())
              + " ("
              + String.join(", ", one.requirement().level().id(), one.wires(), news(one))
              + (one.blocksOthers() ? ", " + one.blocking() : "")
              + ") "
              + Text.link(one.requirement().citation()));
      line("");
      out.append(Text.fenced(values(one)));
    }
  }

  /** The reason of a baseline is a user's text; the other words are ours. */
  private static String news(Finding one) {
    return one.known().isEmpty() ? one.news() : markdown(one.news());
  }

  private static String values(Finding one) {
    List<String> lines =
        one.sayings().stream()
            .flatMap(
                saying ->
                    saying.facts().stream()
                        .map(
                            fact ->
                                String.format("%-9s", fact.title())
                                    + " "
                                    + fact.text()
                                    + (saying.wires().isEmpty() ? "" : "  on " + saying.wires())))
            .collect(Collectors.toList());
    if (!one.rerun().isEmpty()) {
      lines.add("rerun     " + one.rerun());
    }
    return String.join("\n", lines);
  }

  private void gaps(String title, List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    heading(title);
    for (Gap gap : gaps) {
      line(
          "* "
              + markdown(gap.reason())
              + " ("
              + gap.wires()
              + "), "
              + gap.count()
              + ": "
              + gap.ids().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")));
    }
  }

  private void passed() {
    heading("Requirements passed");
    header("wire", List.of("must", "should", "not applicable"));
    statement
        .passed()
        .forEach(
            row ->
                line(
                    "| "
                        + row.wire()
                        + " | "
                        + row.must().words()
                        + " | "
                        + row.should().words()
                        + " | "
                        + row.notApplicable()
                        + " |"));
  }

  private void matrices() {
    heading("Messages and fields by wire");
    line(
        "Each cell shows its worst verdict and passed/required: "
            + statement.signs().stream()
                .map(one -> one.sign() + " " + one.word())
                .collect(Collectors.joining(", "))
            + ".");
    statement.byWire().forEach(this::matrix);
    statement
        .byRole()
        .ifPresent(
            matrix -> {
              heading("Messages by role, over all wires");
              matrix(matrix);
            });
  }

  private void matrix(Matrix matrix) {
    line("");
    header(matrix.title().isEmpty() ? "message" : matrix.title(), matrix.columns());
    matrix
        .rows()
        .forEach(
            row ->
                line(
                    row.cells().stream()
                        .map(StatementMarkdown::cell)
                        .collect(Collectors.joining(" | ", "| `" + row.name() + "` | ", " |"))));
  }

  private static String cell(Cell cell) {
    return (cell.sign() + " " + cell.numbers()).strip();
  }

  private void scope() {
    heading("What was judged, and how");
    statement.scope().forEach(this::fact);
    statement
        .command()
        .ifPresent(
            command -> {
              heading("How to repeat it");
              out.append(Text.fenced(command));
            });
  }

  private void heading(String title) {
    line("\n## " + title + "\n");
  }

  private void header(String corner, List<String> columns) {
    line("| " + corner + " | " + String.join(" | ", columns) + " |");
    line("|" + "---|".repeat(columns.size() + 1));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
