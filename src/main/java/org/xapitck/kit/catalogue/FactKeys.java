package org.xapitck.kit.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xapitck.kit.model.Effect;
import org.xapitck.kit.model.Fact;
import org.xapitck.kit.model.Fact.Sample;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.Requirement.Aspect;
import org.xapitck.kit.model.Requirement.Kind;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskOutcome;

/** Makes the fact of a requirement of its keys; an entry has one fact at most. */
final class FactKeys {
  private static final Set<String> QUALIFIERS = Set.of("RO/runtime", "RO/constructor", "RW");

  /** The key that makes a fact, and where it stands. */
  private enum Key {
    PARAMETERS("parameters", Kind.MESSAGE, Aspect.PARAMETERS, "effect", "samples"),
    RESULT("result", Kind.MESSAGE, Aspect.RESULT),
    ROLE("role", Kind.MESSAGE, Aspect.ROLE),
    TYPE("type", Kind.FIELD, Aspect.TYPE),
    DEFAULT("default", Kind.FIELD, Aspect.DEFAULT),
    ACCESS("access", Kind.FIELD, Aspect.ACCESS, "setter"),
    VALUES("values", Kind.ENUM, Aspect.CLOSED),
    NEEDS("needs", null, null),
    WORK("work", null, null);

    private final String word;
    private final Kind kind;
    private final Aspect aspect;
    private final Set<String> besides;

    /** Null for a kind or an aspect that does not matter. */
    Key(String word, Kind kind, Aspect aspect, String... besides) {
      this.word = word;
      this.kind = kind;
      this.aspect = aspect;
      this.besides = Set.of(besides);
    }

    private boolean belongsTo(Kind entry, Aspect said) {
      return aspect == null || kind == entry && aspect == said;
    }
  }

  private final String where;
  private final Map<String, Object> raw;

  private FactKeys(String where, Map<String, Object> raw) {
    this.where = where;
    this.raw = raw;
  }

  /** Whether a key of an entry is one of a fact. */
  static boolean has(String key) {
    return Stream.of(Key.values())
        .anyMatch(one -> one.word.equals(key) || one.besides.contains(key));
  }

  /**
   * Reads the fact of an entry.
   *
   * @param where the entry, for messages
   * @throws BrokenCatalogue where a value is none, where a key is missing or at the wrong entry
   */
  static Optional<Fact> fact(String where, Kind kind, Aspect aspect, Map<String, Object> raw) {
    List<Key> keys = Stream.of(Key.values()).filter(key -> raw.containsKey(key.word)).toList();
    if (keys.size() > 1) {
      throw new BrokenCatalogue(
          where + "one fact at most, not " + keys.get(0).word + " and " + keys.get(1).word);
    }
    for (Key key : Key.values()) {
      boolean there = keys.contains(key);
      boolean due = key.aspect != null && key.belongsTo(kind, aspect);
      if (there && !key.belongsTo(kind, aspect) || due && !there) {
        throw new BrokenCatalogue(
            where
                + (there ? "no place for " : "lacks ")
                + key.word
                + ", which belongs to "
                + key.aspect.name().toLowerCase(Locale.ROOT)
                + " of a "
                + key.kind.id());
      }
      if (!there && key.besides.stream().anyMatch(raw::containsKey)) {
        throw new BrokenCatalogue(where + key.besides + " stand beside " + key.word + " only");
      }
    }
    return keys.stream().findFirst().map(key -> new FactKeys(where, raw).read(key));
  }

  private Fact read(Key key) {
    return switch (key) {
      case PARAMETERS -> new Fact.Parameters(parameters(), value("effect", Effect::of));
      case RESULT -> new Fact.Result(value(key.word, this::type));
      case ROLE -> new Fact.MinimumRole(value(key.word, Role::of));
      case TYPE -> new Fact.FieldType(value(key.word, this::type));
      case DEFAULT -> new Fact.Default(value(key.word, Optional::of));
      case ACCESS ->
          new Fact.Access(
              value(key.word, words -> Optional.of(words).filter(QUALIFIERS::contains)),
              raw.containsKey("setter")
                  ? Optional.of(value("setter", Optional::of))
                  : Optional.empty());
      case VALUES -> new Fact.Values(Keys.texts(raw.get(key.word)));
      case NEEDS ->
          value(
              key.word,
              word -> Optional.of(new Fact.NeedsRoles()).filter(f -> f.words().equals(word)));
      case WORK -> new Fact.Work(value(key.word, FactKeys::outcome));
    };
  }

  private <T> T value(String key, Function<String, Optional<T>> reader) {
    Object value = raw.get(key);
    if (value == null || value instanceof List || value instanceof Map) {
      throw new BrokenCatalogue(where + "needs one " + key);
    }
    return reader
        .apply(value.toString())
        .orElseThrow(() -> new BrokenCatalogue(where + "unknown " + key + " " + value));
  }

  private Optional<PublishedType> type(String words) {
    try {
      return Optional.of(PublishedType.of(words));
    } catch (IllegalArgumentException e) {
      throw new BrokenCatalogue(where + e.getMessage(), e);
    }
  }

  private static Optional<TaskOutcome> outcome(String words) {
    return Stream.of(TaskOutcome.values()).filter(one -> one.toString().equals(words)).findFirst();
  }

  private List<Fact.Parameter> parameters() {
    Iterator<?> samples =
        (raw.getOrDefault("samples", List.of()) instanceof List<?> list ? list : List.of())
            .iterator();
    List<Fact.Parameter> parameters = new ArrayList<>();
    for (String words : Keys.texts(raw.get(Key.PARAMETERS.word))) {
      PublishedType type = type(words).orElseThrow();
      boolean given = type.isSession() || type.isTask();
      if (!given && !samples.hasNext()) {
        throw new BrokenCatalogue(where + "lacks a sample of " + words);
      }
      parameters.add(
          new Fact.Parameter(
              type, given ? Optional.empty() : Optional.of(sample(type, samples.next()))));
    }
    if (samples.hasNext()) {
      throw new BrokenCatalogue(where + "more samples than parameters that need one");
    }
    if (parameters.isEmpty() || !parameters.get(0).type().isSession()) {
      throw new BrokenCatalogue(where + "the first parameter is no session ref");
    }
    return parameters;
  }

  private Sample sample(PublishedType type, Object value) {
    Optional<Sample> sample =
        switch (type.type()) {
          case STRING ->
              value instanceof Map<?, ?> map && map.keySet().equals(Set.of("kit"))
                  ? Sample.Supplied.of(String.valueOf(map.get("kit"))).map(Sample.class::cast)
                  : literal(value instanceof String, value);
          case FLOAT -> literal(value instanceof Double, value);
          case STRING_SET -> literal(value instanceof List<?> list && allTexts(list), value);
          case STRING_MAP ->
              literal(value instanceof Map<?, ?> map && allTexts(map.values()), value);
          default -> Optional.empty();
        };
    return sample.orElseThrow(
        () -> new BrokenCatalogue(where + "no sample of " + type + ": " + value));
  }

  private static Optional<Sample> literal(boolean sound, Object value) {
    return sound ? Optional.of(new Sample.Literal(value)) : Optional.empty();
  }

  private static boolean allTexts(Collection<?> values) {
    return values.stream().allMatch(String.class::isInstance);
  }
}
