package org.xapitck.kit.allure;

import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.util.List;
import java.util.function.UnaryOperator;

/** Removes from a result what is the framework's and not the scenario's, and every secret. */
final class AllureTidy {
  private static final String KIT_CODE = "org.xapitck.kit.";

  private final UnaryOperator<String> mask;

  AllureTidy(UnaryOperator<String> mask) {
    this.mask = text -> text == null ? null : mask.apply(text);
  }

  /** Changes the result in place. */
  void tidy(TestResult result) {
    result.setName(mask.apply(result.getName()));
    result.setFullName(mask.apply(result.getFullName()));
    result.setDescriptionHtml(mask.apply(result.getDescriptionHtml()));
    result.getParameters().forEach(this::tidy);
    tidy(result.getStatusDetails(), result.getStatus() == Status.BROKEN);
    result.setSteps(tidy(result.getSteps()));
  }

  private List<StepResult> tidy(List<StepResult> steps) {
    List<StepResult> kept =
        steps.stream().filter(step -> !step.getName().startsWith(KIT_CODE)).toList();
    for (StepResult step : kept) {
      step.setName(mask.apply(step.getName().strip()));
      step.getParameters().forEach(this::tidy);
      // the message of the scenario stands above the steps already
      step.setStatusDetails(null);
      step.setSteps(tidy(step.getSteps()));
    }
    return kept;
  }

  private void tidy(Parameter parameter) {
    parameter.setValue(mask.apply(parameter.getValue()));
  }

  private void tidy(StatusDetails details, boolean withTrace) {
    if (details != null) {
      details.setMessage(mask.apply(details.getMessage()));
      details.setTrace(withTrace ? mask.apply(details.getTrace()) : null);
    }
  }
}
