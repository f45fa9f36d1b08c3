package org.xapitck.kit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a requirement takes for granted, by id. If that is broken itself, a failure says nothing
 * about the requirement.
 *
 * @param restsOn what must hold before a failure of the requirement counts as its own
 * @param sumsUp the single cases of a general requirement: where most of them fail, the general one
 *     is to blame, and where few do, each of these is
 * @param called by message on the wire: what must hold of it before a failure of a scenario that
 *     calls it counts; each of these rests on those before it
 */
public record Foundations(
    Map<String, Set<String>> restsOn,
    Map<String, Set<String>> sumsUp,
    Map<String, List<String>> called) {
  /** Nothing takes anything for granted. */
  public static final Foundations NONE = new Foundations(Map.of(), Map.of(), Map.of());

  public Foundations {
    restsOn = copy(restsOn);
    sumsUp = copy(sumsUp);
    called = Map.copyOf(new TreeMap<>(called));
  }

  private static Map<String, Set<String>> copy(Map<String, Set<String>> map) {
    Map<String, Set<String>> copy = new TreeMap<>();
    map.forEach((id, others) -> copy.put(id, new TreeSet<>(others)));
    return copy;
  }

  /** What this requirement rests on, sorted. */
  public Set<String> under(String id) {
    return restsOn.getOrDefault(id, Set.of());
  }

  /**
   * What a requirement rests on where its scenario called a message.
   *
   * @param method the message on the wire
   */
  public List<String> underCalls(String id, String method) {
    List<String> all = called.getOrDefault(method, List.of());
    int own = all.indexOf(id);
    return own < 0 ? all : all.subList(0, own);
  }

  /** These requirements, and the single cases of those that sum some up. */
  public Set<String> withCases(Set<String> ids) {
    Set<String> all = new TreeSet<>(ids);
    ids.forEach(id -> all.addAll(sumsUp.getOrDefault(id, Set.of())));
    return all;
  }

  /** In one form: what the catalogue's hash covers. */
  public String stated() {
    return String.join(
        "\u0001", restsOn.toString(), sumsUp.toString(), new TreeMap<>(called).toString());
  }
}
