package org.xapitck.kit.book;

import static org.xapitck.kit.report.Text.link;
import static org.xapitck.kit.report.Text.markdown;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Kind;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.verdict.RequirementVerdict;

/**
 * The book as one Markdown file. Each scenario stands once, under the first topic that it judges.
 */
final class OneFile {
  private final Book book;
  private final StringBuilder out = new StringBuilder(1 << 18);

  OneFile(Book book) {
    this.book = book;
  }

  String write() {
    out.append("# Class task of the XenAPI\n\nCatalogue ")
        .append(book.catalogue().version())
        .append(", ")
        .append(book.catalogue().requirements().size())
        .append(" requirements.\n");
    book.run()
        .ifPresent(
            run ->
                out.append("\nVerdicts are those of ")
                    .append(markdown(run.server().getOrDefault("url", "a server")))
                    .append(": ")
                    .append(run.overall().id())
                    .append(".\n"));
    Stream.of(Chapter.values()).forEach(this::chapter);
    roles();
    releases();
    ambiguities();
    glossary();
    return out.toString();
  }

  private void chapter(Chapter chapter) {
    out.append("\n## ").append(chapter.title()).append('\n');
    for (Topic topic : book.topics(chapter)) {
      out.append("\n### ").append(topic.name()).append("\n\n");
      if (!book.about(topic).isEmpty()) {
        out.append(markdown(book.about(topic))).append("\n\n");
      }
      facts(topic);
      book.examples(topic).forEach(this::example);
      topic.requirements().forEach(requirement -> requirement(topic, requirement));
      for (Story story : topic.stories()) {
        if (isFirst(topic, story)) {
          out.append("\n```gherkin\n");
          out.append(
              story.tags().stream()
                  .sorted()
                  .map(tag -> "@" + tag)
                  .collect(Collectors.joining(" ")));
          out.append('\n').append(story.gherkin()).append("\n```\n");
        }
      }
    }
  }

  private void example(Examples.Example one) {
    out.append(one.wire())
        .append(", request and answer:\n\n")
        .append(Text.fenced(one.request()))
        .append('\n')
        .append(Text.fenced(one.answer()))
        .append('\n');
  }

  private boolean isFirst(Topic topic, Story story) {
    return book.topics().stream()
        .filter(one -> one.stories().contains(story))
        .findFirst()
        .orElseThrow()
        .equals(topic);
  }

  private void facts(Topic topic) {
    if (topic.kind() == Kind.MESSAGE) {
      out.append('`')
          .append(topic.words(Fact.Result.class))
          .append(' ')
          .append(topic.name())
          .append('(')
          .append(topic.words(Fact.Parameters.class))
          .append(")`, least role ")
          .append(topic.words(Fact.MinimumRole.class))
          .append(", since ")
          .append(ReleaseNames.of(topic.since()))
          .append("\n\n");
    } else if (topic.kind() == Kind.FIELD) {
      out.append('`')
          .append(topic.words(Fact.FieldType.class))
          .append("`, ")
          .append(topic.words(Fact.Access.class))
          .append(", since ")
          .append(ReleaseNames.of(topic.since()))
          .append("\n\n");
    }
  }

  private void requirement(Topic topic, Requirement requirement) {
    out.append("* **`")
        .append(requirement.id())
        .append("`** (")
        .append(requirement.level().id())
        .append(", since ")
        .append(ReleaseNames.of(requirement.since()))
        .append(", ")
        .append(link(requirement.citation()))
        .append(requirement.novelty().map(words -> ", " + words).orElse(""))
        .append("): ")
        .append(markdown(requirement.text()));
    if (!requirement.note().isEmpty()) {
      out.append(" Note: ").append(markdown(requirement.note()));
    }
    requirement.reason().ifPresent(why -> out.append(" Not tested: ").append(markdown(why)));
    List<RequirementVerdict> verdicts = book.verdicts(requirement);
    if (!verdicts.isEmpty()) {
      out.append(
          verdicts.stream()
              .map(entry -> entry.wire().title() + " " + entry.verdict().id())
              .collect(Collectors.joining(", ", " Verdicts: ", ".")));
    }
    List<Defect> defects = book.defects(requirement);
    if (!defects.isEmpty()) {
      out.append(
          defects.stream()
              .map(defect -> "`" + defect.name() + "`")
              .collect(Collectors.joining(", ", " Proved by ", ".")));
    }
    out.append('\n');
  }

  private void roles() {
    out.append("\n## Who may call what\n\n| message | least role |\n|---|---|\n");
    for (Topic topic : book.topics(Chapter.MESSAGES)) {
      out.append("| `")
          .append(topic.shortName())
          .append("` | ")
          .append(topic.words(Fact.MinimumRole.class))
          .append(" |\n");
    }
  }

  private void releases() {
    out.append("\n## What came with which release\n\n| release | published |\n|---|---|\n");
    book.releases()
        .forEach(
            (release, topics) ->
                out.append("| ")
                    .append(release)
                    .append(" | ")
                    .append(
                        topics.stream()
                            .map(topic -> topic.kind().id() + " `" + topic.shortName() + "`")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n"));
  }

  private void ambiguities() {
    out.append("\n## Where page and servers differ\n");
    for (Ambiguity one : book.ambiguities()) {
      out.append("\n### ").append(markdown(one.topic())).append("\n\n* The page: ");
      out.append(markdown(one.page())).append("\n* Servers: ").append(markdown(one.servers()));
      out.append("\n* Decision: ").append(markdown(one.decision())).append("\n* Accepted: ");
      out.append(markdown(String.join("; ", one.accepted()))).append("\n* Touches ");
      out.append(
          one.requirements().stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")));
      out.append('\n');
    }
    out.append('\n').append(book.challenge().replaceFirst("# ", "## "));
  }

  private void glossary() {
    out.append("\n## The steps of the scenarios\n\n| step | meaning |\n|---|---|\n");
    for (Map.Entry<String, String> step : book.glossary().entrySet()) {
      out.append("| ").append(step.getKey()).append(" | ").append(step.getValue()).append(" |\n");
    }
  }
}
