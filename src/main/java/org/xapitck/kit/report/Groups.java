package org.xapitck.kit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** How requirements are grouped for people: by class, and by message, field, enum or wire. */
public final class Groups {

  private Groups() {}

  /**
   * The message or field that an id speaks of: {@code task.destroy} of {@code task.destroy.effect},
   * {@code task_status_type} of {@code task_status_type.pending}.
   */
  public static String feature(String id) {
    return Requirement.topic(id);
  }

  /** The chapter that an id belongs to. */
  public static String epic(String id) {
    return switch (id.split("\\.")[0]) {
      case "wire" -> "Wires";
      case "session" -> "Sessions";
      case "error" -> "Errors of any message";
      case "text" -> "Texts";
      case "clients" -> "Several clients";
      default -> "Class task";
    };
  }

  /** Verdicts by feature, in the order in which the catalogue names the features. */
  public static Map<String, List<RequirementVerdict>> byFeature(Verdicts verdicts) {
    Map<String, List<RequirementVerdict>> groups = new LinkedHashMap<>();
    for (RequirementVerdict entry : verdicts.all()) {
      groups
          .computeIfAbsent(feature(entry.requirement().id()), name -> new ArrayList<>())
          .add(entry);
    }
    return groups;
  }

  /** Those with this verdict by reason: the same reason of a hundred requirements stands once. */
  static Map<String, List<RequirementVerdict>> byReason(Verdicts verdicts, Verdict verdict) {
    return verdicts.with(verdict).stream()
        .collect(
            Collectors.groupingBy(
                entry -> Excerpt.firstLine(entry.message()),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  /**
   * What was not tested, by what kept it from being tested: what nobody can explain first, then
   * what broken requirements block, then all else by its reason. What a known deviation blocks
   * stands under that.
   */
  static Map<String, List<RequirementVerdict>> notTested(Verdicts verdicts) {
    Map<String, List<RequirementVerdict>> groups = new LinkedHashMap<>();
    verdicts.with(Verdict.NOT_TESTABLE).stream()
        .filter(entry -> !verdicts.isBlockedByKnown(entry))
        .sorted(Comparator.comparingInt(Groups::place))
        .forEach(
            entry -> groups.computeIfAbsent(notTested(entry), any -> new ArrayList<>()).add(entry));
    return groups;
  }

  /** Ids of what a known deviation keeps from being tested on its wire; empty for another. */
  static List<String> blockedByKnown(Verdicts verdicts, RequirementVerdict deviation) {
    if (verdicts.known(deviation).isEmpty()) {
      return List.of();
    }
    return verdicts.with(Verdict.NOT_TESTABLE).stream()
        .filter(entry -> entry.wire() == deviation.wire())
        .filter(entry -> entry.blockedBy().equals(Optional.of(deviation.requirement().id())))
        .map(entry -> entry.requirement().id())
        .sorted()
        .toList();
  }

  private static int place(RequirementVerdict entry) {
    String because = entry.because().orElse("");
    if (because.equals(Because.Word.UNEXPLAINED.id())) {
      return 0;
    }
    return entry.blockedBy().isPresent() ? 1 : 2;
  }

  private static String notTested(RequirementVerdict entry) {
    return entry
        .blockedBy()
        .map(id -> "blocked by " + id)
        .orElseGet(() -> Excerpt.firstLine(entry.message()));
  }

  /** Wires by the names that people use. */
  static String titles(List<Wire> wires) {
    return wires.stream().map(Wire::title).collect(Collectors.joining(", "));
  }
}
