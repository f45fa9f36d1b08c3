package org.xapitck.kit.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One checkable statement.
 *
 * @param id stable name, such as {@code task.destroy.effect}
 * @param level how binding it is
 * @param since the release that published it, a code name or a xapi version
 * @param source where it is written: line of the page, or the document of the wire
 * @param text the statement in one sentence of our own
 * @param note how an ambiguity was decided; empty where there is none
 * @param reason why it has no scenario; present on every info entry and on what cannot be seen from
 *     outside
 * @param wires the wires it speaks of
 * @param facts what a program needs of it: parameters, result, role, type, default as the page
 *     states them, and what a task that the server runs has to come to
 * @param newIn the version of the catalogue in use, where that demands it for the first time; empty
 *     where the version before could fail a server by it as well
 */
public record Requirement(
    String id,
    Level level,
    String since,
    String source,
    String text,
    String note,
    Optional<String> reason,
    Set<Wire> wires,
    Map<String, List<String>> facts,
    OptionalInt newIn) {

  /** The fact that names what a task of the server's comes to, where one is judged. */
  public static final String WORK = "work";

  public Requirement {
    wires = Set.copyOf(wires);
    facts = Map.copyOf(facts);
  }

  /** A requirement that the catalogue in use is not the first to demand. */
  public Requirement(
      String id,
      Level level,
      String since,
      String source,
      String text,
      String note,
      Optional<String> reason,
      Set<Wire> wires,
      Map<String, List<String>> facts) {
    this(id, level, since, source, text, note, reason, wires, facts, OptionalInt.empty());
  }

  /** The same, demanded for the first time by this version of the catalogue, or not new to it. */
  public Requirement newIn(OptionalInt version) {
    return new Requirement(id, level, since, source, text, note, reason, wires, facts, version);
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

  /** What the task comes to that the server runs and that is judged; empty where none is. */
  public Optional<TaskOutcome> work() {
    return facts.getOrDefault(WORK, List.of()).stream().findFirst().map(TaskOutcome::of);
  }

  /** The message, field or enum that the id names: {@code create} of {@code task.create.result}. */
  public String subject() {
    String[] parts = id.split("\\.");
    return parts.length > 1 ? parts[1] : parts[0];
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

  /** What its page is about, by its source: {@code message}, {@code field}, {@code enum}, or "". */
  public String kind() {
    String[] subjects = {subject(), topic()};
    for (String kind : new String[] {"message", "field", "enum"}) {
      for (String subject : subjects) {
        String named = ", " + kind + " " + subject;
        if (source.endsWith(named) || source.contains(named + ",")) {
          return kind;
        }
      }
    }
    return "";
  }
}
