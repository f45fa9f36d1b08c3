package org.xapitck.kit.catalogue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every version of the catalogue that the kit carries. The entries hold their own history, and
 * {@code versions.yaml} says the hash of each version, so that an older one cannot change
 * unnoticed.
 */
public final class Catalogues {
  private final List<Entry> entries;
  private final Grounding grounding;
  private final Optional<Contract> contract;
  private final SortedMap<Integer, Line> lines = new TreeMap<>();

  /**
   * A line of {@code versions.yaml}.
   *
   * @param version from 1
   * @param date when it was published
   * @param requirements how many it has
   * @param hash as {@link Catalogue#version} tells it
   */
  record Line(int version, String date, int requirements, String hash) {
    private static final String FILE = "versions.yaml";

    static Line of(Map<String, Object> raw) {
      if (!raw.keySet().equals(Set.of("version", "date", "requirements", "hash"))) {
        throw new BrokenCatalogue(
            FILE + ": a line has version, date, requirements and hash, not " + raw.keySet());
      }
      return new Line(
          Keys.number(FILE + ", version", raw.get("version")),
          Keys.text(FILE, raw, "date"),
          Keys.number(FILE + ", requirements", raw.get("requirements")),
          Keys.text(FILE, raw, "hash"));
    }

    @Override
    public String toString() {
      return "- {version: "
          + version
          + ", date: "
          + date
          + ", requirements: "
          + requirements
          + ", hash: \""
          + hash
          + "\"}";
    }
  }

  /**
   * All versions of these entries.
   *
   * @param grounding tells what each entry takes for granted
   * @param contract where each entry is written; empty where that is not known
   * @param listed what is known of the versions; one for each is not needed here, but {@link
   *     #problems} tells which are missing
   * @throws BrokenCatalogue where an id or a version stands twice, or an entry tells of a version
   *     that the kit has no more
   */
  Catalogues(
      List<Entry> entries, Grounding grounding, Optional<Contract> contract, List<Line> listed) {
    this.entries = List.copyOf(entries);
    this.grounding = grounding;
    this.contract = contract;
    Set<String> ids = new HashSet<>();
    for (Entry entry : entries) {
      if (!ids.add(entry.id())) {
        throw new BrokenCatalogue("the id " + entry.id() + " stands twice in the catalogue");
      }
    }
    for (Line line : listed) {
      if (lines.put(line.version(), line) != null) {
        throw new BrokenCatalogue(Line.FILE + ": version " + line.version() + " stands twice");
      }
    }
    for (Entry entry : entries) {
      if (entry.firstChange().orElse(Integer.MAX_VALUE) <= first()) {
        throw new BrokenCatalogue(
            entry.file()
                + ", "
                + entry.id()
                + ": the history of version "
                + entry.firstChange().getAsInt()
                + " shows in no version; the first is "
                + first());
      }
    }
  }

  /**
   * Those that are packed with the kit.
   *
   * @throws BrokenCatalogue where they cannot be read
   */
  public static Catalogues packed() {
    return CatalogueFiles.packed();
  }

  /**
   * Those of another folder that is laid out like {@code features/catalogue}.
   *
   * @throws IOException where a file cannot be read
   */
  public static Catalogues read(Path folder) throws IOException {
    return new CatalogueFiles().read(folder);
  }

  /** The one that judges where nobody asks for another. */
  public Catalogue newest() {
    return at(last());
  }

  /** Older ones cannot be chosen any more. */
  private int first() {
    return lines.isEmpty() ? 1 : lines.firstKey();
  }

  private int last() {
    int listed = lines.isEmpty() ? 1 : lines.lastKey();
    return Math.max(listed, entries.stream().mapToInt(Entry::lastChange).max().orElse(1));
  }

  private Catalogue at(int version) {
    return new Catalogue(
        version,
        entries.stream().flatMap(entry -> entry.in(version).stream()).toList(),
        grounding,
        contract);
  }

  /** All versions, the oldest first. */
  public List<Catalogue> all() {
    return IntStream.rangeClosed(first(), last()).mapToObj(this::at).toList();
  }

  /**
   * The version with this name.
   *
   * @param name its number, such as {@code 3}, or number and hash, such as {@code 3-3f2a9c1b0d4e}
   */
  public Optional<Catalogue> find(String name) {
    return all().stream()
        .filter(one -> name.equals(one.version()) || name.equals(String.valueOf(one.number())))
        .findFirst();
  }

  /** Every version's name, for a message. */
  public String names() {
    return all().stream().map(Catalogue::version).collect(Collectors.joining(", "));
  }

  /**
   * What {@code versions.yaml} says wrong, one sentence each, with the line that would be right.
   */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Catalogue catalogue : all()) {
      int version = catalogue.number();
      Optional<Line> said = Optional.ofNullable(lines.get(version));
      String date = said.map(Line::date).orElse("YYYY-MM-DD");
      Line right = new Line(version, date, catalogue.requirements().size(), catalogue.hash());
      boolean last = version == last();
      if (said.isEmpty()) {
        problems.add(Line.FILE + " lacks version " + version + "; add " + right);
      } else if (!said.get().equals(right)) {
        problems.add(
            Line.FILE
                + ": version "
                + version
                + " came to something else than it says; "
                + (last
                    ? "until it is published write "
                        + right
                        + ", afterwards make version "
                        + (version + 1)
                    : "it is published and must stay: give what changed `added`, `dropped` or `before`"));
      }
      if (said.isPresent() && !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
        problems.add(
            Line.FILE
                + ": version "
                + version
                + " has the date "
                + date
                + "; write it like 2026-11-25");
      }
    }
    return problems;
  }
}
