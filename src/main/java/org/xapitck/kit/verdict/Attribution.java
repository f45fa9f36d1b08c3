package org.xapitck.kit.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xapitck.kit.explanation.Because;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.verdict.Outcome.Result;

/**
 * Finds what a wire's outcomes are to be blamed on. A requirement fails by an assertion of its own;
 * where what it rests on is broken, it is blocked by that and not judged. The same for the same
 * outcomes, in whatever order they came.
 */
final class Attribution {
  private final Map<String, Requirement> catalogue;
  private final Foundations foundations;
  private final Map<String, List<Outcome>> outcomes = new LinkedHashMap<>();
  private final Map<String, String> blamed = new HashMap<>();
  private BlameGraph graph;

  private Attribution(
      Map<String, Requirement> catalogue, Foundations foundations, Collection<Outcome> found) {
    this.catalogue = catalogue;
    this.foundations = foundations;
    found.stream().sorted(Judgement.stable()).forEach(one -> of(one.requirement()).add(one));
  }

  /** The outcomes of one wire, each blamed on what it belongs to. */
  static List<Outcome> settled(
      Map<String, Requirement> catalogue, Foundations foundations, Collection<Outcome> found) {
    Attribution attribution = new Attribution(catalogue, foundations, found);
    attribution.judgeOwners();
    attribution.foundations.sumsUp().forEach(attribution::sumUp);
    attribution.graph = attribution.graph();
    return attribution.outcomes.values().stream()
        .flatMap(List::stream)
        .map(attribution::settled)
        .toList();
  }

  private List<Outcome> of(String id) {
    return outcomes.computeIfAbsent(id, any -> new ArrayList<>());
  }

  /**
   * What kept a scenario from judging is a deviation of the requirement that it belongs to: where
   * no scenario of that one ran, and where it was seen twice although that one passes.
   */
  private void judgeOwners() {
    for (Outcome one : List.copyOf(outcomes.values()).stream().flatMap(List::stream).toList()) {
      Optional<Deviation> deviation = one.grounds().owners();
      if (one.result() != Result.NOT_TESTABLE || deviation.isEmpty()) {
        continue;
      }
      String owner = deviation.get().requirement();
      boolean unseen = outcomes.getOrDefault(owner, List.of()).isEmpty();
      if (isJudged(owner) && !fails(owner) && (unseen || one.grounds().confirmed())) {
        of(owner)
            .add(new Outcome(owner, one.wire(), one.scenario(), Result.FAILED, deviation.get()));
      }
    }
  }

  private boolean isJudged(String id) {
    return Optional.ofNullable(catalogue.get(id)).filter(Requirement::isJudged).isPresent();
  }

  private boolean fails(String id) {
    return isJudged(id)
        && outcomes.getOrDefault(id, List.of()).stream()
            .anyMatch(one -> one.result() == Result.FAILED);
  }

  private boolean wasJudged(String id) {
    return outcomes.getOrDefault(id, List.of()).stream()
        .anyMatch(one -> one.result() == Result.FAILED || one.result() == Result.PASSED);
  }

  /**
   * Where two cases or more fail, and more than half of those that were judged, the general
   * requirement is to blame for all of them; where fewer do, the first of them is to blame for it.
   */
  private void sumUp(String general, Set<String> cases) {
    Optional<Outcome> sample =
        cases.stream()
            .filter(this::fails)
            .flatMap(id -> of(id).stream())
            .filter(one -> one.result() == Result.FAILED)
            .findFirst();
    // a filtered run that left the general requirement out has seen too few of its cases
    if (sample.isEmpty() || outcomes.getOrDefault(general, List.of()).isEmpty()) {
      return;
    }
    List<String> failing = cases.stream().filter(this::fails).toList();
    long judged = cases.stream().filter(this::wasJudged).count();
    if (failing.size() > 1 && failing.size() * 2L > judged && !passes(general)) {
      if (!fails(general)) {
        of(general).add(borrowed(general, sample.get()));
      }
      failing.stream()
          .filter(id -> weight(general) >= weight(id))
          .forEach(id -> blamed.putIfAbsent(id, general));
    } else if (fails(general) && weight(failing.get(0)) >= weight(general)) {
      blamed.put(general, failing.get(0));
    }
  }

  /** Whether each scenario of its own found nothing wrong. */
  private boolean passes(String id) {
    List<Outcome> own = outcomes.getOrDefault(id, List.of());
    return !own.isEmpty() && own.stream().allMatch(one -> one.result() == Result.PASSED);
  }

  /** The general requirement fails by what was seen of one of its cases, for the same reasons. */
  private Outcome borrowed(String general, Outcome sample) {
    Requirement requirement = catalogue.get(general);
    Explanation why =
        sample.explanation().orElseGet(() -> new Reason.Unexplained(Verdict.FAIL.id(), general));
    return new Outcome(
            general,
            sample.wire(),
            sample.scenario(),
            Result.FAILED,
            why instanceof Deviation seen ? seen.of(requirement) : why)
        .on(sample.grounds());
  }

  private Outcome settled(Outcome one) {
    return switch (one.result()) {
      case FAILED -> failed(one);
      case NOT_TESTABLE -> silent(one);
      default -> one;
    };
  }

  private Outcome failed(Outcome one) {
    Optional<String> cause = graph.cause(one.requirement(), suspects(one));
    return cause
        .map(id -> one.as(Result.NOT_TESTABLE, new Reason.Blocked(id, one.seen())))
        .orElse(one);
  }

  private Outcome silent(Outcome one) {
    Optional<String> named = Because.requirement(one.explanation()).or(() -> unanswered(one));
    if (named.isEmpty()) {
      return one;
    }
    Set<String> suspects = new LinkedHashSet<>(foundations.withCases(Set.of(named.get())));
    suspects.addAll(suspects(one));
    suspects.addAll(foundations.under(named.get()));
    suspects.removeIf(id -> !explains(id, one.requirement()));
    Optional<String> cause = graph.cause(one.requirement(), suspects);
    if (cause.isEmpty()) {
      return one.as(Result.NOT_TESTABLE, new Reason.Contradicted(named.get(), one.seen()));
    }
    return cause.equals(Because.requirement(one.explanation()))
        ? one
        : one.as(Result.NOT_TESTABLE, new Reason.Blocked(cause.get(), one.seen()));
  }

  /** A message that is never answered explains each call of it that was not. */
  private Optional<String> unanswered(Outcome one) {
    return one.explanation()
        .filter(Reason.ServerSilent.class::isInstance)
        .map(why -> ((Reason.ServerSilent) why).call() + ".result")
        .filter(this::fails);
  }

  /** What would explain the outcome and is broken itself, the likeliest first. */
  private Set<String> suspects(Outcome one) {
    Set<String> suspects = new LinkedHashSet<>();
    Optional.ofNullable(blamed.get(one.requirement())).ifPresent(suspects::add);
    suspects.addAll(foundations.under(one.requirement()));
    suspects.addAll(new TreeSet<>(one.grounds().rests()));
    suspects.removeIf(id -> !explains(id, one.requirement()));
    return suspects;
  }

  private boolean explains(String suspect, String id) {
    return !suspect.equals(id) && fails(suspect) && weight(suspect) >= weight(id);
  }

  private BlameGraph graph() {
    BlameGraph.Builder builder = new BlameGraph.Builder();
    for (String id : outcomes.keySet()) {
      if (fails(id)) {
        List<Set<String>> each =
            of(id).stream()
                .filter(one -> one.result() == Result.FAILED)
                .map(this::suspects)
                .toList();
        builder.add(id, each, blamed.containsKey(id));
      }
    }
    return builder.build();
  }

  /** A should explains no must, and neither does a must that only warns. */
  private int weight(String id) {
    Requirement requirement = catalogue.get(id);
    return requirement.level() == Level.MUST && requirement.grace().isEmpty() ? 2 : 1;
  }
}
