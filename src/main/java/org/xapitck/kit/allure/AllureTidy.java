package org.xapitck.kit.allure;

import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.List;
import org.xapitck.kit.model.Redaction;

/** Removes from a result what is the framework's and not the scenario's, and every secret. */
final class AllureTidy {
  private static final String KIT_CODE = "org.xapitck.kit.";

  private final Redaction redaction;

  AllureTidy(Redaction redaction) {
    this.redaction = text -> text == null ? null : redaction.of(text);
  }

  /** Changes the result in place. */
  void tidy(TestResult result) {
    result.setName(redaction.of(result.getName()));
    result.setFullName(redaction.of(result.getFullName()));
    result.setDescriptionHtml(redaction.of(result.getDescriptionHtml()));
    result.getParameters().forEach(this::tidy);
    tidy(result.getStatusDetails(), result.getStatus() == Status.BROKEN);
    result.setSteps(tidy(result.getSteps()));
  }

  private List<StepResult> tidy(List<StepResult> steps) {
    List<StepResult> kept =
        steps.stream().filter(step -> !step.getName().startsWith(KIT_CODE)).toList();
    for (StepResult step : kept) {
      step.setName(redaction.of(step.getName().strip()));
      step.getParameters().forEach(this::tidy);
      // the message of the scenario stands above the steps already
      step.setStatusDetails(null);
      step.setSteps(tidy(step.getSteps()));
    }
    return kept;
  }

  private void tidy(Parameter parameter) {
    parameter.setValue(redaction.of(parameter.getValue()));
  }

  private void tidy(StatusDetails details, boolean withTrace) {
    if (details != null) {
      details.setMessage(redaction.of(details.getMessage()));
      details.setTrace(withTrace ? redaction.of(details.getTrace()) : null);
    }
  }
}
