package org.xapitck.kit.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Verdict;

/**
 * {@code statement.html}: the page to hand over. It has no script at all and may load nothing, so
 * whatever a server wrote stays text; it can be printed and read without colours.
 */
public final class StatementHtml {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>Statement: class task, %s</title>
      <link rel="icon" href="data:,">
      <style>
      %s</style>
      </head>
      <body>
      <a class="skip" href="#deviations">To the deviations</a>
      <main>
      """;

  private final RunReport report;
  private final Statement statement;
  private final StringBuilder out = new StringBuilder(1 << 16);

  private StatementHtml(RunReport report) {
    this.report = report;
    this.statement = new Statement(report);
  }

  public static String write(RunReport report) {
    StatementHtml page = new StatementHtml(report);
    page.out.append(String.format(HEAD, page.safe(report.word()), style()));
    page.word();
    page.facts();
    page.scores();
    page.deviations();
    page.matrix();
    page.roles();
    page.gaps();
    page.out.append("</main>\n</body>\n</html>\n");
    return page.out.toString();
  }

  private void word() {
    out.append("<h1>Conformance of class task</h1>\n<p class=\"word ")
        .append(report.overall().id())
        .append("\">")
        .append(safe(report.word()))
        .append("</p>\n");
    if (report.verdicts().scope().isFiltered()) {
      out.append("<p class=\"note\">This run was filtered by <code>")
          .append(safe(report.verdicts().scope().filter()))
          .append("</code>. The word speaks of that selection and is no statement about the")
          .append(" whole class.</p>\n");
    }
    report
        .notices()
        .forEach(n -> out.append("<p class=\"note\">").append(safe(n)).append("</p>\n"));
  }

  private void facts() {
    out.append("<dl>\n");
    statement.facts().forEach(this::fact);
    out.append("</dl>\n");
  }

  private void fact(Statement.Fact fact) {
    out.append("<div><dt>")
        .append(safe(fact.title()))
        .append("</dt><dd>")
        .append(fact.text().isEmpty() ? "none" : safe(fact.text()))
        .append("</dd></div>\n");
  }

  private void scores() {
    heading("scores", "Passed of those that bind the server");
    table("wire", List.of("must", "should", "not applicable, or never judged"));
    for (Wire wire : report.wires()) {
      scores(wire.title(), Optional.of(wire));
    }
    scores("all", Optional.empty());
    out.append("</tbody></table></div>\n");
  }

  private void scores(String title, Optional<Wire> wire) {
    row(title);
    int none = statement.score(Level.INFO, wire).notApplicable();
    for (Level level : List.of(Level.MUST, Level.SHOULD)) {
      Statement.Score score = statement.score(level, wire);
      none += score.notApplicable();
      out.append("<td>").append(of(score)).append("</td>");
    }
    out.append("<td>").append(none).append("</td></tr>\n");
  }

  private static String of(Statement.Score score) {
    return String.format(Locale.ROOT, "%,d of %,d", score.passed(), score.judged());
  }

  private void deviations() {
    List<Statement.Deviation> deviations = statement.deviations();
    heading("deviations", "Deviations: " + deviations.size());
    if (deviations.isEmpty()) {
      out.append("<p>None was found.</p>\n");
    }
    for (Statement.Deviation deviation : deviations) {
      out.append("<section class=\"deviation ")
          .append(deviation.verdict().id())
          .append("\">\n<h3>")
          .append(badge(deviation.verdict()))
          .append(" <code>")
          .append(safe(deviation.requirement().id()))
          .append("</code> <small>")
          .append(deviation.requirement().level().id())
          .append(", ")
          .append(Groups.titles(deviation.wires()))
          .append(", ")
          .append(deviation.known().map(why -> "known: " + safe(why)).orElseGet(deviation::news))
          .append("</small></h3>\n<p>")
          .append(safe(deviation.requirement().text()))
          .append(" <small>")
          .append(Text.anchor(deviation.requirement().citation()))
          .append("</small></p>\n<pre>")
          .append(safe(deviation.said()))
          .append("</pre>\n</section>\n");
    }
  }

  private void gaps() {
    List<Statement.Gap> gaps = statement.gaps();
    heading("gaps", "Not tested, and why");
    if (gaps.isEmpty()) {
      out.append("<p>Everything was tested.</p>\n");
      return;
    }
    out.append("<ul>\n");
    for (Statement.Gap gap : gaps) {
      out.append("<li>")
          .append(badge(gap.verdict()))
          .append(' ')
          .append(safe(Excerpt.fitting(gap.reason(), 400)))
          .append("<br><small>")
          .append(Groups.titles(gap.wires()))
          .append(": ")
          .append(safe(String.join(", ", gap.ids())))
          .append("</small></li>\n");
    }
    out.append("</ul>\n");
  }

  private void matrix() {
    heading("matrix", "Messages and fields by wire");
    legend();
    statement
        .matrix()
        .forEach(
            (chapter, rows) -> {
              table(chapter, report.wires().stream().map(Wire::title).toList());
              rows.forEach(
                  (name, cells) -> {
                    row(name);
                    report.wires().forEach(wire -> cell(Optional.ofNullable(cells.get(wire))));
                    out.append("</tr>\n");
                  });
              out.append("</tbody></table></div>\n");
            });
  }

  private void roles() {
    Map<String, Map<String, Statement.Cell>> matrix = statement.roleMatrix();
    if (matrix.isEmpty()) {
      return;
    }
    heading("roles", "Messages by role, over all wires");
    table("message", Statement.roles());
    matrix.forEach(
        (message, cells) -> {
          row(message);
          Statement.roles().forEach(role -> cell(Optional.ofNullable(cells.get(role))));
          out.append("</tr>\n");
        });
    out.append("</tbody></table></div>\n");
  }

  private void cell(Optional<Statement.Cell> cell) {
    if (cell.isEmpty()) {
      out.append("<td>not run</td>");
      return;
    }
    Statement.Score score = cell.get().score();
    out.append("<td class=\"")
        .append(cell.get().worst().id())
        .append("\" title=\"")
        .append(cell.get().worst().id())
        .append("\"><b>")
        .append(Statement.sign(cell.get().worst()))
        .append("</b> ")
        .append(score.judged() == 0 ? "" : score.passed() + "/" + score.judged())
        .append("</td>");
  }

  private void legend() {
    out.append("<p class=\"legend\">");
    for (Verdict verdict : Verdict.values()) {
      out.append(badge(verdict)).append(' ');
    }
    out.append("The worst in a cell gives it its sign; then passed/binding.</p>\n");
  }

  private static String badge(Verdict verdict) {
    return "<span class=\"badge "
        + verdict.id()
        + "\"><b>"
        + Statement.sign(verdict)
        + "</b> "
        + verdict.id()
        + "</span>";
  }

  private void heading(String id, String title) {
    out.append("<h2 id=\"").append(id).append("\">").append(title).append("</h2>\n");
  }

  private void table(String corner, List<String> columns) {
    out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(corner)
        .append("\"><table><thead><tr><th scope=\"col\">")
        .append(corner)
        .append("</th>");
    columns.forEach(name -> out.append("<th scope=\"col\">").append(name).append("</th>"));
    out.append("</tr></thead><tbody>\n");
  }

  private void row(String title) {
    out.append("<tr><th scope=\"row\">").append(safe(title)).append("</th>");
  }

  private String safe(String text) {
    return Text.html(text);
  }

  private static String style() {
    try (InputStream in = StatementHtml.class.getResourceAsStream("statement.css")) {
      if (in == null) {
        throw new IllegalStateException("statement.css is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("statement.css cannot be read from the jar", e);
    }
  }
}
