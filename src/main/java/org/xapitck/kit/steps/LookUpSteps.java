package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;

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
    scenario.tryCall(() -> scenario.call("get_by_" + field, valueOf(field)));
  }

  /** Of a task of the kit's own the label is known; it may be wrong by its getter. */
  private String valueOf(String field) {
    ScenarioTask it = scenario.it();
    if (field.equals("name_label") && it.started().isEmpty()) {
      return it.label();
    }
    return (String) scenario.typed(scenario.call("get_" + field, it.ref()), ApiType.STRING);
  }

  /** A uuid or name_label that is none of ours. */
  @When("I look up the {field} {text}")
  public void lookUpText(String field, ParameterTypes.Text text) {
    scenario.memory().keep(field, text.value());
    scenario.tryCall(() -> scenario.call("get_by_" + field, text.value()));
  }
}
