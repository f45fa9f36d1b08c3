package org.xapitck.kit.report;

import java.net.URI;
import org.xapitck.kit.model.Requirement;

/**
 * Where more is written about a scenario.
 *
 * @param name what people read
 * @param url where it leads
 * @param type Allure's word, which gives it a sign: {@code issue} or {@code requirement}
 */
public record NoteLink(String name, String url, String type) {

  /** To a requirement's place in a book. */
  public static NoteLink toBook(URI book, Requirement requirement) {
    return new NoteLink(requirement.id(), book + requirement.address(), "requirement");
  }

  /** To what is written about a known deviation. */
  public static NoteLink toIssue(String url) {
    return new NoteLink(url, url, "issue");
  }
}
