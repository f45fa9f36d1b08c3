package org.xapitck.kit.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Kind;
import org.xapitck.kit.model.Wire;

/** Makes a requirement of the keys of an entry, as they are in one version of the catalogue. */
final class Keys {
  private static final Set<String> KEYS =
      Set.of("id", "level", "since", "source", "text", "note", "reason", "wires");

  private Keys() {}

  /**
   * Reads them.
   *
   * @param file for messages
   * @throws BrokenCatalogue on a key or a value that is none, and where a needed key is missing
   */
  static Requirement requirement(String file, Kind kind, Map<String, Object> raw) {
    String id = text(file, raw, "id");
    String where = file + ", " + id + ": ";
    for (String key : raw.keySet()) {
      if (!KEYS.contains(key) && !FactKeys.has(key)) {
        throw new BrokenCatalogue(where + "unknown key " + key);
      }
    }
    if (!id.matches(form(kind))) {
      throw new BrokenCatalogue(where + "no " + kind.id() + " has such an id");
    }
    Requirement plain =
        new Requirement(
            id,
            kind,
            level(where, text(file, raw, "level")),
            since(where, text(file, raw, "since")),
            new Requirement.Wording(
                text(file, raw, "source"),
                text(file, raw, "text"),
                raw.containsKey("note") ? text(file, raw, "note") : ""));
    return new Requirement(
        plain.id(),
        plain.kind(),
        plain.level(),
        plain.since(),
        plain.wording(),
        Optional.ofNullable(raw.get("reason")).map(Object::toString),
        wires(where, raw.get("wires")),
        FactKeys.fact(where, kind, plain.aspect(), raw),
        OptionalInt.empty());
  }

  private static String form(Kind kind) {
    return switch (kind) {
      case MESSAGE, FIELD -> "task\\.[a-z_]+\\.[a-z_]+";
      case ENUM -> "[a-z_]+\\.[a-z_]+";
      case CLASS -> "task\\.[a-z_]+";
      case WIRE -> "wire\\.[a-z0-9]+\\.(?:request\\.)?[a-z0-9_]+|http\\.request\\.[a-z_]+";
      default -> kind.id() + "\\.[a-z_]+";
    };
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

  private static Level level(String where, String word) {
    return Stream.of(Level.values())
        .filter(level -> level.id().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new BrokenCatalogue(where + "unknown level " + word));
  }

  private static String since(String where, String release) {
    if (Release.of(release).isEmpty()) {
      throw new BrokenCatalogue(where + "unknown release " + release);
    }
    return release;
  }

  private static Set<Wire> wires(String where, Object raw) {
    if (raw == null) {
      return EnumSet.allOf(Wire.class);
    }
    Set<Wire> wires = EnumSet.noneOf(Wire.class);
    for (String word : texts(raw)) {
      wires.add(
          Wire.of(word).orElseThrow(() -> new BrokenCatalogue(where + "unknown wire " + word)));
    }
    return wires;
  }

  /** The elements of a list; a single value counts as a list of one. */
  static List<String> texts(Object raw) {
    return raw instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(raw));
  }
}
