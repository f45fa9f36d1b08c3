package org.xapitck.kit.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Kind;

/**
 * One entry of the catalogue's files through all versions of the catalogue.
 *
 * @param file where it stands, for messages
 * @param kind what it is about, in all versions
 * @param newest its keys in the newest version that has it
 * @param added the first version that has it; 1 where every version of the kit does
 * @param dropped the first version that has it no longer
 * @param before by version: the keys that differed in all versions before; null for a key that was
 *     not there
 */
record Entry(
    String file,
    Kind kind,
    Map<String, Object> newest,
    int added,
    OptionalInt dropped,
    NavigableMap<Integer, Map<String, Object>> before) {
  private static final String ADDED = "added";
  private static final String DROPPED = "dropped";
  private static final String BEFORE = "before";

  /**
   * Reads an entry.
   *
   * @throws BrokenCatalogue where its history makes no sense, or it lacks a key in any version
   */
  static Entry of(String file, Kind kind, Map<String, Object> raw) {
    Map<String, Object> newest = new LinkedHashMap<>(raw);
    String where = file + ", " + Keys.text(file, raw, "id") + ": ";
    Object added = newest.remove(ADDED);
    Object dropped = newest.remove(DROPPED);
    Object before = newest.remove(BEFORE);
    Entry entry =
        new Entry(
            file,
            kind,
            newest,
            added == null ? 1 : Keys.number(where + ADDED, added),
            dropped == null
                ? OptionalInt.empty()
                : OptionalInt.of(Keys.number(where + DROPPED, dropped)),
            before(where + BEFORE, before));
    entry.check(where);
    return entry;
  }

  private static NavigableMap<Integer, Map<String, Object>> before(String where, Object raw) {
    NavigableMap<Integer, Map<String, Object>> before = new TreeMap<>();
    if (raw == null) {
      return before;
    }
    if (!(raw instanceof Map<?, ?> versions)) {
      throw new BrokenCatalogue(where + " is no map of versions to keys");
    }
    versions.forEach(
        (version, keys) -> {
          if (!(keys instanceof Map<?, ?> members) || members.isEmpty()) {
            throw new BrokenCatalogue(where + " " + version + " names no key that differed");
          }
          Map<String, Object> differed = new LinkedHashMap<>();
          members.forEach((key, value) -> differed.put(key.toString(), value));
          if (differed.containsKey("id")) {
            throw new BrokenCatalogue(
                where + " " + version + " changes the id: that is a new entry");
          }
          before.put(Keys.number(where, version), differed);
        });
    return before;
  }

  /** A key that could change nothing is a mistake; each version must be readable by itself. */
  private void check(String where) {
    int end = dropped.orElse(Integer.MAX_VALUE);
    if (end <= added) {
      throw new BrokenCatalogue(where + "dropped " + end + " is not after added " + added);
    }
    for (int version : before.keySet()) {
      if (version <= added || version >= end) {
        throw new BrokenCatalogue(
            where + "before " + version + " is outside the versions that have the entry");
      }
      if (words(version).equals(words(version - 1))) {
        throw new BrokenCatalogue(where + "before " + version + " differs in nothing");
      }
    }
    words(added);
    words(end - 1);
  }

  /** What it demands in a version; empty where that version does not have it. */
  Optional<Requirement> in(int version) {
    Optional<Requirement> now = words(version);
    boolean isNew = version > 1 && weight(now) > weight(words(version - 1));
    return isNew ? now.map(requirement -> requirement.newIn(OptionalInt.of(version))) : now;
  }

  private Optional<Requirement> words(int version) {
    if (version < added || version >= dropped.orElse(Integer.MAX_VALUE)) {
      return Optional.empty();
    }
    Map<String, Object> keys = new LinkedHashMap<>(newest);
    // from the newest change back to the first that came after the version
    NavigableMap<Integer, Map<String, Object>> later = before.tailMap(version, false);
    later.descendingMap().values().forEach(keys::putAll);
    keys.values().removeIf(Objects::isNull);
    return Optional.of(Keys.requirement(file, kind, keys));
  }

  /** 0 for what cannot fail, 1 for what warns, 2 for what fails a run. */
  private static int weight(Optional<Requirement> requirement) {
    return requirement
        .filter(Requirement::isJudged)
        .map(judged -> judged.level() == Level.MUST ? 2 : 1)
        .orElse(0);
  }

  /** The oldest version that its history names; empty where it has none. */
  OptionalInt firstChange() {
    IntStream named = before.keySet().stream().mapToInt(Integer::intValue);
    return IntStream.concat(
            IntStream.concat(named, dropped.stream()), IntStream.of(added).filter(n -> n > 1))
        .min();
  }

  /** The newest version that its history names. */
  int lastChange() {
    int last = before.isEmpty() ? added : before.lastKey();
    return Math.max(last, dropped.orElse(0));
  }

  /** Its id, which no version changes. */
  String id() {
    return newest.get("id").toString();
  }
}
