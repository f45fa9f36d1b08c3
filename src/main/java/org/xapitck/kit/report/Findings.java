package org.xapitck.kit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.FailureText;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.page.Link;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.Cause;
import org.xapitck.kit.verdict.Judgement;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/** What is wrong, each thing once for all wires, and what is unknown or does not apply. */
final class Findings {
  private static final int LONGEST_REASON = 400;

  /** 4 ids fill a line or two. */
  private static final int FEW = 4;

  private static final List<Verdict> BROKEN =
      List.of(Verdict.FAIL, Verdict.KIT_ERROR, Verdict.WARNING);

  private final Verdicts verdicts;

  Findings(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /**
   * A broken requirement, or an error of the kit.
   *
   * @param requirement what is broken
   * @param verdict the worst of its verdicts
   * @param wires where
   * @param sayings what was seen; more than one where wires differ
   * @param blocks ids of what cannot be judged for it
   * @param known why the baseline accepts it; empty where it is new
   * @param rerun the command that shows it again; empty where there is none
   */
  record Finding(
      Requirement requirement,
      Verdict verdict,
      String wires,
      List<Saying> sayings,
      List<String> blocks,
      String known,
      String rerun) {

    String sign() {
      return Matrices.sign(verdict);
    }

    /** Where it is written. */
    Link place() {
      return Link.of(requirement.citation().words(), requirement.citation().address());
    }

    /** What a baseline says of it, or why it only warns. */
    String news() {
      if (!known.isEmpty()) {
        return "known: " + known;
      }
      return verdict == Verdict.KIT_ERROR
          ? "the server is not to blame"
          : requirement.grace().filter(why -> verdict == Verdict.WARNING).orElse("in no baseline");
    }

    boolean blocksOthers() {
      return !blocks.isEmpty();
    }

    /** {@code blocks 31 other requirements}. */
    String blocking() {
      return "blocks " + Text.count(blocks.size(), "other requirement");
    }

    String blocked() {
      return String.join(", ", blocks);
    }
  }

  /** What was seen, and where if not on all wires of the finding. */
  record Saying(String wires, List<Fact> facts) {}

  /** A name and a value. */
  record Fact(String title, String text) {}

  /**
   * What was not judged for one reason.
   *
   * @param reason why, in one line
   * @param ids the requirements
   * @param wires where
   */
  record Gap(String reason, List<String> ids, String wires) {

    /** Whether the ids fit on the page as they are. */
    boolean few() {
      return ids.size() <= FEW;
    }

    String count() {
      return Text.count(ids.size(), "requirement");
    }

    String names() {
      return String.join(", ", ids);
    }
  }

  /** What is wrong: what is new first, then what blocks most. */
  List<Finding> all() {
    Map<String, Set<String>> blocks = new LinkedHashMap<>();
    Cause.of(verdicts).forEach(cause -> blocks.put(cause.requirement().id(), cause.blocks()));
    List<String> order = List.copyOf(blocks.keySet());
    Map<String, List<RequirementVerdict>> broken = new LinkedHashMap<>();
    for (Verdict verdict : BROKEN) {
      for (RequirementVerdict entry : verdicts.counting(verdict)) {
        broken.computeIfAbsent(entry.requirement().id(), id -> new ArrayList<>()).add(entry);
      }
    }
    return broken.entrySet().stream()
        .map(
            one ->
                finding(
                    one.getValue(),
                    blocks.getOrDefault(one.getKey(), Set.of()).stream().sorted().toList()))
        .sorted(
            Comparator.<Finding, Boolean>comparing(one -> !one.known().isEmpty())
                .thenComparing(one -> -one.blocks().size())
                .thenComparing(one -> BROKEN.indexOf(one.verdict()))
                .thenComparing(one -> order.indexOf(one.requirement().id())))
        .toList();
  }

  private Finding finding(List<RequirementVerdict> some, List<String> blocks) {
    RequirementVerdict first = some.get(0);
    Verdict worst =
        Judgement.worstFirst().stream()
            .filter(verdict -> some.stream().anyMatch(entry -> entry.counts() == verdict))
            .findFirst()
            .orElseThrow();
    return new Finding(
        first.requirement(),
        worst,
        wires(some),
        sayings(some),
        blocks,
        known(some),
        first.deviation().map(seen -> FailureText.rerun(seen, List.of())).orElse(""));
  }

  private static List<Saying> sayings(List<RequirementVerdict> some) {
    Map<List<Fact>, List<RequirementVerdict>> alike = new LinkedHashMap<>();
    some.forEach(
        entry -> alike.computeIfAbsent(facts(entry), facts -> new ArrayList<>()).add(entry));
    return alike.entrySet().stream()
        .map(one -> new Saying(alike.size() == 1 ? "" : wires(one.getValue()), one.getKey()))
        .toList();
  }

  private static List<Fact> facts(RequirementVerdict entry) {
    Optional<Deviation> deviation = entry.deviation();
    if (deviation.isEmpty()) {
      return List.of(new Fact("message", entry.message()));
    }
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("expected", deviation.get().expected()));
    facts.add(new Fact("actual", deviation.get().actual()));
    if (!deviation.get().call().isEmpty()) {
      facts.add(new Fact("seen in", deviation.get().call()));
    }
    return facts;
  }

  /** Why the baseline accepts it; where it is known on some wires only, those are named. */
  private String known(List<RequirementVerdict> some) {
    Map<String, List<RequirementVerdict>> reasons = new LinkedHashMap<>();
    some.forEach(
        entry ->
            verdicts
                .known(entry)
                .map(known -> (known.reason() + " " + known.link()).strip())
                .ifPresent(
                    why -> reasons.computeIfAbsent(why, any -> new ArrayList<>()).add(entry)));
    boolean everywhere =
        reasons.size() == 1 && reasons.values().iterator().next().size() == some.size();
    return reasons.entrySet().stream()
        .map(
            one ->
                everywhere
                    ? one.getKey()
                    : "only on " + wires(one.getValue()) + ", " + one.getKey())
        .collect(Collectors.joining("; "));
  }

  /** What was not tested for another reason than a thing that is wrong, by that reason. */
  List<Gap> unknown() {
    Set<String> wrong =
        all().stream().map(one -> one.requirement().id()).collect(Collectors.toSet());
    Map<String, List<RequirementVerdict>> byReason = new LinkedHashMap<>();
    verdicts.with(Verdict.NOT_TESTABLE).stream()
        .filter(entry -> entry.blockedBy().filter(wrong::contains).isEmpty())
        .forEach(
            entry ->
                byReason
                    .computeIfAbsent(Excerpt.firstLine(entry.message()), why -> new ArrayList<>())
                    .add(entry));
    return gaps(byReason);
  }

  /** What does not apply, by reason. */
  List<Gap> notApplicable() {
    return gaps(Groups.byReason(verdicts, Verdict.NOT_APPLICABLE));
  }

  private static List<Gap> gaps(Map<String, List<RequirementVerdict>> byReason) {
    return byReason.entrySet().stream()
        .map(
            one ->
                new Gap(
                    Excerpt.fitting(one.getKey(), LONGEST_REASON),
                    List.copyOf(
                        one.getValue().stream()
                            .map(entry -> entry.requirement().id())
                            .collect(Collectors.toCollection(TreeSet::new))),
                    wires(one.getValue())))
        .toList();
  }

  private static String wires(List<RequirementVerdict> entries) {
    List<Wire> wires = entries.stream().map(RequirementVerdict::wire).distinct().sorted().toList();
    return Groups.titles(wires);
  }
}
