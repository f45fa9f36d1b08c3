package org.xapitck.kit.book;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.xapitck.kit.report.ReportFolder;

/** The book as a static site: a page per message, field and enum, and the tables around them. */
final class Site {
  private final Book book;

  Site(Book book) {
    this.book = book;
  }

  void write(Path folder) {
    book.topics().forEach(topic -> put(folder, topic.file(), TopicPage.write(book, topic)));
    Pages pages = new Pages(book);
    put(folder, "index.html", pages.index());
    put(folder, "roles.html", pages.roles());
    put(folder, "releases.html", pages.releases());
    put(folder, "ambiguities.html", pages.ambiguities());
    put(folder, "glossary.html", pages.glossary());
    put(folder, "search.js", new SearchIndex(book).script());
    put(folder, "book.md", book.markdown());
  }

  static void put(Path folder, String name, String text) {
    ReportFolder.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
