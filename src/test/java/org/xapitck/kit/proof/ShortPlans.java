package org.xapitck.kit.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.rpc.Answer;

/** The plans that the kit starts by itself, quick enough for hundreds of trials. */
final class ShortPlans {
  private ShortPlans() {}

  static Plans all() {
    return Plans.of(
        Map.of(
            "success",
            plan(30, new Plan.Outcome.Succeeds("ok"), List.of()),
            "failure",
            plan(30, new Plan.Outcome.Fails(new Answer.Failure("FAILED", List.of())), List.of()),
            "subtasks",
            plan(200, new Plan.Outcome.Succeeds("ok"), List.of("success", "failure")),
            // 2 s: a cancel comes within milliseconds. It ends by itself where a seeded server
            // does not let it be cancelled
            "cancellable",
            plan(2000, new Plan.Outcome.Succeeds("ok"), List.of())));
  }

  private static Plan plan(int millis, Plan.Outcome outcome, List<String> parts) {
    return new Plan(
        List.of(new Plan.Step(Duration.ofMillis(10), 0.5)),
        Duration.ofMillis(millis),
        outcome,
        Optional.of(Duration.ofMillis(20)),
        parts);
  }
}
