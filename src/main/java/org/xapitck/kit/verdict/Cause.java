package org.xapitck.kit.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;

/**
 * A deviation with all that it blocks, on all wires where it shows. A red run is read cause by
 * cause.
 *
 * @param requirement what is broken
 * @param wires where
 * @param deviation what was seen on the first of them
 * @param blocks ids of the requirements that cannot be judged for it, on any wire
 */
public record Cause(
    Requirement requirement, Set<Wire> wires, Deviation deviation, Set<String> blocks) {

  public Cause {
    wires = new TreeSet<>(wires);
    blocks = new TreeSet<>(blocks);
  }

  /** All causes of a run, the most blocking first; among equals musts, then by id. */
  public static List<Cause> of(Verdicts verdicts) {
    Map<String, List<RequirementVerdict>> broken = new LinkedHashMap<>();
    for (RequirementVerdict one : verdicts.all()) {
      if (one.deviation().isPresent()) {
        broken.computeIfAbsent(one.requirement().id(), id -> new ArrayList<>()).add(one);
      }
    }
    Map<String, Set<String>> blocks =
        verdicts.with(Verdict.NOT_TESTABLE).stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.because().orElse(""),
                    Collectors.mapping(
                        one -> one.requirement().id(), Collectors.toCollection(TreeSet::new))));
    return broken.values().stream()
        .map(some -> cause(some, blocks))
        .sorted(
            Comparator.<Cause>comparingInt(one -> -one.blocks().size())
                .thenComparing(one -> one.requirement().level() != Level.MUST)
                .thenComparing(one -> one.requirement().id()))
        .toList();
  }

  /** Whether the baseline knows it on each of its wires. */
  public boolean isKnown(Verdicts verdicts) {
    return wires.stream()
        .allMatch(wire -> verdicts.baseline().find(requirement.id(), wire).isPresent());
  }

  private static Cause cause(List<RequirementVerdict> some, Map<String, Set<String>> blocks) {
    Requirement requirement = some.get(0).requirement();
    return new Cause(
        requirement,
        some.stream().map(RequirementVerdict::wire).collect(Collectors.toSet()),
        some.get(0).deviation().orElseThrow(),
        blocks.getOrDefault(requirement.id(), Set.of()));
  }
}
