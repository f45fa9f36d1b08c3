package org.xapitck.kit.book;

import static org.xapitck.kit.report.Text.anchor;
import static org.xapitck.kit.report.Text.html;

import java.util.List;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.RequirementVerdict;

/** The page about one message, field or enum. */
final class TopicPage {
  private final Book book;
  private final String style;

  TopicPage(Book book, String style) {
    this.book = book;
    this.style = style;
  }

  String write(Topic topic) {
    Page page = new Page(topic.name(), style, "");
    facts(page, topic);
    related(page, topic);
    page.heading("requirements", "What is demanded");
    topic.requirements().forEach(requirement -> requirement(page, topic, requirement));
    if (!book.ambiguities(topic).isEmpty()) {
      page.heading("differences", "How real servers differ");
      for (Ambiguity one : book.ambiguities(topic)) {
        page.add("<h3><a href=\"ambiguities.html#" + html(one.id()) + "\">")
            .text(one.topic())
            .add("</a></h3>\n");
        ambiguity(page, one);
      }
    }
    page.heading("scenarios", "Scenarios");
    topic.stories().forEach(story -> story(page, story));
    return page.finish();
  }

  private static void facts(Page page, Topic topic) {
    switch (topic.kind()) {
      case MESSAGE ->
          page.add("<p class=\"sign\"><code>")
              .text(topic.words(Fact.Result.class) + " " + topic.name())
              .text("(" + topic.words(Fact.Parameters.class) + ")")
              .add("</code></p>\n<p class=\"soft\">least role ")
              .text(topic.words(Fact.MinimumRole.class))
              .add(", since ")
              .text(topic.since())
              .add("</p>\n");
      case FIELD ->
          page.add("<p class=\"sign\"><code>")
              .text(topic.words(Fact.FieldType.class) + " " + topic.shortName())
              .add("</code></p>\n<p class=\"soft\">")
              .text(topic.words(Fact.Access.class))
              .text(topic.fact(Fact.Default.class).map(any -> ", default ").orElse(""))
              .text(topic.words(Fact.Default.class))
              .add(", since ")
              .text(topic.since())
              .add("</p>\n");
      default -> {}
    }
  }

  /** A field's messages, and a message's field. */
  private void related(Page page, Topic topic) {
    String field = fieldOf(topic);
    List<Topic> related =
        book.topics().stream()
            .filter(one -> one.kind().isPart() && !one.equals(topic))
            .filter(one -> fieldOf(one).equals(field))
            .toList();
    if (!related.isEmpty()) {
      page.add("<p>See also ");
      related.forEach(
          one ->
              page.add("<a href=\"" + html(one.file()) + "\">").text(one.shortName()).add("</a> "));
      page.add("</p>\n");
    }
  }

  private static String fieldOf(Topic topic) {
    return TaskClass.fieldOf(topic.shortName()).orElse(topic.shortName());
  }

  private void requirement(Page page, Topic topic, Requirement requirement) {
    page.add("<section class=\"req " + requirement.level().id() + "\" id=\"")
        .text(requirement.id())
        .add("\">\n<p><code>")
        .text(requirement.id())
        .add("</code> <span class=\"level\">" + requirement.level().id() + "</span> <small>since ")
        .text(requirement.since() + ", ")
        .add(anchor(requirement.citation()))
        .text(requirement.novelty().map(words -> ", " + words).orElse(""))
        .add("</small></p>\n")
        .paragraph(requirement.text());
    if (!requirement.note().isEmpty()) {
      page.add("<p class=\"soft\">Note: ").prose(requirement.note()).add("</p>\n");
    }
    requirement.reason().ifPresent(why -> page.add("<p>Not tested: ").prose(why).add("</p>\n"));
    List<Story> stories = topic.stories(requirement);
    if (!stories.isEmpty()) {
      page.add("<p>Judged by ")
          .add(
              stories.stream()
                  .map(
                      story -> "<a href=\"#" + story.anchor() + "\">" + html(story.name()) + "</a>")
                  .collect(Collectors.joining("; ")))
          .add("</p>\n");
    }
    verdicts(page, requirement);
    List<Defect> defects = book.defects(requirement);
    if (!defects.isEmpty()) {
      page.add("<p class=\"soft\">Proved by the seeded defects ");
      String between = "";
      for (Defect defect : defects) {
        page.add(between + "<code>").text(defect.name()).add("</code> ").prose(defect.text());
        between = "; ";
      }
      page.add("</p>\n");
    }
    page.add("</section>\n");
  }

  private void verdicts(Page page, Requirement requirement) {
    List<RequirementVerdict> verdicts = book.verdicts(requirement);
    if (verdicts.isEmpty()) {
      return;
    }
    page.add("<p>");
    for (RequirementVerdict entry : verdicts) {
      page.add("<span class=\"v " + entry.verdict().id() + "\" title=\"")
          .text(Excerpt.fitting(entry.message(), 600))
          .add("\">")
          .text(title(entry.wire()) + ": " + entry.verdict().id())
          .add("</span> ");
    }
    page.add("</p>\n");
  }

  private static String title(Wire wire) {
    return wire.title();
  }

  static void ambiguity(Page page, Ambiguity one) {
    page.add("<p><b>The page:</b> ").prose(one.page()).add("<br><b>Servers:</b> ");
    page.prose(one.servers()).add("<br><b>Decision:</b> ").prose(one.decision());
    page.add("<br><b>Accepted:</b> ").prose(String.join("; ", one.accepted())).add("</p>\n");
  }

  private static void story(Page page, Story story) {
    page.add("<h3 id=\"" + story.anchor() + "\">")
        .text(story.rule().isEmpty() ? story.name() : story.rule())
        .add("</h3>\n<p><small>")
        .text("features/" + story.file() + ", judges ")
        .links(story.tags().stream().sorted().toList())
        .add("</small></p>\n")
        .gherkin(story.gherkin());
  }
}
