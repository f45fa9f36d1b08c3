package org.xapitck.kit.catalogue;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Requirement.Kind;

/**
 * The public text that the catalogue states: what it is called, of when it is, and where each part
 * of it is read. {@code contract.yaml} holds it.
 *
 * @param title what people call it
 * @param date of the text that the catalogue was made from
 * @param describes the servers that the text describes
 * @param address of the page
 * @param anchors by kind: what stands in front of a name in the id of its element
 * @param documents what else a source may name
 */
public record Contract(
    String title,
    String date,
    String describes,
    URI address,
    Map<Kind, String> anchors,
    List<Document> documents) {

  private static final Set<String> KEYS =
      Set.of("title", "date", "describes", "address", "anchors", "documents");
  private static final Set<String> DOCUMENT_KEYS = Set.of("name", "address", "section");

  /** Line numbers are of a copy of the page that readers of a report do not have. */
  private static final Pattern LINES =
      Pattern.compile("lines? \\d[\\d, -]*(?:and \\d[\\d-]*)*( and (?:its|their) like)?,\\s*");

  private static final Pattern PART =
      Pattern.compile("\\b(message|field|enum)s? ([a-z]+(?:_[a-z]+)*)");
  private static final Pattern SECTION = Pattern.compile("\\bsections? (\\d+(?:\\.\\d+)*)");

  public Contract {
    anchors = Map.copyOf(anchors);
    documents = List.copyOf(documents);
  }

  /**
   * A document beside the page.
   *
   * @param name how a source begins that names it
   * @param address where it is read
   * @param section what stands in front of a section's number in the id of its element; empty where
   *     its sections have other ids
   */
  record Document(String name, URI address, Optional<String> section) {
    URI address(String source) {
      Matcher number = SECTION.matcher(source);
      return section.isPresent() && number.find()
          ? URI.create(address + "#" + section.get() + number.group(1))
          : address;
    }
  }

  /**
   * Reads {@code contract.yaml}.
   *
   * @throws BrokenCatalogue on a key or a value that is none, and where a needed key is missing
   */
  static Contract of(String file, Map<String, Object> raw) {
    known(file, raw, KEYS);
    String date = Keys.text(file, raw, "date");
    if (!date.matches("\\d{4}-\\d{2}-\\d{2}")) {
      throw new BrokenCatalogue(file + ": the date " + date + "; write it like 2026-11-25");
    }
    Map<Kind, String> anchors = new EnumMap<>(Kind.class);
    Map<String, Object> prefixes = map(file + ", anchors", raw.get("anchors"));
    for (Kind kind : List.of(Kind.MESSAGE, Kind.FIELD, Kind.ENUM)) {
      anchors.put(kind, Keys.text(file + ", anchors", prefixes, kind.id()));
    }
    List<Document> documents = new ArrayList<>();
    if (!(raw.get("documents") instanceof List<?> list)) {
      throw new BrokenCatalogue(file + ": documents is no list");
    }
    for (Object one : list) {
      Map<String, Object> entry = map(file + ", documents", one);
      known(file + ", documents", entry, DOCUMENT_KEYS);
      documents.add(
          new Document(
              Keys.text(file, entry, "name"),
              uri(file, entry),
              Optional.ofNullable(entry.get("section")).map(Object::toString)));
    }
    return new Contract(
        Keys.text(file, raw, "title"),
        date,
        Keys.text(file, raw, "describes"),
        uri(file, raw),
        anchors,
        documents);
  }

  private static void known(String file, Map<String, Object> raw, Set<String> keys) {
    for (String key : raw.keySet()) {
      if (!keys.contains(key)) {
        throw new BrokenCatalogue(file + ": unknown key " + key);
      }
    }
  }

  private static Map<String, Object> map(String where, Object raw) {
    if (!(raw instanceof Map<?, ?> members)) {
      throw new BrokenCatalogue(where + " is no map: " + raw);
    }
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    members.forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  private static URI uri(String file, Map<String, Object> raw) {
    String text = Keys.text(file, raw, "address");
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new BrokenCatalogue(file + ": no address: " + text, e);
    }
    throw new BrokenCatalogue(file + ": no address of a page: " + text);
  }

  /** The whole text: title, date and address. */
  public Citation whole() {
    return new Citation(title + ", as of " + date + " (" + describes + ")", Optional.of(address));
  }

  /** The requirement with the place in this text where it is written. */
  Requirement cited(Requirement requirement) {
    return requirement.cited(
        new Citation(words(requirement.source()), Optional.of(address(requirement))));
  }

  /** Where a requirement is written: at its message, field or enum where it has one. */
  public URI address(Requirement requirement) {
    if (requirement.kind().isPart()) {
      return anchor(requirement.kind(), requirement.subject());
    }
    String source = requirement.source();
    for (Document document : documents) {
      if (source.startsWith(document.name())) {
        return document.address(source);
      }
    }
    Matcher part = PART.matcher(source);
    return part.find() && !source.startsWith("messages that")
        ? anchor(Kind.valueOf(part.group(1).toUpperCase(java.util.Locale.ROOT)), part.group(2))
        : address;
  }

  private URI anchor(Kind kind, String name) {
    return URI.create(address + "#" + anchors.get(kind) + name);
  }

  private static String words(String source) {
    Matcher lines = LINES.matcher(source);
    return lines.lookingAt()
        ? (lines.group(1) != null && !source.contains("getters") ? "each message, " : "")
            + source.substring(lines.end())
        : source;
  }
}
