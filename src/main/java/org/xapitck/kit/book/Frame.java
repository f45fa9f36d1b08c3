package org.xapitck.kit.book;

import java.util.ArrayList;
import java.util.List;
import org.xapitck.kit.page.Head;

/**
 * What stands around each page of the book: its head, the search and the sidebar.
 *
 * @param head of the page
 * @param title of the page
 * @param sections of the sidebar
 */
record Frame(Head head, String title, List<Section> sections) {

  /** Links of the sidebar under one title; folded unless the page is one of them. */
  record Section(String title, boolean open, List<Link> links) {}

  /**
   * A link of the sidebar.
   *
   * @param href the file
   * @param text what it shows
   * @param here whether it is the page itself
   * @param failing whether the run found something wrong there
   */
  record Link(String href, String text, boolean here, boolean failing) {}

  /** The frame of a page of this book. */
  static Frame of(Book book, String title, String file) {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "Overview",
            true,
            List.of(
                link("index.html", "Contents", file),
                link("roles.html", "Who may call what", file),
                link("releases.html", "Releases", file),
                link("ambiguities.html", "How servers differ", file),
                link("glossary.html", "Steps of the scenarios", file))));
    for (Chapter chapter : Chapter.values()) {
      List<Link> links =
          book.topics(chapter).stream()
              .map(
                  topic ->
                      new Link(
                          topic.file(),
                          chapter.isShort() ? topic.shortName() : topic.name(),
                          topic.file().equals(file),
                          book.failing(topic) > 0))
              .toList();
      boolean open = links.stream().anyMatch(Link::here);
      sections.add(new Section(chapter.title(), open, links));
    }
    return new Frame(Head.withScripts(title), title, sections);
  }

  private static Link link(String href, String text, String file) {
    return new Link(href, text, href.equals(file), false);
  }
}
