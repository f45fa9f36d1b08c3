package org.xapitck.kit.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Verdict;

/**
 * The members of an object of a file, each with the type that it must have.
 *
 * @param file its name, for messages
 * @param node the object
 */
record Fields(String file, JsonNode node) {

  String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw damaged("it lacks the text " + key);
    }
    return value.asText();
  }

  /** A text that an older file may lack; empty then. */
  String optional(String key) {
    return node.path(key).asText("");
  }

  int number(String key) {
    JsonNode value = node.path(key);
    if (!value.canConvertToInt()) {
      throw damaged("it lacks the number " + key);
    }
    return value.asInt();
  }

  /** A number that stands only where there is one. */
  boolean has(String key) {
    return node.has(key);
  }

  Fields object(String key) {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw damaged("it lacks the object " + key);
    }
    return new Fields(file, value);
  }

  OptionalInt optionalNumber(String key) {
    return node.has(key) ? OptionalInt.of(number(key)) : OptionalInt.empty();
  }

  List<String> texts(String key) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw damaged("it lacks the list " + key);
    }
    List<String> texts = new ArrayList<>();
    value.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  List<Fields> list(String key) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      throw damaged("it lacks the list " + key);
    }
    List<Fields> list = new ArrayList<>();
    value.forEach(entry -> list.add(new Fields(file, entry)));
    return list;
  }

  Map<String, JsonNode> map(String key) {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw damaged("it lacks the map " + key);
    }
    Map<String, JsonNode> map = new LinkedHashMap<>();
    value.properties().forEach(member -> map.put(member.getKey(), member.getValue()));
    return map;
  }

  <T> T word(String word, T[] values, Function<T, String> id) {
    return Stream.of(values)
        .filter(value -> id.apply(value).equals(word))
        .findFirst()
        .orElseThrow(() -> damaged("it holds an unknown word"));
  }

  Wire wire(String word) {
    return Stream.of(Wire.values())
        .filter(wire -> wire.id().equals(word))
        .findFirst()
        .orElseThrow(() -> damaged("it names an unknown wire"));
  }

  /** The verdict of a requirement or of a scenario. */
  Verdict verdict() {
    return word(text("verdict"), Verdict.values(), Verdict::id);
  }

  BadArchive damaged(String why) {
    return new BadArchive(file + " is damaged, " + why + ": run again");
  }
}
