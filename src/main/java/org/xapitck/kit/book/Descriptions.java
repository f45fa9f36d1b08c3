package org.xapitck.kit.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Map;
import org.xapitck.kit.model.TaskClass;

/**
 * What each message, field and enum is, in words of our own. A getter is described by its field.
 *
 * @param texts by topic
 */
record Descriptions(Map<String, String> texts) {
  private static final String GETTER = "get_";

  /** Those of the kit. */
  static Descriptions packed() {
    try {
      return new Descriptions(
          new ObjectMapper(new YAMLFactory())
              .readValue(
                  Packed.need("org/xapitck/kit/book/descriptions.yaml"), new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("descriptions.yaml cannot be read", e);
    }
  }

  /**
   * The description of a topic.
   *
   * @throws IllegalStateException where a message, field or enum has none
   */
  String of(Topic topic) {
    String own = texts.get(topic.name());
    if (own != null) {
      return own;
    }
    if (topic.shortName().startsWith(GETTER)) {
      String field = topic.shortName().substring(GETTER.length());
      String about = texts.get(TaskClass.method(field));
      if (about != null) {
        return "Returns the field " + field + " of a task. " + about;
      }
    }
    if (topic.kind().isPart()) {
      throw new IllegalStateException("descriptions.yaml says nothing of " + topic.name());
    }
    return "";
  }
}
