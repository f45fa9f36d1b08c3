package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Collection;
import java.util.List;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.FieldTypes;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.verdict.ConformanceFailure;

/** Tasks are read, listed and looked up; and whether a list holds all that it should. */
public final class LookUpSteps {
  private final Scenario scenario;

  public LookUpSteps(Scenario scenario) {
    this.scenario = scenario;
  }

  /** By the getter of the field; {@code record} is all of them, by get_record. */
  @When("I read its {field}")
  public void readField(String field) {
    if (field.equals("record")) {
      readRecord();
      return;
    }
    scenario.tryCall(() -> scenario.call("get_" + field, scenario.it().ref()));
  }

  private void readRecord() {
    scenario.tryCall(() -> scenario.call("get_record", scenario.it().ref()));
  }

  /** By get_all. */
  @When("I list all tasks")
  public void list() {
    scenario.tryCall(() -> scenario.call("get_all"));
  }

  /** By get_all_records. */
  @When("I read the records of all tasks")
  public void readAll() {
    scenario.tryCall(() -> scenario.call("get_all_records"));
  }

  /** By its uuid, or by its name_label. */
  @When("I look up its {field}")
  public void lookUp(String field) {
    scenario.tryCall(
        () -> {
          String value =
              field.equals("uuid")
                  ? (String)
                      scenario.typed(scenario.call("get_uuid", scenario.it().ref()), ApiType.STRING)
                  : scenario.it().label();
          return scenario.call("get_by_" + field, value);
        });
  }

  /** A uuid or name_label that is none of ours. */
  @When("I look up the {field} {text}")
  public void lookUpText(String field, ParameterTypes.Text text) {
    scenario.memory().keep(field, text.value());
    scenario.tryCall(() -> scenario.call("get_by_" + field, text.value()));
  }

  /** All tasks of the scenario, unless one was collected; {@code contains it} asks for the last. */
  @Then("the answer contains all of them")
  public void containsAllOfThem() {
    scenario.look(
        () -> {
          Exchange last = scenario.last();
          Collection<?> listed = listed(last);
          List<ScenarioTask> missing =
              scenario.them().stream().filter(task -> !listed.contains(task.ref())).toList();
          return missing.isEmpty() ? last : stillKnown(missing, last);
        });
  }

  private Collection<?> listed(Exchange last) {
    boolean records = last.method().equals(TaskClass.GET_ALL_RECORDS);
    return records
        ? FieldTypes.records(scenario.typed(last, ApiType.RECORD_MAP)).keySet()
        : (Collection<?>) scenario.typed(last, ApiType.STRING_SET);
  }

  /** A fault is only a task that is left out and still answers afterwards. */
  private Exchange stillKnown(List<ScenarioTask> missing, Exchange last) {
    Exchange status = last;
    for (ScenarioTask task : missing) {
      status = scenario.call("get_status", task.ref());
      if (!scenario.wasCollected(status)) {
        throw new ConformanceFailure(
            "an answer that holds all " + scenario.them().size() + " tasks of the scenario",
            missing.size() + " of them are left out, such as " + task.ref(),
            last.method() + ", while task.get_status says " + AnswerText.of(status.answer()));
      }
    }
    return status;
  }
}
