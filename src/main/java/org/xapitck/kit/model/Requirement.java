package org.xapitck.kit.model;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One checkable statement.
 *
 * @param id stable name, such as {@code task.destroy.effect}
 * @param kind what it is about
 * @param level how binding it is
 * @param since the release that published it, a code name or a xapi version
 * @param wording what people read of it
 * @param reason why it has no scenario; present on every info entry and on what cannot be seen from
 *     outside
 * @param wires the wires it speaks of
 * @param fact what a program needs of it; empty where that is nothing
 * @param newIn the version of the catalogue in use, where that demands it for the first time; empty
 *     where the version before could fail a server by it as well
 */
public record Requirement(
    String id,
    Kind kind,
    Level level,
    String since,
    Wording wording,
    Optional<String> reason,
    Set<Wire> wires,
    Optional<Fact> fact,
    OptionalInt newIn) {

  public Requirement {
    wires = Set.copyOf(wires);
  }

  /**
   * A requirement of all wires, without a fact, that the catalogue in use is not first to demand.
   */
  public Requirement(String id, Kind kind, Level level, String since, Wording wording) {
    this(
        id,
        kind,
        level,
        since,
        wording,
        Optional.empty(),
        EnumSet.allOf(Wire.class),
        Optional.empty(),
        OptionalInt.empty());
  }

  /**
   * What people read of a requirement.
   *
   * @param source where it is written: line of the page, or the document of the wire
   * @param text the statement in one sentence of our own
   * @param note how an ambiguity was decided; empty where there is none
   * @param citation the source as readers of a report find it
   */
  public record Wording(String source, String text, String note, Citation citation) {

    /** Of a source that nobody knows the address of. */
    public Wording(String source, String text, String note) {
      this(source, text, note, new Citation(source, Optional.empty()));
    }
  }

  /**
   * A place in the contract.
   *
   * @param words what people call it, such as {@code field result, type}
   * @param address where it is read; empty where that is not known
   */
  public record Citation(String words, Optional<URI> address) {

    /** Words and address, as far as there are any. */
    public String text() {
      return (words + address.map(uri -> "  " + uri).orElse("")).strip();
    }
  }

  /** What a requirement is about. */
  public enum Kind {
    MESSAGE,
    FIELD,
    ENUM,
    /** The class as a whole, and what no catalogue of this kit knows. */
    CLASS,
    SESSION,
    ERROR,
    TEXT,
    /** What several clients at once may rely on. */
    CLIENTS,
    WIRE;

    /** The word of the catalogue. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a part of the page that has a page of its own in the book. */
    public boolean isPart() {
      return this == MESSAGE || this == FIELD || this == ENUM;
    }
  }

  /** What a requirement says of its message, field or enum. */
  public enum Aspect {
    PUBLISHED,
    PARAMETERS,
    RESULT,
    ROLE,
    TYPE,
    DEFAULT,
    ACCESS,
    /** That an enum has no other values. */
    CLOSED,
    /** What no program needs to tell apart. */
    OTHER;

    private static Aspect of(Kind kind, String id) {
      String last = id.substring(id.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
      return kind.isPart() || kind == Kind.ERROR
          ? Arrays.stream(values())
              .filter(aspect -> aspect.name().equals(last))
              .findFirst()
              .orElse(OTHER)
          : OTHER;
    }
  }

  /** What it says of its message, field or enum: the last part of the id. */
  public Aspect aspect() {
    return Aspect.of(kind, id);
  }

  /** Where it is written. */
  public String source() {
    return wording.source();
  }

  /** Where it is written, as readers of a report find it. */
  public Citation citation() {
    return wording.citation();
  }

  /** The same, written at this place. */
  public Requirement cited(Citation citation) {
    Wording cited = new Wording(source(), text(), note(), citation);
    return new Requirement(id, kind, level, since, cited, reason, wires, fact, newIn);
  }

  /** The statement in one sentence. */
  public String text() {
    return wording.text();
  }

  /** How an ambiguity was decided; empty where there is none. */
  public String note() {
    return wording.note();
  }

  /** Its fact, where it is of this type. */
  public <T extends Fact> Optional<T> fact(Class<T> type) {
    return fact.filter(type::isInstance).map(type::cast);
  }

  /** The same, demanded for the first time by this version of the catalogue, or not new to it. */
  public Requirement newIn(OptionalInt version) {
    return new Requirement(id, kind, level, since, wording, reason, wires, fact, version);
  }

  /**
   * Why it fails no run yet: a must that the catalogue in use is the first to demand only warns, so
   * that a server's author has one version's time. Empty for all others.
   */
  public Optional<String> grace() {
    return novelty()
        .filter(words -> level == Level.MUST)
        .map(words -> words + ": a failure counts from catalogue " + (newIn.getAsInt() + 1));
  }

  /** That the catalogue in use is the first to demand it, in words; empty where it is not. */
  public Optional<String> novelty() {
    return newIn.isPresent()
        ? Optional.of("new in catalogue " + newIn.getAsInt())
        : Optional.empty();
  }

  /** Whether a scenario may judge it: it is binding, and nothing keeps it from being seen. */
  public boolean isJudged() {
    return level != Level.INFO && reason.filter(text -> !text.isBlank()).isEmpty();
  }

  /** Whether only a release that has roles can be judged by it. */
  public boolean needsRoles() {
    return aspect() == Aspect.ROLE || fact(Fact.NeedsRoles.class).isPresent();
  }

  /** What the task comes to that the server runs and that is judged; empty where none is. */
  public Optional<TaskOutcome> work() {
    return fact(Fact.Work.class).map(Fact.Work::outcome);
  }

  /** The message, field or enum that the id names: {@code create} of {@code task.create.result}. */
  public String subject() {
    String[] parts = id.split("\\.");
    return parts.length > 1 && kind != Kind.ENUM ? parts[1] : parts[0];
  }

  /**
   * The page of the book that it stands on: {@code task.destroy} of {@code task.destroy.effect},
   * {@code task_status_type} of {@code task_status_type.pending}.
   */
  public String topic() {
    return topic(id);
  }

  /** The same of an id. */
  public static String topic(String id) {
    String[] parts = id.split("\\.");
    return parts.length > 2 ? parts[0] + "." + parts[1] : parts[0];
  }

  /** Where it stands in the book, relative to the book's folder. */
  public String address() {
    return topic() + ".html#" + id;
  }
}
