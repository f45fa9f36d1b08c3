package org.xapitck.kit.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Cause;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** What the kit found of one seeded simulator, by wire; all that passed is left out. */
final class Evidence {
  private final Map<Wire, List<Finding>> findings = new EnumMap<>(Wire.class);
  private final Map<Wire, List<Cause>> causes = new EnumMap<>(Wire.class);
  private final Map<Wire, Integer> exitCodes = new EnumMap<>(Wire.class);

  /**
   * A verdict that is no pass.
   *
   * @param because what keeps it from being tested; empty where it was
   */
  record Finding(String id, Wire wire, Verdict verdict, String because, String message) {
    @Override
    public String toString() {
      return verdict + " " + id + " on " + wire + ": " + message;
    }
  }

  void add(Wire wire, Verdicts verdicts) {
    List<Finding> found = new ArrayList<>();
    for (RequirementVerdict entry : verdicts.all()) {
      if (entry.wire() == wire
          && entry.verdict() != Verdict.PASS
          && entry.verdict() != Verdict.NOT_APPLICABLE) {
        found.add(
            new Finding(
                entry.requirement().id(),
                wire,
                entry.verdict(),
                entry.because().orElse(""),
                entry.message()));
      }
    }
    findings.put(wire, found);
    causes.put(wire, Cause.of(verdicts));
    exitCodes.put(wire, verdicts.exitCode());
  }

  /** What the run found wrong, most blocking first. */
  List<Cause> causes(Wire wire) {
    return causes.getOrDefault(wire, List.of());
  }

  int exitCode(Wire wire) {
    return exitCodes.get(wire);
  }

  List<Finding> on(Wire wire, Verdict... verdicts) {
    return findings.getOrDefault(wire, List.of()).stream()
        .filter(finding -> Set.of(verdicts).contains(finding.verdict()))
        .toList();
  }

  List<Finding> all(Verdict... verdicts) {
    return findings.keySet().stream().flatMap(wire -> on(wire, verdicts).stream()).toList();
  }

  /** Ids that are a fail or a warning on a wire. */
  Set<String> red(Wire wire) {
    return on(wire, Verdict.FAIL, Verdict.WARNING).stream()
        .map(Finding::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Ids that could not be judged on a wire. */
  Set<String> blocked(Wire wire) {
    return on(wire, Verdict.NOT_TESTABLE).stream()
        .map(Finding::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What was not tested and names no cause: neither a word of the list nor a requirement that
   * deviates on the same wire.
   */
  List<Finding> groundless() {
    return all(Verdict.NOT_TESTABLE).stream().filter(finding -> !hasGround(finding)).toList();
  }

  private boolean hasGround(Finding finding) {
    boolean isWord =
        Arrays.stream(Because.Word.values()).anyMatch(word -> word.id().equals(finding.because()));
    return isWord || red(finding.wire()).contains(finding.because());
  }

  Optional<Finding> of(Wire wire, String id) {
    return findings.get(wire).stream().filter(finding -> finding.id().equals(id)).findFirst();
  }
}
