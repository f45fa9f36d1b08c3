package org.xapitck.kit.book;

import java.util.List;
import java.util.Optional;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Requirement;

/**
 * What one page of the book is about: a message, a field, an enum, a wire, or what belongs to none.
 *
 * @param name such as {@code task.destroy}
 * @param requirements what is demanded of it
 * @param stories the scenarios that judge it
 */
record Topic(String name, List<Requirement> requirements, List<Story> stories) {

  Topic {
    requirements = List.copyOf(requirements);
    stories = List.copyOf(stories);
  }

  Requirement.Kind kind() {
    return requirements.get(0).kind();
  }

  Chapter chapter() {
    return Chapter.of(kind());
  }

  /** {@code destroy} of {@code task.destroy}. */
  String shortName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  String file() {
    return name + ".html";
  }

  /** A fact of the page about it, such as its parameters; empty where there is none. */
  <T extends Fact> Optional<T> fact(Class<T> type) {
    return requirements.stream().flatMap(one -> one.fact(type).stream()).findFirst();
  }

  /** The same in the page's words; empty where there is none. */
  String words(Class<? extends Fact> type) {
    return fact(type).map(Fact::words).orElse("");
  }

  /** The release that published it: the oldest of its requirements'. */
  String since() {
    return published().since();
  }

  /**
   * The requirement that a server knows it; the first one of what the contract does not publish.
   */
  Requirement published() {
    return requirements.stream()
        .filter(requirement -> requirement.aspect() == Requirement.Aspect.PUBLISHED)
        .findFirst()
        .orElse(requirements.get(0));
  }

  /** The scenarios of one of its requirements. */
  List<Story> stories(Requirement requirement) {
    return stories.stream().filter(story -> story.tags().contains(requirement.id())).toList();
  }
}
