package org.xapitck.kit.verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/**
 * Deviations of a server that its owner knows and accepts for a reason. The kit reports them, and
 * they do not fail a run. A wrong entry is an error, because a neglected list would hide what is
 * new.
 *
 * @param entries in the order of the files
 */
public record Baseline(List<Entry> entries) {

  public Baseline {
    entries = List.copyOf(entries);
  }

  /**
   * One known deviation.
   *
   * @param requirement id of the requirement
   * @param wire where it is known; empty for every wire
   * @param reason why it is accepted
   * @param link where more is written; may be empty
   * @param expires the last day on which it is accepted
   * @param flaky whether the server deviates only now and then, so that a pass is no error
   * @param place file and line, for messages
   */
  public record Entry(
      String requirement,
      Optional<Wire> wire,
      String reason,
      String link,
      Optional<LocalDate> expires,
      boolean flaky,
      String place) {

    private Entry redacted(Redaction redaction) {
      return new Entry(
          requirement,
          wire,
          redaction.of(reason),
          redaction.of(link),
          expires,
          flaky,
          redaction.of(place));
    }

    private boolean covers(String id, Wire where) {
      return requirement.equals(id) && (wire.isEmpty() || wire.get() == where);
    }

    private boolean overlaps(Entry other) {
      return requirement.equals(other.requirement)
          && (wire.isEmpty() || other.wire.isEmpty() || wire.equals(other.wire));
    }

    private String said(String what) {
      return place
          + ": "
          + requirement
          + " on "
          + wire.map(Wire::id).orElse("every wire")
          + " "
          + what;
    }
  }

  /** Forgives nothing. */
  public static Baseline none() {
    return new Baseline(List.of());
  }

  /** The same without any secret. */
  Baseline redacted(Redaction redaction) {
    return new Baseline(entries.stream().map(entry -> entry.redacted(redaction)).toList());
  }

  /** Whether there is any entry. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The entry that knows a deviation from this requirement on this wire. */
  public Optional<Entry> find(String id, Wire wire) {
    return entries.stream().filter(entry -> entry.covers(id, wire)).findFirst();
  }

  /**
   * What is wrong with the entries before anything has run, one sentence each: an id that the
   * catalogue lacks, one that can never deviate, a second entry for the same, one that has expired.
   */
  public List<String> mistakes(Collection<Requirement> catalogue, LocalDate today) {
    Map<String, Requirement> byId =
        catalogue.stream().collect(Collectors.toMap(Requirement::id, one -> one));
    List<String> mistakes = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      Optional<Requirement> requirement = Optional.ofNullable(byId.get(entry.requirement));
      if (requirement.isEmpty()) {
        mistakes.add(entry.said("is no requirement of the catalogue; `list` names them all"));
        continue;
      }
      if (requirement.get().level() == Level.INFO) {
        mistakes.add(entry.said("is never judged, so it can be no deviation"));
      }
      if (entry.wire.isPresent() && !requirement.get().wires().contains(entry.wire.get())) {
        mistakes.add(entry.said("is a requirement of other wires only"));
      }
      if (entry.expires.isPresent() && entry.expires.get().isBefore(today)) {
        mistakes.add(entry.said("expired on " + entry.expires.get() + "; renew or remove it"));
      }
      entries.subList(0, i).stream()
          .filter(entry::overlaps)
          .findFirst()
          .ifPresent(first -> mistakes.add(entry.said("stands already at " + first.place())));
    }
    return mistakes;
  }

  /**
   * What a run proves wrong: an entry whose requirement passes, unless it is flaky, and one that
   * the run did not reach. Entries for what the run was not to judge, or broke off before, are left
   * alone.
   */
  List<String> stale(List<RequirementVerdict> all, Scope scope) {
    List<String> stale = new ArrayList<>();
    for (Entry entry : entries) {
      List<RequirementVerdict> judged =
          all.stream()
              .filter(one -> entry.covers(one.requirement().id(), one.wire()))
              .filter(one -> one.requirement().wires().contains(one.wire()))
              .filter(one -> scope.stop(one.wire()).isEmpty())
              .toList();
      stale(entry, judged).ifPresent(stale::add);
    }
    return stale;
  }

  private static Optional<String> stale(Entry entry, List<RequirementVerdict> judged) {
    Map<Verdict, List<RequirementVerdict>> byVerdict =
        judged.stream().collect(Collectors.groupingBy(RequirementVerdict::verdict));
    List<RequirementVerdict> passed = byVerdict.getOrDefault(Verdict.PASS, List.of());
    if (!passed.isEmpty() && !entry.flaky) {
      String wires = passed.stream().map(one -> one.wire().id()).collect(Collectors.joining(", "));
      return Optional.of(entry.said("passes on " + wires + "; remove the entry"));
    }
    boolean reached =
        byVerdict.containsKey(Verdict.FAIL)
            || byVerdict.containsKey(Verdict.WARNING)
            || !passed.isEmpty();
    if (judged.isEmpty() || reached) {
      return Optional.empty();
    }
    Optional<String> blocking =
        judged.stream().flatMap(one -> one.blockedBy().stream()).findFirst();
    if (blocking.isPresent()) {
      return Optional.of(
          entry.said(
              "is blocked by " + blocking.get() + "; name that instead, and remove the entry"));
    }
    RequirementVerdict first = judged.get(0);
    return Optional.of(
        entry.said("was never reached: " + first.verdict().id() + ", " + first.headline()));
  }

  /**
   * The baseline that knows exactly what these verdicts hold, sorted; reasons and all else are kept
   * of the entries that this one has already.
   */
  public Baseline renewed(Verdicts verdicts, String reason) {
    Map<String, List<RequirementVerdict>> failures = new TreeMap<>();
    for (RequirementVerdict fail : verdicts.counting(Verdict.FAIL)) {
      failures.computeIfAbsent(fail.requirement().id(), id -> new ArrayList<>()).add(fail);
    }
    Map<String, Entry> renewed = new LinkedHashMap<>();
    failures.forEach(
        (id, fails) -> {
          boolean everywhere = fails.size() == Wire.values().length;
          for (RequirementVerdict fail : everywhere ? fails.subList(0, 1) : fails) {
            Optional<Wire> wire = everywhere ? Optional.empty() : Optional.of(fail.wire());
            Optional<Entry> old = find(id, fail.wire());
            renewed.put(
                id + wire.map(Wire::id).orElse("*"),
                new Entry(
                    id,
                    wire,
                    old.map(Entry::reason).orElse(reason),
                    old.map(Entry::link).orElse(""),
                    old.flatMap(Entry::expires),
                    old.map(Entry::flaky).orElse(false),
                    ""));
          }
        });
    return new Baseline(List.copyOf(renewed.values()));
  }
}
