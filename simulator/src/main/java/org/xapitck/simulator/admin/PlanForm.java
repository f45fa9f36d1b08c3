package org.xapitck.simulator.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** A plan as JSON, with the words of the plan file. */
final class PlanForm {
  /** A century: no client waits longer. */
  static final double LONGEST = 3.2e9;

  private static final List<String> ENDS = List.of("result", "error", "stuck");

  static final Schema.Obj FORM =
      Schema.object(
          "steps",
              Schema.list(
                  Schema.object("after", Schema.number(0, LONGEST), "progress!", Schema.number()),
                  0),
          "after", Schema.number(0, LONGEST),
          "result", Schema.text(),
          "error", Schema.list(Schema.text(), 1),
          "stuck", Schema.flag(),
          "cancel", Schema.number(0, LONGEST),
          "subtasks", Schema.list(Schema.text(), 0));

  private PlanForm() {}

  /** The name of a plan that is named, else nothing. */
  static String name(Fields body) {
    return body.value("plan").filter(plan -> plan instanceof Value.Text).isPresent()
        ? body.text("plan").orElse("")
        : "";
  }

  static Plan of(Control control, Fields body) throws Problem {
    String name = name(body);
    if (!name.isEmpty()) {
      return control
          .plan(name)
          .orElseThrow(
              () ->
                  Problem.at(body.at("plan"), "no such plan: " + name, name, control.planNames()));
    }
    Fields plan = body.object("plan");
    List<Plan.Step> steps = new ArrayList<>();
    for (Fields step : plan.objects("steps")) {
      steps.add(new Plan.Step(seconds(step, "after", 0), step.number("progress").orElseThrow()));
    }
    for (String part : plan.texts("subtasks")) {
      if (control.plan(part).isEmpty()) {
        throw Problem.at(plan.at("subtasks"), "no such plan: " + part, part, control.planNames());
      }
    }
    return new Plan(
        steps,
        seconds(plan, "after", 0),
        outcome(plan),
        plan.number("cancel").map(PlanForm::duration),
        plan.texts("subtasks"));
  }

  private static Plan.Outcome outcome(Fields plan) throws Problem {
    List<String> given = plan.given(ENDS);
    if (given.size() != 1) {
      throw Problem.at(plan.pointer(), "exactly one is needed of " + String.join(", ", ENDS));
    }
    switch (given.get(0)) {
      case "result":
        return new Plan.Outcome.Succeeds(plan.text("result").orElseThrow());
      case "error":
        return new Plan.Outcome.Fails(failure(plan.texts("error")));
      default:
        if (!plan.flag("stuck")) {
          throw Problem.at(plan.at("stuck"), "true is needed");
        }
        return new Plan.Outcome.Hangs();
    }
  }

  static Answer.Failure failure(List<String> codeAndParameters) {
    return new Answer.Failure(
        codeAndParameters.get(0), codeAndParameters.subList(1, codeAndParameters.size()));
  }

  static Duration seconds(Fields fields, String name, double otherwise) {
    return duration(fields.number(name).orElse(otherwise));
  }

  static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }
}
