package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.ConformanceFailure;
import org.xapitck.kit.verdict.Deviation;
import org.xapitck.kit.verdict.Explanation;
import org.xapitck.kit.verdict.NotApplicable;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;
import org.xapitck.kit.verdict.PreconditionFailed;
import org.xapitck.kit.verdict.Reason;
import org.xapitck.kit.verdict.Unavailable;

/**
 * Makes outcomes of what was noted of a scenario. A Given that the server refuses leaves the
 * scenario not testable; a When or Then blames the server; everything that is neither is the kit's
 * own fault.
 */
final class Assessment {
  private final Catalogue catalogue;
  private final Wire wire;
  private final String rerun;
  private final BooleanSupplier gone;

  /**
   * An assessment of one wire's scenarios.
   *
   * @param rerun options that repeating a scenario takes, empty or with a space in front
   * @param gone asks whether the server has gone away; asked only after a call without a sound
   *     answer
   */
  Assessment(Catalogue catalogue, Wire wire, String rerun, BooleanSupplier gone) {
    this.gone = gone;
    this.catalogue = catalogue;
    this.wire = wire;
    this.rerun = rerun;
  }

  /** A server that goes away in the middle of a call has not answered that call wrongly. */
  private boolean isCutOff(RunningScenario notes) {
    List<Exchange> exchanges = notes.exchanges();
    return notes.failure().filter(failure -> result(failure) == Result.FAILED).isPresent()
        && !exchanges.isEmpty()
        && exchanges.get(exchanges.size() - 1).answer() instanceof Answer.Malformed
        && gone.getAsBoolean();
  }

  private Result result(RunningScenario.Failure failure) {
    Throwable error = failure.error();
    if (error instanceof ConformanceFailure) {
      return failure.preparing() ? Result.NOT_TESTABLE : Result.FAILED;
    }
    if (error instanceof NotApplicable) {
      return Result.NOT_APPLICABLE;
    }
    boolean missing = error instanceof PreconditionFailed || error instanceof Unavailable;
    return missing ? Result.NOT_TESTABLE : Result.KIT_ERROR;
  }

  /** The outcomes of the scenario's requirements, and of wire rules that its exchanges broke. */
  List<Outcome> outcomes(RunningScenario notes) {
    String scenario = notes.fullName();
    if (isCutOff(notes)) {
      return notes.requirements().stream()
          .map(id -> new Outcome(id, wire, scenario, Result.NOT_TESTABLE, Reason.Plain.CUT_OFF))
          .toList();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (String id : notes.requirements()) {
      outcomes.add(
          notes
              .failure()
              .map(
                  failure ->
                      new Outcome(
                          id,
                          wire,
                          scenario,
                          result(failure),
                          explanation(failure, catalogue.need(id))))
              .orElseGet(() -> Outcome.passed(id, wire, scenario)));
    }
    deviations(notes.exchanges())
        .forEach(
            one ->
                outcomes.add(new Outcome(one.requirement(), wire, scenario, Result.FAILED, one)));
    return outcomes;
  }

  private Explanation explanation(RunningScenario.Failure failure, Requirement requirement) {
    Throwable error = failure.error();
    if (error instanceof ConformanceFailure breach) {
      return failure.preparing()
          ? new Reason.NotPrepared(
              failure.step(), breach.expected(), breach.actual(), breach.call(), judge(failure))
          : Deviation.of(requirement, wire, breach, rerun);
    }
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

  /** The requirement that judges what the preparation needed; empty where none does. */
  private String judge(RunningScenario.Failure failure) {
    return catalogue.find(failure.lastMethod() + ".result").map(Requirement::id).orElse("");
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
