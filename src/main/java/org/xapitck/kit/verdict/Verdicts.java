package org.xapitck.kit.verdict;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Wire;

/**
 * What a run found: every requirement in its scope exactly once per wire. Immutable; the order of
 * the outcomes makes no difference.
 */
public final class Verdicts {

  /** Exit code: every must passed or is not applicable. */
  public static final int EXIT_CONFORMANT = 0;

  /** Exit code: a must is broken. */
  public static final int EXIT_NON_CONFORMANT = 1;

  /** Exit code: an entry of the baseline is wrong, which the user has to mend. */
  public static final int EXIT_BASELINE = 2;

  /** Exit code: a must was not tested, or a filtered run judged nothing. */
  public static final int EXIT_INCOMPLETE = 3;

  /** Exit code: the kit failed. */
  public static final int EXIT_KIT_ERROR = 5;

  private static final Set<Verdict> JUDGED =
      EnumSet.of(Verdict.PASS, Verdict.WARNING, Verdict.FAIL);

  private final List<RequirementVerdict> all;
  private final Map<String, RequirementVerdict> byPlace = new HashMap<>();
  private final Scope scope;
  private final Baseline baseline;
  private final boolean warningsFail;

  private Verdicts(
      List<RequirementVerdict> all, Scope scope, Baseline baseline, boolean warningsFail) {
    this.all = List.copyOf(all);
    all.forEach(one -> byPlace.put(one.requirement().id() + ' ' + one.wire(), one));
    this.scope = scope;
    this.baseline = baseline;
    this.warningsFail = warningsFail;
  }

  /**
   * What was judged, now or in an older run, before any baseline forgives it.
   *
   * @param all every requirement of the scope once per wire, in the order of the catalogue
   */
  public static Verdicts of(List<RequirementVerdict> all, Scope scope) {
    return new Verdicts(all, scope, Baseline.none(), false);
  }

  /** Every requirement of the scope once per wire, in the order of the catalogue. */
  public List<RequirementVerdict> all() {
    return all;
  }

  /** What was to be judged. */
  public Scope scope() {
    return scope;
  }

  /** That of a requirement on a wire; empty where the run did not select it. */
  public Optional<RequirementVerdict> find(String requirement, Wire wire) {
    return Optional.ofNullable(byPlace.get(requirement + ' ' + wire));
  }

  /** Those with this verdict, in the order of the catalogue. */
  public List<RequirementVerdict> with(Verdict verdict) {
    return all.stream().filter(entry -> entry.verdict() == verdict).toList();
  }

  /** Those that count as this verdict, in the order of the catalogue. */
  public List<RequirementVerdict> counting(Verdict verdict) {
    return all.stream().filter(entry -> entry.counts() == verdict).toList();
  }

  /** How many there are of each verdict; all six keys, in the order of {@link Verdict}. */
  public Map<Verdict, Integer> totals() {
    return count(all.stream());
  }

  /** The same of one wire. */
  public Map<Verdict, Integer> totals(Wire wire) {
    return count(all.stream().filter(entry -> entry.wire() == wire));
  }

  /** Counts verdicts; all six keys, in the order of {@link Verdict}. */
  public static Map<Verdict, Integer> count(Stream<RequirementVerdict> entries) {
    Map<Verdict, Integer> totals = new EnumMap<>(Verdict.class);
    for (Verdict verdict : Verdict.values()) {
      totals.put(verdict, 0);
    }
    entries.forEach(entry -> totals.merge(entry.verdict(), 1, Integer::sum));
    return Collections.unmodifiableMap(totals);
  }

  /** The same, forgiving what a baseline knows. */
  public Verdicts under(Baseline known, boolean failOnWarning) {
    return new Verdicts(all, scope, known, failOnWarning);
  }

  /** The same without any secret. */
  public Verdicts redacted(Redaction redaction) {
    return new Verdicts(
        all.stream().map(one -> one.redacted(redaction)).toList(),
        scope.redacted(redaction),
        baseline.redacted(redaction),
        warningsFail);
  }

  /** What was forgiven. */
  public Baseline baseline() {
    return baseline;
  }

  /** The entry of the baseline that knows this deviation; empty for what is no deviation. */
  public Optional<Baseline.Entry> known(RequirementVerdict entry) {
    boolean deviates = entry.verdict() == Verdict.FAIL || entry.verdict() == Verdict.WARNING;
    return deviates ? baseline.find(entry.requirement().id(), entry.wire()) : Optional.empty();
  }

  /** How many broken musts the baseline knows. */
  public int knownFailures() {
    return (int) counting(Verdict.FAIL).stream().filter(entry -> known(entry).isPresent()).count();
  }

  /** Entries of the baseline that this run proves wrong, one sentence each. */
  public List<String> staleEntries() {
    return baseline.stale(all, scope);
  }

  /**
   * The exit code of a run that reached its server: any fail that no baseline knows, else any kit
   * error, else a wrong baseline, else an untested must, or nothing judged of what a filter
   * selected. What is new in the catalogue makes neither a fail nor an untested must.
   */
  public int exitCode() {
    if (hasUnknown(Verdict.FAIL) || warningsFail && hasUnknown(Verdict.WARNING)) {
      return EXIT_NON_CONFORMANT;
    }
    if (has(Verdict.KIT_ERROR)) {
      return EXIT_KIT_ERROR;
    }
    if (!staleEntries().isEmpty()) {
      return EXIT_BASELINE;
    }
    return isIncomplete() ? EXIT_INCOMPLETE : EXIT_CONFORMANT;
  }

  private boolean isIncomplete() {
    return all.stream().anyMatch(one -> one.isUntestedMust() && !isBlockedByKnown(one))
        || noWireIsServed()
        || hasJudgedNothing();
  }

  /**
   * Whether a filtered run judged nothing of what it selected. Each of that may be not applicable
   * for the best of reasons, but a run that judged nothing cannot say that anything conforms.
   */
  public boolean hasJudgedNothing() {
    return scope.isFiltered()
        && !isEmptyShare()
        && all.stream().noneMatch(entry -> JUDGED.contains(entry.verdict()));
  }

  /** Whether this is a share of the scenarios that holds none; the others judge all there is. */
  public boolean isEmptyShare() {
    return all.isEmpty() && !scope.selection().shard().isWhole();
  }

  /** Whether a deviation that the baseline knows keeps it from being tested. */
  public boolean isBlockedByKnown(RequirementVerdict entry) {
    return entry.because().filter(id -> baseline.find(id, entry.wire()).isPresent()).isPresent();
  }

  /** A server that offers none of the wires has nothing that could conform. */
  private boolean noWireIsServed() {
    return scope.notServed().keySet().containsAll(scope.wires());
  }

  /** The word about the server; neither a warning nor a wrong baseline is the server's fault. */
  public Overall overall() {
    if (hasUnknown(Verdict.FAIL)) {
      return Overall.NON_CONFORMANT;
    }
    return has(Verdict.KIT_ERROR) || isIncomplete() ? Overall.INCOMPLETE : Overall.CONFORMANT;
  }

  private boolean hasUnknown(Verdict verdict) {
    return counting(verdict).stream().anyMatch(entry -> known(entry).isEmpty());
  }

  private boolean has(Verdict verdict) {
    return all.stream().anyMatch(entry -> entry.verdict() == verdict);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verdicts verdicts
        && all.equals(verdicts.all)
        && scope.equals(verdicts.scope)
        && baseline.equals(verdicts.baseline)
        && warningsFail == verdicts.warningsFail;
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return overall() + " " + totals();
  }
}
