package org.xapitck.kit.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.report.Text;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.verdict.RequirementVerdict;
import org.xapitck.kit.verdict.Verdict;
import org.xapitck.kit.verdict.Verdicts;

/**
 * What Allure says of a scenario that did not pass. The message names the cause and nothing that
 * differs between the scenarios of one cause, so that they are one line of a category; what was
 * seen stands in the description.
 *
 * @param status the colour
 * @param message one line; {@link AllureCategories} goes by its beginning
 * @param details what was expected and what came; empty where the message says it all
 */
record AllureVerdict(Status status, String message, String details) {

  /** Characters of a reason in a message; all of it stands in the description. */
  private static final int REASON = 160;

  static final String NOT_TESTED = "not tested: ";
  static final String NOT_APPLICABLE = "not applicable: ";
  static final String KIT_ERROR = "kit error: ";

  static AllureVerdict of(ScenarioResult scenario, Verdicts verdicts) {
    Status status = status(scenario.counts());
    String said = scenario.message();
    return switch (scenario.counts()) {
      case PASS -> new AllureVerdict(status, null, "");
      case FAIL, WARNING -> deviating(scenario, verdicts);
      case NOT_TESTABLE -> {
        Optional<String> by = scenario.blockedBy();
        yield by.map(id -> new AllureVerdict(status, blocked(id), said))
            .orElseGet(() -> reason(status, NOT_TESTED, said));
      }
      case NOT_APPLICABLE -> reason(status, NOT_APPLICABLE, said);
      case KIT_ERROR -> reason(status, KIT_ERROR, step(scenario));
    };
  }

  private static AllureVerdict deviating(ScenarioResult scenario, Verdicts verdicts) {
    Optional<RequirementVerdict> cause =
        scenario.requirements().stream()
            .flatMap(id -> verdicts.find(id, scenario.wire()).stream())
            .filter(RequirementVerdict::deviates)
            .findFirst();
    String id = cause.map(one -> one.requirement().id()).orElse(scenario.feature());
    String sentence =
        cause
            .map(one -> one.requirement().text())
            .orElseGet(() -> Excerpt.firstLine(scenario.message()));
    boolean fails = scenario.counts() == Verdict.FAIL;
    Optional<String> known = scenario.known().filter(why -> fails);
    // a deviation that the baseline accepts must not turn the report red
    return new AllureVerdict(
        known.isPresent() ? Status.SKIPPED : status(scenario.counts()),
        broken(id) + sentence + known.map(why -> " (known deviation: " + why + ")").orElse(""),
        scenario.message());
  }

  private static AllureVerdict reason(Status status, String word, String said) {
    String line = Excerpt.firstLine(said);
    return new AllureVerdict(
        status,
        word + Excerpt.shortened(line, REASON),
        line.equals(said) && line.length() <= REASON ? "" : said);
  }

  /** Where the kit failed, without what differs from wire to wire; the trace has all of it. */
  private static String step(ScenarioResult scenario) {
    return scenario
        .explanation()
        .filter(Reason.KitError.class::isInstance)
        .map(why -> ((Reason.KitError) why).place())
        .orElseGet(() -> Excerpt.firstLine(scenario.message()));
  }

  /** How the message of a scenario begins that shows that a requirement is broken. */
  static String broken(String id) {
    return id + ": ";
  }

  /** The message of a scenario that a broken requirement keeps from judging. */
  static String blocked(String id) {
    return "blocked by " + id;
  }

  /** The colour that each verdict has in Allure. */
  static Status status(Verdict verdict) {
    return switch (verdict) {
      case PASS, WARNING -> Status.PASSED;
      case FAIL -> Status.FAILED;
      case NOT_APPLICABLE, NOT_TESTABLE -> Status.SKIPPED;
      case KIT_ERROR -> Status.BROKEN;
    };
  }

  /** Puts it into a result. */
  void show(TestResult result, ScenarioResult scenario) {
    String trace =
        scenario.verdict() == Verdict.KIT_ERROR && result.getStatusDetails() != null
            ? result.getStatusDetails().getTrace()
            : null;
    result.setStatus(status);
    result.setStatusDetails(new StatusDetails().setMessage(message).setTrace(trace));
    boolean warns = scenario.counts() == Verdict.WARNING;
    if (warns) {
      List<Label> labels = new ArrayList<>(result.getLabels());
      labels.add(AllureShape.label("tag", Verdict.WARNING.id()));
      result.setLabels(labels);
    }
    result.getSteps().forEach(step -> mark(step, warns ? Status.BROKEN : status));
    if (!details.isEmpty()) {
      result.setDescriptionHtml(
          result.getDescriptionHtml() + "<pre>" + Text.html(details) + "</pre>");
    }
  }

  /** A step that went wrong shows the scenario's colour, not the exception's. */
  private static void mark(StepResult step, Status status) {
    if (step.getStatus() == Status.FAILED || step.getStatus() == Status.BROKEN) {
      step.setStatus(status);
    }
    step.getSteps().forEach(inner -> mark(inner, status));
  }
}
