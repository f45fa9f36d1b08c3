package org.xapitck.kit.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;

/**
 * Every requirement of the published page, by id. The one door to what the page says: levels,
 * releases, source lines, signatures of messages, types and defaults of fields.
 */
public final class Catalogue {

  private final int number;
  private final SortedMap<String, Requirement> requirements = new TreeMap<>();
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Map<String, String> fieldTypes = new LinkedHashMap<>();

  /** The first catalogue, of these entries; see {@link #Catalogue(int, List)}. */
  public Catalogue(List<Requirement> entries) {
    this(1, entries);
  }

  /**
   * A catalogue of these entries.
   *
   * @param number the version that people give it
   * @throws BrokenCatalogue on a duplicate id, an unknown release, or a message without its
   *     signature
   */
  public Catalogue(int number, List<Requirement> entries) {
    this.number = number;
    for (Requirement entry : entries) {
      if (requirements.put(entry.id(), entry) != null) {
        throw new BrokenCatalogue("the id " + entry.id() + " stands twice in the catalogue");
      }
      if (Release.of(entry.since()).isEmpty()) {
        throw new BrokenCatalogue(entry.id() + " names the unknown release " + entry.since());
      }
    }
    for (Requirement entry : requirements.values()) {
      if (entry.facts().containsKey("parameters")) {
        messages.put(entry.subject(), message(entry));
      }
      if (entry.facts().containsKey("type")) {
        fieldTypes.put(entry.subject(), fact(entry, "type"));
      }
    }
  }

  /**
   * The newest catalogue that is packed with the kit; {@link Catalogues} has the older ones.
   *
   * @throws BrokenCatalogue where it cannot be read
   */
  public static Catalogue packed() {
    return Catalogues.packed().newest();
  }

  /**
   * A version that is packed with the kit.
   *
   * @param name as {@link Catalogues#find} takes it
   * @throws IllegalArgumentException where the kit has none of this name
   */
  public static Catalogue packed(String name) {
    Catalogues all = Catalogues.packed();
    return all.find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "catalogue " + name + ": this kit has the versions " + all.names()));
  }

  private Message message(Requirement entry) {
    String stem = "task." + entry.subject();
    return new Message(
        entry.subject(),
        entry.facts().get("parameters"),
        fact(need(stem + ".result"), "result"),
        fact(need(stem + ".role"), "role"));
  }

  private static String fact(Requirement entry, String key) {
    List<String> fact = entry.facts().get(key);
    if (fact == null || fact.size() != 1) {
      throw new BrokenCatalogue(entry.id() + " needs one " + key);
    }
    return fact.get(0);
  }

  /** The requirement with this id, if there is one. */
  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(requirements.get(id));
  }

  /**
   * The requirement with this id.
   *
   * @throws BrokenCatalogue where there is none
   */
  public Requirement need(String id) {
    return find(id).orElseThrow(() -> new BrokenCatalogue("the catalogue has no " + id));
  }

  /**
   * Which requirements these are: the version that people give them and a hash of what they demand,
   * such as {@code 1-3f2a9c1b0d4e}. Two runs with the same version were judged by the same words.
   */
  public String version() {
    return number + "-" + hash();
  }

  /** The number in front of the hash. */
  public int number() {
    return number;
  }

  /** 12 digits: 48 bits tell apart more versions than anybody will make. */
  String hash() {
    return CatalogueHash.of(requirements.values()).substring(0, 12);
  }

  /** Every requirement, in the order of the ids. */
  public List<Requirement> requirements() {
    return List.copyOf(requirements.values());
  }

  /** The messages of the page, in the order of their names. */
  public List<Message> messages() {
    List<Message> all = new ArrayList<>(messages.values());
    all.sort(Comparator.comparing(Message::name));
    return all;
  }

  /**
   * The message with this name.
   *
   * @throws BrokenCatalogue where the page has none
   */
  public Message message(String name) {
    return Optional.ofNullable(messages.get(name))
        .orElseThrow(() -> new BrokenCatalogue("the page has no message " + name));
  }

  /** Types of the fields by name, in the page's words. */
  public Map<String, String> fieldTypes() {
    return Map.copyOf(fieldTypes);
  }
}
