package org.xapitck.kit.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Timed;

/** What is noted of one running scenario; used by its thread alone. */
final class RunningScenario {
  private final String feature;
  private final String rule;
  private final String name;
  private final List<String> requirements;
  private final List<String> stepTexts;
  private final long began;
  private final List<Timed> exchanges = new ArrayList<>();
  private boolean preparing;
  private Optional<Failure> failure = Optional.empty();

  /**
   * Why a scenario did not pass.
   *
   * @param error what a step threw; null where Cucumber found no step for a text
   * @param preparing whether the step was a Given
   * @param step its text
   * @param lastMethod the message that was called last, empty before the first call
   */
  record Failure(Throwable error, boolean preparing, String step, String lastMethod) {}

  /**
   * A scenario that begins.
   *
   * @param began in nanoseconds of any clock that never goes back
   */
  RunningScenario(
      String feature,
      String rule,
      String name,
      List<String> requirements,
      List<String> stepTexts,
      long began) {
    this.began = began;
    this.feature = feature;
    this.rule = rule;
    this.name = name;
    this.requirements = List.copyOf(requirements);
    this.stepTexts = List.copyOf(stepTexts);
  }

  String feature() {
    return feature;
  }

  String rule() {
    return rule;
  }

  String name() {
    return name;
  }

  /** As results.json names it. */
  String fullName() {
    return feature + ": " + name;
  }

  List<String> requirements() {
    return requirements;
  }

  List<String> stepTexts() {
    return stepTexts;
  }

  /** Notes an exchange that has just ended, at the same clock's time. */
  void add(Exchange exchange, long ended) {
    Duration offset = Duration.ofNanos(ended - began).minus(exchange.took());
    exchanges.add(new Timed(exchange, offset.isNegative() ? Duration.ZERO : offset));
  }

  List<Exchange> exchanges() {
    return exchanges.stream().map(Timed::exchange).toList();
  }

  /** The exchanges, each with its offset from the begin of the scenario. */
  List<Timed> timed() {
    return List.copyOf(exchanges);
  }

  boolean preparing() {
    return preparing;
  }

  /** And and But carry on what the step before them began. */
  void stepStarts(String keyword) {
    switch (keyword.strip()) {
      case "Given" -> preparing = true;
      case "When", "Then" -> preparing = false;
      default -> {}
    }
  }

  /** The first failure counts; a hook that fails after it adds nothing. */
  void failed(Throwable error, String step) {
    if (failure.isEmpty()) {
      String last =
          exchanges.isEmpty() ? "" : exchanges.get(exchanges.size() - 1).exchange().method();
      failure = Optional.of(new Failure(error, preparing, step, last));
    }
  }

  Optional<Failure> failure() {
    return failure;
  }
}
