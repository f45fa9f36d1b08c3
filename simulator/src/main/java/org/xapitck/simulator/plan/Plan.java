package org.xapitck.simulator.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.rpc.Answer;

/**
 * What a server-run task does by itself. All times are those of the simulator's clock.
 *
 * @param steps how its progress moves
 * @param rest from the last step to the end
 * @param outcome how it ends, unless it is cancelled
 * @param cancel how long it takes to end when it is asked to be cancelled; empty if it goes on
 * @param subtasks the names of the plans of its parts, which start with it
 */
public record Plan(
    List<Step> steps,
    Duration rest,
    Outcome outcome,
    Optional<Duration> cancel,
    List<String> subtasks) {

  /** Takes copies. */
  public Plan {
    steps = List.copyOf(steps);
    subtasks = List.copyOf(subtasks);
  }

  /**
   * A move of the progress.
   *
   * @param after from the step before, or the start
   */
  public record Step(Duration after, double progress) {}

  /** How a plan ends. */
  public sealed interface Outcome {

    /** With a result, a text. */
    record Succeeds(String result) implements Outcome {}

    /** With an error. */
    record Fails(Answer.Failure error) implements Outcome {}

    /** Never: it stays pending. */
    record Hangs() implements Outcome {}
  }

  /** A plan that ends as it begins. */
  public static Plan atOnce(Outcome outcome) {
    return new Plan(List.of(), Duration.ZERO, outcome, Optional.empty(), List.of());
  }

  /** From start to end. */
  Duration length() {
    return steps.stream().map(Step::after).reduce(rest, Duration::plus);
  }
}
