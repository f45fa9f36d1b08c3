package org.xapitck.kit.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Cause;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * A requirement that did not pass, once for all wires where the same became of it.
 *
 * @param kind what became of it
 * @param results its result on each of these wires; at least one
 * @param blocks ids of the requirements that could not be judged for it
 */
record Finding(Kind kind, List<RequirementVerdict> results, Set<String> blocks) {

  /** What becomes of a requirement that does not pass, what matters most first. */
  enum Kind {
    FAIL,
    KIT_ERROR,
    WARNING,
    KNOWN
  }

  private record Key(Kind kind, String id) {}

  /** All of a run: by kind, then the most blocking first. */
  static List<Finding> of(Verdicts verdicts) {
    List<Cause> causes = Cause.of(verdicts);
    List<String> order = causes.stream().map(one -> one.requirement().id()).toList();
    Map<String, Set<String>> blocks =
        causes.stream().collect(Collectors.toMap(one -> one.requirement().id(), Cause::blocks));
    Map<Key, List<RequirementVerdict>> groups = new LinkedHashMap<>();
    for (RequirementVerdict one : verdicts.all()) {
      kindOf(verdicts, one)
          .map(kind -> new Key(kind, one.requirement().id()))
          .ifPresent(key -> groups.computeIfAbsent(key, any -> new ArrayList<>()).add(one));
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Finding(
                    group.getKey().kind(),
                    group.getValue(),
                    blocks.getOrDefault(group.getKey().id(), Set.of())))
        .sorted(
            Comparator.comparing(Finding::kind)
                .thenComparing(one -> place(order, one.requirement().id())))
        .toList();
  }

  private static int place(List<String> order, String id) {
    int place = order.indexOf(id);
    return place < 0 ? order.size() : place;
  }

  private static Optional<Kind> kindOf(Verdicts verdicts, RequirementVerdict one) {
    if (verdicts.known(one).isPresent()) {
      return Optional.of(Kind.KNOWN);
    }
    if (one.verdict() == Verdict.KIT_ERROR) {
      return Optional.of(Kind.KIT_ERROR);
    }
    return switch (one.counts()) {
      case FAIL -> Optional.of(Kind.FAIL);
      case WARNING -> Optional.of(Kind.WARNING);
      default -> Optional.empty();
    };
  }

  /** The requirement. */
  Requirement requirement() {
    return results.get(0).requirement();
  }

  /** Where it did not pass. */
  Set<Wire> wires() {
    return results.stream()
        .map(RequirementVerdict::wire)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
