package org.xapitck.kit.book;

import io.jstach.jstache.JStache;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.page.Html;
import org.xapitck.kit.page.Prose;

/** The pages of the book around those of messages, fields and enums. */
final class Pages {
  private final Book book;

  Pages(Book book) {
    this.book = book;
  }

  /** A link to a requirement or a topic. */
  record Ref(String href, String text) {}

  /** The contents. */
  @JStache(path = "book/index")
  record Index(
      Frame frame, String catalogue, int requirements, Optional<Run> run, List<Topics> chapters) {}

  /** The run whose verdicts stand in the book. */
  record Run(String server, String release, String overall, List<Entry> failing) {
    boolean anyFailing() {
      return !failing.isEmpty();
    }
  }

  /** A chapter. */
  record Topics(String title, List<Entry> entries) {}

  /** A topic in the contents. */
  record Entry(String href, String name, String about, int requirements, int failing) {
    boolean red() {
      return failing > 0;
    }
  }

  String index() {
    List<Topics> chapters =
        Stream.of(Chapter.values())
            .map(
                one -> new Topics(one.title(), book.topics(one).stream().map(this::entry).toList()))
            .toList();
    Optional<Run> run =
        book.run()
            .map(
                one ->
                    new Run(
                        one.server().getOrDefault("url", "a server"),
                        one.release(),
                        one.overall().id(),
                        chapters.stream()
                            .flatMap(chapter -> chapter.entries().stream())
                            .filter(Entry::red)
                            .toList()));
    return new IndexRenderer(null, Html::escaped)
        .execute(
            new Index(
                frame("The XenAPI class task", "index.html"),
                book.catalogue().version(),
                book.catalogue().requirements().size(),
                run,
                chapters));
  }

  private Entry entry(Topic topic) {
    return new Entry(
        topic.file(),
        topic.chapter().isShort() ? topic.shortName() : topic.name(),
        book.about(topic),
        topic.requirements().size(),
        book.failing(topic));
  }

  /** Who may call what. */
  @JStache(path = "book/roles")
  record Roles(Frame frame, List<String> roles, List<RoleRow> rows) {}

  record RoleRow(String href, String name, List<RoleCell> cells) {}

  record RoleCell(String role, boolean may) {}

  String roles() {
    List<RoleRow> rows = new ArrayList<>();
    for (Topic topic : book.topics(Chapter.MESSAGES)) {
      Role least = topic.fact(Fact.MinimumRole.class).orElseThrow().role();
      rows.add(
          new RoleRow(
              topic.file(),
              topic.shortName(),
              Stream.of(Role.values())
                  .map(role -> new RoleCell(role.id(), role.atLeast(least)))
                  .toList()));
    }
    return new RolesRenderer(null, Html::escaped)
        .execute(
            new Roles(
                frame("Who may call what", "roles.html"),
                Stream.of(Role.values()).map(Role::id).toList(),
                rows));
  }

  /** What came with which release. */
  @JStache(path = "book/releases")
  record Releases(Frame frame, List<ReleaseRow> rows) {}

  record ReleaseRow(String name, List<Ref> messages, List<Ref> fields, List<Ref> enums) {}

  String releases() {
    List<ReleaseRow> rows = new ArrayList<>();
    book.releases()
        .forEach(
            (release, topics) ->
                rows.add(
                    new ReleaseRow(
                        ReleaseNames.of(release),
                        refs(topics, Chapter.MESSAGES),
                        refs(topics, Chapter.FIELDS),
                        refs(topics, Chapter.ENUMS))));
    return new ReleasesRenderer(null, Html::escaped)
        .execute(new Releases(frame("What came with which release", "releases.html"), rows));
  }

  private static List<Ref> refs(List<Topic> topics, Chapter chapter) {
    return topics.stream()
        .filter(topic -> topic.chapter() == chapter)
        .map(topic -> new Ref(topic.file(), topic.shortName()))
        .toList();
  }

  /** Where contract and servers differ. */
  @JStache(path = "book/ambiguities")
  record Ambiguities(Frame frame, List<Difference> differences, String challenge) {}

  /** A point that the contract leaves open. */
  record Difference(
      String id,
      String topic,
      Prose page,
      Prose servers,
      Prose decision,
      Prose accepted,
      List<Ref> touches) {

    static Difference of(Ambiguity one) {
      return new Difference(
          one.id(),
          one.topic(),
          Prose.of(one.page()),
          Prose.of(one.servers()),
          Prose.of(one.decision()),
          Prose.of(String.join("; ", one.accepted())),
          requirements(one.requirements()));
    }
  }

  /** Links to requirements. */
  static List<Ref> requirements(List<String> ids) {
    return ids.stream()
        .map(id -> new Ref(org.xapitck.kit.model.Requirement.topic(id) + ".html#" + id, id))
        .toList();
  }

  String ambiguities() {
    return new AmbiguitiesRenderer(null, Html::escaped)
        .execute(
            new Ambiguities(
                frame("How servers differ", "ambiguities.html"),
                book.ambiguities().stream().map(Difference::of).toList(),
                book.challenge()));
  }

  /** The steps of the scenarios. */
  @JStache(path = "book/glossary")
  record Glossary(Frame frame, List<Step> steps) {}

  record Step(Prose text, Prose meaning) {}

  String glossary() {
    return new GlossaryRenderer(null, Html::escaped)
        .execute(
            new Glossary(
                frame("The steps of the scenarios", "glossary.html"),
                book.glossary().entrySet().stream()
                    .map(one -> new Step(Prose.of(one.getKey()), Prose.of(one.getValue())))
                    .toList()));
  }

  private Frame frame(String title, String file) {
    return Frame.of(book, title, file);
  }
}
