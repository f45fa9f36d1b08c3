package org.xapitck.kit.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;

/**
 * A point where the page leaves something open, or known servers differ from it.
 *
 * @param id its name
 * @param topic what it is about
 * @param page what the page says
 * @param servers what known servers do
 * @param decision what the kit makes of it
 * @param accepted every behaviour that is right
 * @param requirements ids of what it touches
 */
record Ambiguity(
    String id,
    String topic,
    String page,
    String servers,
    String decision,
    List<String> accepted,
    List<String> requirements) {

  Ambiguity {
    accepted = List.copyOf(accepted);
    requirements = List.copyOf(requirements);
  }

  /** The register of the kit. */
  static List<Ambiguity> packed() {
    try {
      return new ObjectMapper(new YAMLFactory())
          .readValue(Packed.need("features/ambiguities.yaml"), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "features/ambiguities.yaml cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
