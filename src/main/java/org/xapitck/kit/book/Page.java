package org.xapitck.kit.book;

import static org.xapitck.kit.report.Text.html;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Requirement;

/** One HTML page in the making: head and navigation around what is appended. */
final class Page {
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(?m)^( *)(Scenario Outline|Scenario|Examples|Given|When|Then|And|But)\\b(:?)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; img-src data:; base-uri 'none'%s">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>%s</title>
      <link rel="icon" href="data:,">
      <style>
      %s</style>
      </head>
      <body>
      <header><nav>
      <a href="index.html">Class task</a> <a href="roles.html">Roles</a>
      <a href="releases.html">Releases</a> <a href="ambiguities.html">Ambiguities</a>
      <a href="glossary.html">Steps</a>
      <form action="index.html" method="get" role="search"><input type="search" name="q" \
      aria-label="Search the book" placeholder="Search"></form>
      </nav></header>
      <main>
      <h1>%s</h1>
      """;

  private final StringBuilder out = new StringBuilder(1 << 14);

  /** A page with this title; the policy is what it may do beyond showing itself. */
  Page(String title, String style, String policy) {
    out.append(String.format(HEAD, policy, html(title), style, html(title)));
  }

  /** Appends markup of the book's own. */
  Page add(String markup) {
    out.append(markup);
    return this;
  }

  /** Appends a text of whatever origin. */
  Page text(String text) {
    out.append(html(text));
    return this;
  }

  /** A paragraph; what stands in backquotes is code. */
  Page paragraph(String text) {
    return add("<p>").prose(text).add("</p>\n");
  }

  /** A text in which what stands in backquotes is code. */
  Page prose(String text) {
    return add(CODE.matcher(html(text)).replaceAll("<code>$1</code>"));
  }

  Page heading(String id, String text) {
    return add("<h2 id=\"" + id + "\">").text(text).add("</h2>\n");
  }

  /** The head of a table; {@link #end} closes it. */
  Page table(List<String> columns) {
    add("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
    columns.forEach(column -> add("<th scope=\"col\">").text(column).add("</th>"));
    return add("</tr></thead><tbody>\n");
  }

  Page end() {
    return add("</tbody></table></div>\n");
  }

  /** Links to requirements. */
  Page links(Collection<String> ids) {
    String between = "";
    for (String id : ids) {
      add(between)
          .add("<a href=\"" + html(Requirement.topic(id) + ".html#" + id) + "\">")
          .text(id)
          .add("</a>");
      between = ", ";
    }
    return this;
  }

  /** A scenario with its keywords marked. */
  Page gherkin(String text) {
    return add("<pre class=\"gherkin\">")
        .add(KEYWORD.matcher(html(text)).replaceAll("$1<b>$2$3</b>"))
        .add("</pre>\n");
  }

  String finish() {
    return out.append("</main>\n</body>\n</html>\n").toString();
  }
}
