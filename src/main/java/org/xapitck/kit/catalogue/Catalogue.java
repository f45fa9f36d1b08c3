package org.xapitck.kit.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Requirement;

/**
 * All requirements of the published page, by id. Everything that the page says comes from here:
 * levels, releases, source lines, signatures of messages, types and defaults of fields.
 */
public final class Catalogue {

  private final int number;
  private final Optional<Contract> contract;
  private final Foundations foundations;
  private final SortedMap<String, Requirement> requirements = new TreeMap<>();
  private final SortedMap<String, Message> messages = new TreeMap<>();
  private final SortedMap<String, Field> fields = new TreeMap<>();
  private final SortedMap<String, List<String>> enums = new TreeMap<>();

  /**
   * The first catalogue, of these entries; see {@link #Catalogue(int, List, Grounding, Optional)}.
   */
  public Catalogue(List<Requirement> entries) {
    this(1, entries, Grounding.NONE, Optional.empty());
  }

  /**
   * A catalogue of these entries.
   *
   * @param number the version that people give it
   * @param grounding tells what each entry takes for granted
   * @param contract tells where each entry is written
   * @throws BrokenCatalogue on a duplicate id, or a message without its result or role
   */
  Catalogue(
      int number, List<Requirement> entries, Grounding grounding, Optional<Contract> contract) {
    this.number = number;
    this.contract = contract;
    this.foundations = grounding.of(entries);
    for (Requirement plain : entries) {
      Requirement entry = contract.map(text -> text.cited(plain)).orElse(plain);
      if (requirements.put(entry.id(), entry) != null) {
        throw new BrokenCatalogue("the id " + entry.id() + " stands twice in the catalogue");
      }
    }
    for (Requirement entry : requirements.values()) {
      entry
          .fact(Fact.Parameters.class)
          .ifPresent(fact -> messages.put(entry.subject(), message(entry, fact)));
      entry
          .fact(Fact.FieldType.class)
          .ifPresent(fact -> fields.put(entry.subject(), field(entry, fact)));
      entry.fact(Fact.Values.class).ifPresent(fact -> enums.put(entry.subject(), fact.values()));
    }
  }

  /**
   * The newest catalogue that is packed with the kit; {@link Catalogues} has the older ones. No kit
   * is built with one that cannot be read.
   */
  public static Catalogue packed() {
    return Packed.NEWEST;
  }

  /** Read once: what is packed does not change, and to read it was a tenth of the unit tests. */
  private static final class Packed {
    private static final Catalogue NEWEST = Catalogues.packed().newest();
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

  private Message message(Requirement entry, Fact.Parameters signature) {
    return new Message(
        entry.subject(),
        signature.parameters(),
        signature.effect(),
        fact(entry.topic() + ".result", Fact.Result.class).type(),
        fact(entry.topic() + ".role", Fact.MinimumRole.class).role());
  }

  private <T extends Fact> T fact(String id, Class<T> type) {
    return need(id)
        .fact(type)
        .orElseThrow(() -> new BrokenCatalogue(id + " lacks its " + type.getSimpleName()));
  }

  private Field field(Requirement entry, Fact.FieldType fact) {
    return new Field(
        entry.subject(),
        fact.type(),
        Release.of(entry.since()).orElseThrow(),
        find(entry.topic() + ".access")
            .flatMap(access -> access.fact(Fact.Access.class))
            .flatMap(Fact.Access::setter));
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
   * such as {@code 3-3f2a9c1b0d4e}. Two runs with the same version were judged by the same words.
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
    return CatalogueHash.of(requirements.values(), foundations).substring(0, 12);
  }

  /** The text that it states; empty where that is not known. */
  public Optional<Contract> contract() {
    return contract;
  }

  /** What each requirement takes for granted. */
  public Foundations foundations() {
    return foundations;
  }

  /** Every requirement, in the order of the ids. */
  public List<Requirement> requirements() {
    return List.copyOf(requirements.values());
  }

  /** The messages of the page, in the order of their names. */
  public List<Message> messages() {
    return List.copyOf(messages.values());
  }

  /**
   * The message with this name.
   *
   * @throws BrokenCatalogue where the page has none
   */
  public Message message(String name) {
    return known(messages, "message", name);
  }

  /** The fields of the page, in the order of their names. */
  public List<Field> fields() {
    return List.copyOf(fields.values());
  }

  /**
   * The field with this name.
   *
   * @throws BrokenCatalogue where the page has none
   */
  public Field field(String name) {
    return known(fields, "field", name);
  }

  /**
   * Every value of an enum, in the order of the page.
   *
   * @throws BrokenCatalogue where the page has none of this name
   */
  public List<String> values(String enumName) {
    return known(enums, "enum", enumName);
  }

  private static <T> T known(Map<String, T> all, String what, String name) {
    return Optional.ofNullable(all.get(name))
        .orElseThrow(() -> new BrokenCatalogue("the page has no " + what + " " + name));
  }
}
