package org.xapitck.kit.verdict;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;

/**
 * What a run was to judge, and what prevented it.
 *
 * @param wires the wires of the run, those that turned out not to be served included
 * @param notServed by wire that the server does not offer: why; all of it is not applicable
 * @param stopped by wire that broke off: why; what no scenario reached is not testable
 * @param selection what narrowed it down
 * @param selected ids of the requirements that the selected scenarios judge; of no meaning in a
 *     whole run
 */
public record Scope(
    Set<Wire> wires,
    Map<Wire, Reason> notServed,
    Map<Wire, Reason> stopped,
    Filter selection,
    Set<String> selected) {

  public Scope {
    wires = Set.copyOf(wires);
    notServed = Map.copyOf(notServed);
    stopped = Map.copyOf(stopped);
    selected = Set.copyOf(selected);
  }

  /** Everything in the catalogue, on these wires. */
  public static Scope whole(Collection<Wire> wires) {
    return new Scope(EnumSet.copyOf(wires), Map.of(), Map.of(), Filter.NONE, Set.of());
  }

  /** The same, of a run that a filter narrowed to what judges these requirements. */
  public Scope filtered(Filter filter, Collection<String> ids) {
    if (filter.isNone()) {
      throw new IllegalArgumentException("a filtered run must say by what");
    }
    return new Scope(wires, notServed, stopped, filter, new TreeSet<>(ids));
  }

  /** The same, knowing that the server does not offer this wire. */
  public Scope withoutWire(Wire wire, Reason why) {
    return new Scope(wires, with(notServed, wire, why), stopped, selection, selected);
  }

  /** The same, knowing that this wire broke off before all its scenarios ran. */
  public Scope stoppedAt(Wire wire, Reason why) {
    return new Scope(wires, notServed, with(stopped, wire, why), selection, selected);
  }

  /** The same without any secret. */
  Scope redacted(Redaction redaction) {
    return new Scope(
        wires,
        redacted(notServed, redaction),
        redacted(stopped, redaction),
        selection.redacted(redaction),
        selected);
  }

  private static Map<Wire, Reason> redacted(Map<Wire, Reason> reasons, Redaction redaction) {
    Map<Wire, Reason> redacted = new EnumMap<>(Wire.class);
    reasons.forEach((wire, reason) -> redacted.put(wire, reason.redacted(redaction)));
    return redacted;
  }

  /** Whether a filter was used. */
  public boolean isFiltered() {
    return !selection.isNone();
  }

  /** The filter as reports name it; empty for a whole run. */
  public String filter() {
    return selection.text();
  }

  /** Why this wire is not offered, if it is not. */
  Optional<Reason> absence(Wire wire) {
    return Optional.ofNullable(notServed.get(wire));
  }

  /** Why scenarios of this wire may not have run, if that is known. */
  Optional<Reason> stop(Wire wire) {
    return Optional.ofNullable(stopped.get(wire));
  }

  private static Map<Wire, Reason> with(Map<Wire, Reason> map, Wire wire, Reason why) {
    Map<Wire, Reason> more = new EnumMap<>(Wire.class);
    more.putAll(map);
    more.put(wire, why);
    return more;
  }
}
