package org.xapitck.kit.book;

import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xapitck.kit.book.Pages.Difference;
import org.xapitck.kit.book.Pages.Ref;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.page.Html;
import org.xapitck.kit.page.Link;
import org.xapitck.kit.page.Prose;

/**
 * The page about one message, field or enum.
 *
 * @param frame what stands around it
 * @param about what it is, in a sentence or two
 * @param signature as the contract writes it; empty where it has none
 * @param facts role, release and the like
 * @param examples a request and its answer for each wire; none for what is no message
 * @param errors by code
 * @param requirements what is demanded
 * @param differences in which known servers differ
 * @param stories the scenarios
 */
@JStache(path = "book/topic")
record TopicPage(
    Frame frame,
    String about,
    String signature,
    List<Line> facts,
    List<Examples.Example> examples,
    List<Failure> errors,
    List<Demand> requirements,
    List<Difference> differences,
    List<Told> stories) {
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");

  /** A line of the facts: words, or links. */
  record Line(String title, String words, List<Ref> links) {}

  /** An error code and the requirements that speak of it. */
  record Failure(String code, List<Ref> requirements) {}

  /** A scenario. */
  record Told(String anchor, String title, String file, List<Ref> judges, Prose gherkin) {}

  /** The whole page. */
  static String write(Book book, Topic topic) {
    return new TopicPageRenderer(null, Html::escaped)
        .execute(
            new TopicPage(
                Frame.of(book, topic.name(), topic.file()),
                book.about(topic),
                signature(topic),
                facts(book, topic),
                book.examples(topic),
                errors(topic),
                topic.requirements().stream().map(one -> Demand.of(book, topic, one)).toList(),
                book.ambiguities(topic).stream().map(Difference::of).toList(),
                topic.stories().stream().map(TopicPage::told).toList()));
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  boolean hasExamples() {
    return !examples.isEmpty();
  }

  boolean hasDifferences() {
    return !differences.isEmpty();
  }

  /** How many requirements the run found broken. */
  long broken() {
    return requirements.stream().filter(Demand::isBroken).count();
  }

  boolean anyBroken() {
    return broken() > 0;
  }

  private static String signature(Topic topic) {
    return switch (topic.kind()) {
      case MESSAGE ->
          topic.words(Fact.Result.class)
              + " "
              + topic.name()
              + "("
              + topic.words(Fact.Parameters.class)
              + ")";
      case FIELD -> topic.words(Fact.FieldType.class) + " " + topic.shortName();
      default -> "";
    };
  }

  private static List<Line> facts(Book book, Topic topic) {
    List<Line> facts = new ArrayList<>();
    topic
        .fact(Fact.MinimumRole.class)
        .ifPresent(least -> facts.add(new Line("Roles", roles(least.role()), List.of())));
    words(facts, "Access", topic.words(Fact.Access.class));
    words(facts, "Default", topic.words(Fact.Default.class));
    words(facts, "Values", topic.words(Fact.Values.class));
    words(facts, "Since", topic.kind().isPart() ? ReleaseNames.of(topic.since()) : "");
    facts.add(contract(topic.published()));
    List<Ref> related =
        book.topics().stream()
            .filter(one -> one.kind().isPart() && !one.equals(topic))
            .filter(one -> fieldOf(one).equals(fieldOf(topic)))
            .map(one -> new Ref(one.file(), one.shortName()))
            .toList();
    if (!related.isEmpty()) {
      facts.add(new Line("See also", "", related));
    }
    return facts;
  }

  /** Where the contract publishes it. */
  private static Line contract(Requirement published) {
    Link place = Link.of(published.citation().words(), published.citation().address());
    return place.leads()
        ? new Line("Contract", "", List.of(new Ref(place.address(), place.words())))
        : new Line("Contract", place.words(), List.of());
  }

  private static void words(List<Line> facts, String title, String words) {
    if (!words.isEmpty()) {
      facts.add(new Line(title, words, List.of()));
    }
  }

  private static String roles(Role least) {
    List<String> may =
        Stream.of(Role.values()).filter(role -> role.atLeast(least)).map(Role::id).toList();
    return may.size() == Role.values().length
        ? "every role, from " + least.id() + " upwards"
        : "from " + least.id() + " upwards: " + String.join(", ", may);
  }

  private static String fieldOf(Topic topic) {
    return TaskClass.fieldOf(topic.shortName()).orElse(topic.shortName());
  }

  private static List<Failure> errors(Topic topic) {
    Map<String, List<String>> codes = new TreeMap<>();
    for (Requirement requirement : topic.requirements()) {
      Matcher code = CODE.matcher(requirement.text());
      while (code.find()) {
        List<String> ids = codes.computeIfAbsent(code.group(), any -> new ArrayList<>());
        if (!ids.contains(requirement.id())) {
          ids.add(requirement.id());
        }
      }
    }
    return codes.entrySet().stream()
        .map(one -> new Failure(one.getKey(), Pages.requirements(one.getValue())))
        .toList();
  }

  private static Told told(Story story) {
    return new Told(
        story.anchor(),
        story.rule().isEmpty() ? story.name() : story.rule(),
        "features/" + story.file(),
        Pages.requirements(story.tags().stream().sorted().toList()),
        Gherkin.marked(story.gherkin()));
  }
}
