package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.explanation.Unavailable;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Aspect;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;

/**
 * Makes outcomes of what was noted of a scenario. A Given that the server refuses leaves the
 * scenario not testable; a When or Then blames the server; everything that is neither is the kit's
 * own fault.
 */
final class Assessment {
  /** One answer shows these, whatever was called before. */
  private static final Set<Aspect> SEEN_AT_ONCE =
      EnumSet.of(Aspect.PUBLISHED, Aspect.PARAMETERS, Aspect.RESULT, Aspect.TYPE, Aspect.ROLE);

  /** What the end of the run's tasks shows as well. */
  static final String STATUS_IS_WRITTEN = TaskClass.SET_STATUS + ".effect";

  /** What each scenario that makes a task takes for granted. */
  private static final String TASK_OF_ITS_OWN = TaskClass.CREATE + ".unique";

  private final Catalogue catalogue;
  private final Predicate<Requirement> judgesBy;
  private final Wire wire;
  private final String rerun;
  private final BooleanSupplier gone;

  /**
   * An assessment of one wire's scenarios.
   *
   * @param judgesBy whether the release that judges has what a requirement speaks of
   * @param rerun options that repeating a scenario takes, empty or with a space in front
   * @param gone asks whether the server has gone away; asked only after a call without a sound
   *     answer
   */
  Assessment(
      Catalogue catalogue,
      Predicate<Requirement> judgesBy,
      Wire wire,
      String rerun,
      BooleanSupplier gone) {
    this.judgesBy = judgesBy;
    this.gone = gone;
    this.catalogue = catalogue;
    this.wire = wire;
    this.rerun = rerun;
  }

  /** A server that goes away in the middle of a call has not answered that call wrongly. */
  private boolean isCutOff(RunningScenario notes) {
    List<Exchange> exchanges = notes.exchanges();
    return notes
            .failure()
            .filter(one -> one.error() instanceof ConformanceFailure && !one.preparing())
            .isPresent()
        && !exchanges.isEmpty()
        && exchanges.get(exchanges.size() - 1).answer() instanceof Answer.Malformed
        && gone.getAsBoolean();
  }

  private static Result result(RunningScenario.Failure failure) {
    Throwable error = failure.error();
    if (error instanceof NotApplicable) {
      return Result.NOT_APPLICABLE;
    }
    boolean missing = error instanceof PreconditionFailed || error instanceof Unavailable;
    return missing ? Result.NOT_TESTABLE : Result.KIT_ERROR;
  }

  /** The outcomes of the scenario's requirements, and of whatever else its exchanges broke. */
  List<Outcome> outcomes(RunningScenario notes) {
    String scenario = notes.fullName();
    if (isCutOff(notes)) {
      return notes.requirements().stream()
          .map(id -> new Outcome(id, wire, scenario, Result.NOT_TESTABLE, Reason.Plain.CUT_OFF))
          .toList();
    }
    List<Outcome> outcomes =
        new ArrayList<>(
            notes
                .failure()
                .map(failure -> failed(notes, failure))
                .orElseGet(
                    () ->
                        notes.requirements().stream()
                            .map(id -> Outcome.passed(id, wire, scenario))
                            .toList()));
    deviations(notes.exchanges())
        .forEach(
            one ->
                outcomes.add(new Outcome(one.requirement(), wire, scenario, Result.FAILED, one)));
    return outcomes;
  }

  /** The failure of a status that is not written, as the end of the run's tasks shows it. */
  Outcome statusNotWritten() {
    return ofTasks(
        STATUS_IS_WRITTEN,
        new ConformanceFailure(
                "status \"success\"",
                AnswerText.of(new Value.Text(TaskClass.PENDING)),
                TaskClass.GET_STATUS)
            .seenIn(" after " + TaskClass.SET_STATUS));
  }

  /** The failure of a create that gave a task that lived already. */
  Outcome givenTwice() {
    return ofTasks(
        TASK_OF_ITS_OWN,
        new ConformanceFailure(
            "a reference that no other task has",
            "the reference of a task that was made before and still lives",
            TaskClass.CREATE));
  }

  private Outcome ofTasks(String id, ConformanceFailure breach) {
    Deviation deviation = Deviation.of(catalogue.need(id), wire, breach, rerun);
    return new Outcome(id, wire, "the tasks of the run", Result.FAILED, deviation);
  }

  private List<Outcome> failed(RunningScenario notes, RunningScenario.Failure failure) {
    if (!(failure.error() instanceof ConformanceFailure breach)) {
      return notes.requirements().stream()
          .map(
              id ->
                  new Outcome(id, wire, notes.fullName(), result(failure), reason(failure))
                      .on(Outcome.Grounds.on(rests(catalogue.need(id), notes, failure))))
          .toList();
    }
    Blame blame = new Blame(catalogue, judgesBy, notes, breach);
    return failure.preparing()
        ? notPrepared(notes, failure, breach, blame)
        : broken(notes, failure, breach, blame);
  }

  /** A Given that the server refuses; what that belongs to is judged by its own scenario. */
  private List<Outcome> notPrepared(
      RunningScenario notes,
      RunningScenario.Failure failure,
      ConformanceFailure breach,
      Blame blame) {
    Optional<Requirement> owner = Optional.of(blame.owners().get(0)).filter(one -> blame.isNamed());
    Reason why =
        new Reason.NotPrepared(
            failure.step(),
            breach.expected(),
            breach.actual(),
            breach.call(),
            owner.map(Requirement::id).orElse(""));
    Optional<Deviation> deviation = owner.map(one -> Deviation.of(one, wire, breach, rerun));
    return notes.requirements().stream()
        .map(
            id ->
                new Outcome(id, wire, notes.fullName(), Result.NOT_TESTABLE, why)
                    .on(
                        new Outcome.Grounds(
                            refused(rests(catalogue.need(id), notes, failure), ""),
                            deviation,
                            breach.confirmed())))
        .toList();
  }

  /** What the assertion belongs to fails; what else the scenario was to judge is blocked by it. */
  private List<Outcome> broken(
      RunningScenario notes,
      RunningScenario.Failure failure,
      ConformanceFailure breach,
      Blame blame) {
    String scenario = notes.fullName();
    Requirement first = blame.owners().get(0);
    String seen = Deviation.of(first, wire, breach, rerun).seen();
    List<Outcome> outcomes = new ArrayList<>();
    for (Requirement owner : blame.owners()) {
      outcomes.add(
          new Outcome(
                  owner.id(),
                  wire,
                  scenario,
                  Result.FAILED,
                  Deviation.of(owner, wire, breach, rerun))
              .on(
                  Outcome.Grounds.on(
                      blame.refused()
                          ? refused(rests(owner, notes, failure), breach.method())
                          : rests(owner, notes, failure))));
    }
    for (String id : notes.requirements()) {
      if (blame.owners().stream().noneMatch(owner -> owner.id().equals(id))) {
        outcomes.add(
            new Outcome(
                id, wire, scenario, Result.NOT_TESTABLE, new Reason.Blocked(first.id(), seen)));
      }
    }
    return outcomes;
  }

  /** What would explain a failure of the scenario: what it called, its own requirements apart. */
  private Set<String> rests(
      Requirement owner, RunningScenario notes, RunningScenario.Failure failure) {
    if (SEEN_AT_ONCE.contains(owner.aspect()) && !notes.requirements().contains(owner.id())) {
      // unless another scenario has the same task, and destroyed it
      return failure.called().contains(TaskClass.CREATE) ? Set.of(TASK_OF_ITS_OWN) : Set.of();
    }
    Set<String> rests = new TreeSet<>();
    failure
        .called()
        .forEach(call -> rests.addAll(catalogue.foundations().underCalls(owner.id(), call)));
    rests.removeAll(notes.requirements());
    return rests;
  }

  /** A refused call has had no effect; it may be refused for what was given to it. */
  private Set<String> refused(Set<String> rests, String method) {
    Set<String> more = catalogue.foundations().withCases(rests);
    more.remove(method + ".effect");
    return more;
  }

  private Reason reason(RunningScenario.Failure failure) {
    Throwable error = failure.error();
    if (error instanceof NotApplicable nothing) {
      return nothing.reason();
    }
    if (error instanceof PreconditionFailed missing) {
      return missing.reason();
    }
    if (error instanceof Unavailable missing) {
      return missing.reason();
    }
    return new Reason.KitError(failure.step(), error == null ? "" : said(error));
  }

  private static String said(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }

  /** The first deviation from each rule of the wire. */
  Collection<Deviation> deviations(List<Exchange> exchanges) {
    Map<String, Deviation> deviations = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      for (Exchange.Violation violation : exchange.violations()) {
        catalogue
            .find(violation.rule())
            .filter(Requirement::isJudged)
            .ifPresent(
                rule ->
                    deviations.putIfAbsent(
                        rule.id(), Deviation.of(rule, wire, failure(exchange, violation), rerun)));
      }
    }
    return deviations.values();
  }

  private static ConformanceFailure failure(Exchange exchange, Exchange.Violation violation) {
    return new ConformanceFailure(violation.expected(), violation.actual(), exchange.method());
  }
}
