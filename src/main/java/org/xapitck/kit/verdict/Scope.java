package org.xapitck.kit.verdict;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;

/**
 * What a run set out to judge, and what kept it from doing so.
 *
 * @param wires the wires of the run, those that turned out not to be served included
 * @param notServed by wire that the server does not offer: why; all of it is not applicable
 * @param stopped by wire that broke off: why; what no scenario reached is not testable
 * @param filter the selection as the user gave it; empty for a whole run
 * @param selected ids of the requirements that the selected scenarios judge; of no meaning in a
 *     whole run
 */
public record Scope(
    Set<Wire> wires,
    Map<Wire, String> notServed,
    Map<Wire, String> stopped,
    String filter,
    Set<String> selected) {

  public Scope {
    wires = Set.copyOf(wires);
    notServed = Map.copyOf(notServed);
    stopped = Map.copyOf(stopped);
    selected = Set.copyOf(selected);
  }

  /** Everything in the catalogue, on these wires. */
  public static Scope whole(Collection<Wire> wires) {
    return new Scope(EnumSet.copyOf(wires), Map.of(), Map.of(), "", Set.of());
  }

  /** The same, of a run that a filter narrowed to what judges these requirements. */
  public Scope filtered(String text, Collection<String> ids) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a filtered run must say by what");
    }
    return new Scope(wires, notServed, stopped, text, new TreeSet<>(ids));
  }

  /** The same, knowing that the server does not offer this wire. */
  public Scope withoutWire(Wire wire, String why) {
    return new Scope(wires, with(notServed, wire, why), stopped, filter, selected);
  }

  /** The same, knowing that this wire broke off before all its scenarios ran. */
  public Scope stoppedAt(Wire wire, String why) {
    return new Scope(wires, notServed, with(stopped, wire, why), filter, selected);
  }

  /** The same without any secret. */
  Scope redacted(Redaction redaction) {
    return new Scope(
        wires,
        redacted(notServed, redaction),
        redacted(stopped, redaction),
        redaction.of(filter),
        selected);
  }

  private static Map<Wire, String> redacted(Map<Wire, String> texts, Redaction redaction) {
    Map<Wire, String> redacted = new EnumMap<>(Wire.class);
    texts.forEach((wire, text) -> redacted.put(wire, redaction.of(text)));
    return redacted;
  }

  /** Whether a filter was used. */
  public boolean isFiltered() {
    return !filter.isEmpty();
  }

  /** Why this wire is not offered, if it is not. */
  Optional<String> absence(Wire wire) {
    return Optional.ofNullable(notServed.get(wire));
  }

  /** Why scenarios of this wire may not have run, if that is known. */
  Optional<String> stop(Wire wire) {
    return Optional.ofNullable(stopped.get(wire));
  }

  private static Map<Wire, String> with(Map<Wire, String> map, Wire wire, String why) {
    Map<Wire, String> more = new EnumMap<>(Wire.class);
    more.putAll(map);
    more.put(wire, why);
    return more;
  }
}
