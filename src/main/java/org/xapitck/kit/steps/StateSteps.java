package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.catalogue.Field;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;

/** Checks the state of tasks: unchanged, gone, or untouched by an attempt to write. */
public final class StateSteps {
  private final Scenario scenario;
  private final List<Exchange> attempts = new ArrayList<>();
  private Value before;
  private String field;

  public StateSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Every field that a client can set is as it was noted.
   *
   * <p>Says nothing of a task that the server runs: the server itself moves that.
   */
  @Then("{whom} is unchanged")
  @Does(value = Trait.COMPARES_IT, where = "it")
  @Does(value = Trait.COMPARES_THE_OTHER_TASK, where = "the other task")
  public void isUnchanged(ParameterTypes.Whom whom) {
    isUnchanged(whom, Owner.SCENARIO);
  }

  /** The same, where a change is a deviation from this requirement. */
  void isUnchanged(ParameterTypes.Whom whom, Owner owner) {
    compare(whom == ParameterTypes.Whom.IT ? scenario::it : scenario::other, owner);
  }

  private void compare(Supplier<ScenarioTask> subject, Owner owner) {
    if (subject.get().started().isPresent()) {
      return;
    }
    Exchange exchange = scenario.look(() -> scenario.call("get_record", subject.get().ref()));
    Map<String, Value> now = FieldTypes.record(scenario.typed(exchange, ApiType.RECORD));
    Map<String, Value> then = subject.get().snapshot().orElseThrow();
    for (Field settable : scenario.catalogue().fields()) {
      String name = settable.name();
      Value was = settable.setter().isEmpty() ? null : then.get(name);
      if (was != null && now.get(name) != null && !was.equals(now.get(name))) {
        throw new ConformanceFailure(
                name + " unchanged: " + AnswerText.of(was),
                AnswerText.of(now.get(name)),
                "task.get_record")
            .of(owner);
      }
    }
  }

  /** Every look-up misses it, and its getters say HANDLE_INVALID. */
  @Then("the server no longer knows it")
  public void isGone() {
    String ref = scenario.it().ref();
    for (String getter : List.of("get_status", "get_record")) {
      Exchange exchange = scenario.call(getter, ref);
      if (!ErrorCodes.isUnknown(exchange.answer())) {
        Owner owner =
            exchange.answer() instanceof Answer.Failure
                ? Owner.of("error.destroyed")
                : Owner.SCENARIO;
        throw new ConformanceFailure(
                "Failure HANDLE_INVALID", AnswerText.of(exchange.answer()), exchange.method())
            .seenIn(" after task.destroy")
            .of(owner);
      }
    }
    Collection<?> all =
        (Collection<?>) scenario.typed(scenario.call("get_all"), ApiType.STRING_SET);
    if (all.contains(ref)) {
      throw new ConformanceFailure(
          "no " + ref + " in the list of all tasks", "it is listed", "task.get_all");
    }
    Exchange byLabel = scenario.call("get_by_name_label", scenario.it().label());
    if (byLabel.answer() instanceof Answer.Failure) {
      throw Refusals.of(Owner.of("task.get_by_name_label.none"), "the empty set", byLabel);
    }
    if (((Collection<?>) scenario.typed(byLabel, ApiType.STRING_SET)).contains(ref)) {
      throw new ConformanceFailure(
          "no " + ref + " under its label", "it is found", "task.get_by_name_label");
    }
  }

  /** By each setter that a writable field of its type would have, one attempt a call. */
  @When("I try to write its {field}")
  public void tryToWrite(String name) {
    field = name;
    ApiType type = scenario.catalogue().field(name).type().type();
    String ref = scenario.it().ref();
    before = valueOf(name);
    attempts.add(scenario.call("set_" + name, ref, sample(type)));
    if (type == ApiType.STRING_SET) {
      attempts.add(scenario.call("add_" + name, ref, "x"));
    }
    if (type == ApiType.STRING_MAP) {
      attempts.add(scenario.call("add_to_" + name, ref, "x", "cancel"));
      attempts.add(scenario.call("remove_from_" + name, ref, "x"));
    }
  }

  private static Object sample(ApiType type) {
    return switch (type) {
      case STRING_SET -> List.of("x");
      case STRING_MAP -> Map.of("x", "cancel");
      default -> "x";
    };
  }

  private Value valueOf(String name) {
    Exchange exchange = scenario.call("get_" + name, scenario.it().ref());
    if (exchange.answer() instanceof Answer.Success success) {
      return success.value();
    }
    throw Refusals.ofOther(exchange);
  }

  /** What its getter gives is the same before and after. */
  @Then("every attempt is refused and it is unchanged")
  public void everyAttemptFailed() {
    for (Exchange attempt : attempts) {
      if (attempt.answer() instanceof Answer.Success || !attempt.answered()) {
        throw new ConformanceFailure(
            "a refusal", AnswerText.of(attempt.answer()), attempt.method());
      }
    }
    Value now = valueOf(field);
    if (!now.equals(before)) {
      throw new ConformanceFailure(
          field + " unchanged: " + AnswerText.of(before), AnswerText.of(now), "task.get_" + field);
    }
  }
}
