package org.xapitck.kit.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.text.Sha256;

/** Makes the book searchable from disk: the texts as data, and the one script that may run. */
final class SearchIndex {
  private final Book book;
  private final String code = "\n" + Packed.need("org/xapitck/kit/book/search.js");

  SearchIndex(Book book) {
    this.book = book;
  }

  /** Lets exactly this script run. */
  String policy() {
    return "; script-src 'sha256-" + Base64.getEncoder().encodeToString(Sha256.of(code)) + "'";
  }

  String script() {
    try {
      // a data block; what could end it is written otherwise
      String data = JsonMapper.builder().build().writeValueAsString(entries());
      return "<script type=\"application/json\" id=\"index\">"
          + data.replace("<", "\\u003c")
          + "</script>\n<script>"
          + code
          + "</script>\n";
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
