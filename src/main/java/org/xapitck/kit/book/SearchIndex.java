package org.xapitck.kit.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.Requirement;

/** Makes the book searchable from disk. */
final class SearchIndex {
  private final Book book;

  SearchIndex(Book book) {
    this.book = book;
  }

  /** The texts and the one script of the book, which every page loads from beside it. */
  String script() {
    try {
      return "const ENTRIES = "
          + JsonMapper.builder().build().writeValueAsString(entries())
          + ";\n"
          + Packed.need("org/xapitck/kit/book/search.js");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of texts are always JSON", e);
    }
  }

  /** Title, address, text. */
  private List<List<String>> entries() {
    List<List<String>> entries = new ArrayList<>();
    for (Topic topic : book.topics()) {
      String kind = topic.kind().isPart() ? topic.kind().id() : "chapter";
      entries.add(List.of(topic.name(), topic.file(), kind));
      for (Requirement requirement : topic.requirements()) {
        entries.add(List.of(requirement.id(), requirement.address(), requirement.text()));
      }
      for (Story story : topic.stories()) {
        entries.add(
            List.of(
                story.name(), topic.file() + "#" + story.anchor(), "scenario, " + story.rule()));
      }
    }
    for (Ambiguity one : book.ambiguities()) {
      entries.add(List.of(one.topic(), "ambiguities.html#" + one.id(), one.decision()));
    }
    for (Map.Entry<String, String> step : book.glossary().entrySet()) {
      entries.add(List.of(step.getKey(), "glossary.html", "step. " + step.getValue()));
    }
    return entries;
  }
}
