package org.xapitck.kit.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TimedExchange;

/** What is noted of one running scenario; used by its thread alone. */
public final class RunningScenario {
  private final String feature;
  private final String rule;
  private final String name;
  private final List<String> requirements;
  private final Set<Intent> intents;
  private final long began;
  private final List<TimedExchange> exchanges = new ArrayList<>();
  private final Set<String> unneeded = new HashSet<>();
  private boolean preparing;
  private Optional<Role> role = Optional.empty();
  private Optional<Failure> failure = Optional.empty();

  /**
   * Why a scenario did not pass.
   *
   * @param error what a step threw; null where Cucumber found no step for a text
   * @param preparing whether the step was a Given
   * @param step its text
   * @param called the messages that were called until then, but for those that it does without
   */
  public record Failure(Throwable error, boolean preparing, String step, Set<String> called) {
    public Failure {
      called = Set.copyOf(called);
    }
  }

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
      Set<Intent> intents,
      long began) {
    this.began = began;
    this.feature = feature;
    this.rule = rule;
    this.name = name;
    this.requirements = List.copyOf(requirements);
    this.intents = Set.copyOf(intents);
  }

  public String feature() {
    return feature;
  }

  public String rule() {
    return rule;
  }

  public String name() {
    return name;
  }

  /** As results.json names it. */
  public String fullName() {
    return feature + ": " + name;
  }

  public List<String> requirements() {
    return requirements;
  }

  Set<Intent> intents() {
    return intents;
  }

  /** Notes the role that the scenario speaks as; the first one counts. */
  void speaks(Role speaker) {
    role = role.or(() -> Optional.of(speaker));
  }

  /** The role that the scenario speaks as; empty where it names none. */
  public Optional<Role> role() {
    return role;
  }

  /** Notes that nothing that comes rests on a message, although it was called. */
  void without(String method) {
    unneeded.add(method);
  }

  /** Notes an exchange that has just ended, at the same clock's time. */
  void add(Exchange exchange, long ended) {
    Duration offset = Duration.ofNanos(ended - began).minus(exchange.took());
    exchanges.add(new TimedExchange(exchange, offset.isNegative() ? Duration.ZERO : offset));
  }

  public List<Exchange> exchanges() {
    return exchanges.stream().map(TimedExchange::exchange).toList();
  }

  /** The exchanges, each with its offset from the begin of the scenario. */
  public List<TimedExchange> timed() {
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
      Set<String> called = exchanges().stream().map(Exchange::method).collect(Collectors.toSet());
      called.removeAll(unneeded);
      failure = Optional.of(new Failure(error, preparing, step, called));
    }
  }

  public Optional<Failure> failure() {
    return failure;
  }
}
