package org.xapitck.kit.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/** Makes a requirement of the keys of an entry, as they are in one version of the catalogue. */
final class Keys {
  private static final Set<String> KEYS =
      Set.of("id", "level", "since", "source", "text", "note", "reason", "wires");
  private static final Set<String> FACTS =
      Set.of("parameters", "result", "role", "type", "default", "access", Requirement.WORK);

  private Keys() {}

  /**
   * Reads them.
   *
   * @param file for messages
   * @throws BrokenCatalogue on a key, level or wire that is none, and where a needed key is missing
   */
  static Requirement requirement(String file, Map<String, Object> raw) {
    String id = text(file, raw, "id");
    Map<String, List<String>> facts = new TreeMap<>();
    for (Map.Entry<String, Object> member : raw.entrySet()) {
      if (FACTS.contains(member.getKey())) {
        facts.put(member.getKey(), texts(member.getValue()));
      } else if (!KEYS.contains(member.getKey())) {
        throw new BrokenCatalogue(file + ", " + id + ": unknown key " + member.getKey());
      }
    }
    return new Requirement(
        id,
        level(file, id, text(file, raw, "level")),
        text(file, raw, "since"),
        text(file, raw, "source"),
        text(file, raw, "text"),
        raw.containsKey("note") ? text(file, raw, "note") : "",
        Optional.ofNullable(raw.get("reason")).map(Object::toString),
        wires(file, id, raw.get("wires")),
        facts);
  }

  /** The text of this key; needed. */
  static String text(String file, Map<String, Object> raw, String key) {
    Object value = raw.get(key);
    if (value == null || value instanceof List || value instanceof Map) {
      throw new BrokenCatalogue(file + ": an entry lacks the text " + key + ": " + raw);
    }
    return value.toString().strip();
  }

  /** A whole number that is a version, or a count of requirements. */
  static int number(String where, Object raw) {
    String text = raw.toString();
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new BrokenCatalogue(where + " " + text + ": allowed is a whole number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  private static Level level(String file, String id, String word) {
    return Stream.of(Level.values())
        .filter(level -> level.id().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BrokenCatalogue(file + ", " + id + ": unknown level " + word));
  }

  private static Set<Wire> wires(String file, String id, Object raw) {
    if (raw == null) {
      return EnumSet.allOf(Wire.class);
    }
    Set<Wire> wires = EnumSet.noneOf(Wire.class);
    for (String word : texts(raw)) {
      wires.add(
          Wire.of(word)
              .orElseThrow(() -> new BrokenCatalogue(file + ", " + id + ": unknown wire " + word)));
    }
    return wires;
  }

  private static List<String> texts(Object raw) {
    return raw instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(raw));
  }
}
