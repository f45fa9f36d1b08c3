package org.xapitck.kit.book;

import static org.xapitck.kit.report.Text.html;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.RunReport;

/** The book as a static site: a page per message, field and enum, and the tables around them. */
final class Site {
  private static final List<String> ROLES = Stream.of(Role.values()).map(Role::id).toList();

  /** What these chapters are about goes without the class in front. */
  private static final Set<Chapter> SHORT = Set.of(Chapter.MESSAGES, Chapter.FIELDS);

  private final Book book;
  private final String style = Packed.need("org/xapitck/kit/book/book.css");

  Site(Book book) {
    this.book = book;
  }

  void write(Path folder) {
    TopicPage topics = new TopicPage(book, style);
    book.topics().forEach(topic -> put(folder, topic.file(), topics.write(topic)));
    put(folder, "index.html", index());
    put(folder, "roles.html", roles());
    put(folder, "releases.html", releases());
    put(folder, "ambiguities.html", ambiguities());
    put(folder, "glossary.html", glossary());
    put(folder, "book.md", book.markdown());
  }

  static void put(Path folder, String name, String text) {
    ReportFolder.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private String index() {
    SearchIndex index = new SearchIndex(book);
    Page page = new Page("Class task of the XenAPI", style, index.policy());
    page.paragraph(
        "What the published page demands of a server, sentence by sentence, with the scenarios"
            + " that judge it. Catalogue "
            + book.catalogue().version()
            + ": "
            + book.catalogue().requirements().size()
            + " requirements.");
    book.run().ifPresent(run -> reference(page, run));
    page.add("<section role=\"search\"><label for=\"q\">Search </label>")
        .add("<input id=\"q\" type=\"search\" size=\"40\"> <span id=\"count\"")
        .add(" aria-live=\"polite\"></span><ul id=\"found\"></ul></section>\n");
    for (Chapter chapter : Chapter.values()) {
      chapter(page, chapter);
    }
    return page.add(index.script()).finish();
  }

  private static void reference(Page page, RunReport run) {
    page.add("<p>Verdicts are those of ")
        .text(run.server().getOrDefault("url", "a server"))
        .add(", judged by release ")
        .text(run.release())
        .add(": <b>")
        .text(run.overall().id())
        .add("</b>.</p>\n");
  }

  private void chapter(Page page, Chapter chapter) {
    page.heading(chapter.name().toLowerCase(Locale.ROOT), chapter.title())
        .add("<ul class=\"columns\">\n");
    for (Topic topic : book.topics(chapter)) {
      page.add("<li><a href=\"" + html(topic.file()) + "\">")
          .text(SHORT.contains(chapter) ? topic.shortName() : topic.name())
          .add("</a> <small>" + topic.requirements().size() + "</small></li>\n");
    }
    page.add("</ul>\n");
  }

  private String roles() {
    Page page = new Page("Who may call what", style, "");
    page.paragraph(
        "The least role of each message by the page, on a task of one's own. Each role may do what"
            + " those before it may.");
    page.table(columns("message", ROLES));
    for (Topic topic : book.topics(Chapter.MESSAGES)) {
      Role least = topic.fact(Fact.MinimumRole.class).orElseThrow().role();
      page.add("<tr><th scope=\"row\"><a href=\"" + html(topic.file()) + "\">")
          .text(topic.shortName())
          .add("</a></th>");
      for (Role role : Role.values()) {
        page.add(
            role.atLeast(least)
                ? "<td class=\"pass\">\u2713 may</td>"
                : "<td class=\"not-applicable\">\u2013 refused</td>");
      }
      page.add("</tr>\n");
    }
    return page.end().finish();
  }

  private String releases() {
    Page page = new Page("What came with which release", style, "");
    page.paragraph(
        "A server is judged by the release that it claims: what came later is not applicable.");
    page.table(List.of("release", "messages", "fields", "enums"));
    book.releases()
        .forEach(
            (release, topics) -> {
              page.add("<tr><th scope=\"row\">").text(release).add("</th>");
              for (Chapter chapter : List.of(Chapter.MESSAGES, Chapter.FIELDS, Chapter.ENUMS)) {
                page.add("<td>");
                topics.stream()
                    .filter(topic -> topic.chapter() == chapter)
                    .forEach(
                        topic ->
                            page.add("<a href=\"" + html(topic.file()) + "\">")
                                .text(topic.shortName())
                                .add("</a> "));
                page.add("</td>");
              }
              page.add("</tr>\n");
            });
    return page.end().finish();
  }

  private String ambiguities() {
    Page page = new Page("Where page and servers differ", style, "");
    page.paragraph(
        book.ambiguities().size()
            + " points that the page leaves open, or in which known servers differ from it, and"
            + " what is made of each.");
    for (Ambiguity one : book.ambiguities()) {
      TopicPage.ambiguity(page.heading(one.id(), one.topic()), one);
      page.add("<p>Touches ").links(one.requirements()).add("</p>\n");
    }
    page.heading("challenge", "To challenge a requirement");
    return page.add("<pre>").text(book.challenge()).add("</pre>\n").finish();
  }

  private String glossary() {
    Page page = new Page("The steps of the scenarios", style, "");
    page.table(List.of("step", "meaning"));
    for (Map.Entry<String, String> step : book.glossary().entrySet()) {
      page.add("<tr><td>").prose(step.getKey()).add("</td><td>").prose(step.getValue());
      page.add("</td></tr>\n");
    }
    return page.end().finish();
  }

  private static List<String> columns(String first, List<String> rest) {
    List<String> columns = new java.util.ArrayList<>(List.of(first));
    columns.addAll(rest);
    return columns;
  }
}
