package org.xapitck.kit.verdict;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which failing requirement explains which. Each way through the graph ends at a requirement that
 * nothing explains, a cause: where some explain each other, one of them is made the cause, so that
 * no failure is explained away.
 */
final class BlameGraph {
  private final Map<String, Set<String>> explained;

  private BlameGraph(Map<String, Set<String>> explained) {
    this.explained = explained;
  }

  /** Gathers the failing requirements. */
  static final class Builder {
    private final Map<String, Set<String>> explained = new LinkedHashMap<>();
    private final Set<String> blamed = new TreeSet<>();

    /**
     * Adds a failing requirement.
     *
     * @param suspects by failure: what would explain it; a failure without any is the requirement's
     *     own
     * @param summedUp whether a case of it, or the requirement that sums it up, is to blame
     */
    void add(String id, List<Set<String>> suspects, boolean summedUp) {
      Set<String> all = new LinkedHashSet<>();
      if (suspects.stream().noneMatch(Set::isEmpty)) {
        suspects.forEach(all::addAll);
      }
      explained.put(id, all);
      if (summedUp) {
        blamed.add(id);
      }
    }

    BlameGraph build() {
      BlameGraph graph = new BlameGraph(explained);
      Optional<String> circle = graph.circle(blamed);
      while (circle.isPresent()) {
        explained.put(circle.get(), Set.of());
        circle = graph.circle(blamed);
      }
      return graph;
    }
  }

  /**
   * The cause of a failure.
   *
   * @param suspects what would explain it
   * @return the nearest requirement that nothing explains; empty where that is the requirement
   *     itself
   */
  Optional<String> cause(String id, Collection<String> suspects) {
    if (explained.getOrDefault(id, Set.of("")).isEmpty() && reaches(suspects, id)) {
      return Optional.empty();
    }
    return reachable(suspects).stream().filter(one -> explained.get(one).isEmpty()).findFirst();
  }

  private boolean reaches(Collection<String> from, String to) {
    return reachable(from).contains(to);
  }

  /** All that can be reached, the nearest first. */
  private Set<String> reachable(Collection<String> from) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (reached.add(next)) {
        open.addAll(explained.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }

  /** One of some that explain each other and that nothing else explains. */
  private Optional<String> circle(Set<String> blamed) {
    Comparator<String> better =
        Comparator.<String, Boolean>comparing(blamed::contains).thenComparing(id -> id);
    return explained.keySet().stream()
        .filter(id -> !explained.get(id).isEmpty())
        .filter(this::isInClosedCircle)
        .min(better);
  }

  private boolean isInClosedCircle(String id) {
    Set<String> reached = reachable(explained.get(id));
    return reached.contains(id)
        && reached.stream().allMatch(one -> reaches(explained.get(one), id));
  }
}
