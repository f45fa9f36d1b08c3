package org.xapitck.kit.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.NoSession;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.execution.RunningScenario;
import org.xapitck.kit.ledger.LedgerUnusable;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.verdict.ConformanceFailure;
import org.xapitck.kit.verdict.FailureText;
import org.xapitck.kit.verdict.NotApplicable;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;
import org.xapitck.kit.verdict.PreconditionFailed;

/**
 * Makes outcomes of what was noted of a scenario. A Given that the server refuses leaves the
 * scenario not testable; a When or Then blames the server; everything that is neither is the kit's
 * own fault.
 */
final class Assessment {
  private static final String CUT_OFF = "the server stopped answering in the middle of this";

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
    boolean missing =
        error instanceof PreconditionFailed
            || error instanceof NoSession
            || error instanceof ServerGone
            || error instanceof LedgerUnusable;
    return missing ? Result.NOT_TESTABLE : Result.KIT_ERROR;
  }

  /** The outcomes of the scenario's requirements, and of wire rules that its exchanges broke. */
  List<Outcome> outcomes(RunningScenario notes) {
    if (isCutOff(notes)) {
      return notes.requirements().stream()
          .map(id -> new Outcome(id, wire, notes.fullName(), Result.NOT_TESTABLE, CUT_OFF))
          .toList();
    }
    List<Outcome> outcomes = new ArrayList<>();
    Result result = notes.failure().map(this::result).orElse(Result.PASSED);
    for (String id : notes.requirements()) {
      outcomes.add(
          new Outcome(id, wire, notes.fullName(), result, message(notes, catalogue.need(id))));
    }
    breaches(notes.exchanges())
        .forEach(
            (rule, message) ->
                outcomes.add(new Outcome(rule, wire, notes.fullName(), Result.FAILED, message)));
    return outcomes;
  }

  /** What people read of the scenario; the requirement gives it its first line. Empty on pass. */
  String message(RunningScenario notes, Requirement requirement) {
    Optional<RunningScenario.Failure> failure = notes.failure();
    if (failure.isEmpty()) {
      return "";
    }
    Throwable error = failure.get().error();
    if (error instanceof ConformanceFailure breach) {
      return failure.get().preparing()
          ? "cannot be prepared ("
              + failure.get().step()
              + "): expected "
              + breach.expected()
              + ", actual "
              + breach.actual()
              + judge(failure.get())
          : FailureText.of(requirement, wire, breach.expected(), breach.actual())
              .rerun(rerun)
              .render();
    }
    if (result(failure.get()) != Result.KIT_ERROR) {
      return error.getMessage();
    }
    return "the kit failed at \""
        + failure.get().step()
        + "\": "
        + (error == null ? "the step is undefined or ambiguous" : said(error));
  }

  private static String said(Throwable error) {
    return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
  }

  /** Names the requirement that judges what the preparation needed. */
  private String judge(RunningScenario.Failure failure) {
    return catalogue
        .find(failure.lastMethod() + ".result")
        .map(requirement -> "; " + requirement.id() + " judges that")
        .orElse("");
  }

  /** The first breach of each rule, in words. */
  Map<String, String> breaches(List<Exchange> exchanges) {
    Map<String, String> breaches = new LinkedHashMap<>();
    for (Exchange exchange : exchanges) {
      for (Exchange.Violation violation : exchange.violations()) {
        catalogue
            .find(violation.rule())
            .filter(Requirement::isJudged)
            .ifPresent(
                rule ->
                    breaches.putIfAbsent(
                        rule.id(),
                        FailureText.of(
                                rule,
                                wire,
                                violation.expected(),
                                violation.actual() + "  (" + exchange.method() + ")")
                            .rerun(rerun)
                            .render()));
      }
    }
    return breaches;
  }
}
