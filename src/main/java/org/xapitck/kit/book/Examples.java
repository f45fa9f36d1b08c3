package org.xapitck.kit.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/**
 * What calls look like on each wire: requests and answers as they went between the kit and its
 * simulator. A test makes them again and compares.
 *
 * @param byMessage a request and its answer for each wire, by message
 */
record Examples(Map<String, List<Examples.Example>> byMessage) {

  /** One exchange. */
  record Example(String wire, String request, String answer) {}

  /** Those of the kit. */
  static Examples packed() {
    try {
      return new Examples(
          JsonMapper.builder()
              .build()
              .readValue(
                  Packed.need("org/xapitck/kit/book/examples.json"), new TypeReference<>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("examples.json cannot be read", e);
    }
  }

  List<Example> of(String message) {
    return byMessage.getOrDefault(message, List.of());
  }
}
