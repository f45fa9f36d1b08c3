package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.FormCaller;
import org.xapitck.kit.scenario.Scenario;

/** Requests are written in forms that client libraries seldom choose. */
public final class FormSteps {
  private final Scenario scenario;
  private final FormCaller caller;

  public FormSteps(Scenario scenario) {
    this.scenario = scenario;
    this.caller = new FormCaller(scenario);
  }

  /** A text, or progress; the value is written in the form, or the whole request is. */
  @When("I set its {field} in the form {form} to {text}")
  public void set(String field, RequestForm form, ParameterTypes.Text text) {
    boolean number = scenario.catalogue().field(field).type().type() == ApiType.FLOAT;
    Object value = number ? Double.valueOf(text.value()) : text.value();
    scenario.tryCall(() -> caller.call(form, "set_" + field, scenario.it().ref(), value));
  }

  /** By its getter; {@code an unknown task's}: for a reference that is made up. */
  @When("I read {whose} {field} in the form {form}")
  public void read(String whose, String field, RequestForm form) {
    String message = "get_" + field;
    if (whose.equals("its")) {
      scenario.tryCall(() -> caller.call(form, message, scenario.it().ref()));
      return;
    }
    Owner owner = Owner.of(TaskClass.method(message) + ".handle");
    scenario.memory().mustBeRefused(owner, owner);
    String ref = scenario.caller().inventedRef();
    scenario.tryCall(() -> caller.call(form, message, ref));
  }

  /** The call in the form succeeds; if the form is about the id, the answer has that id. */
  @Then("the form is read")
  public void isRead() {
    caller.mustBeRead(scenario.last());
  }
}
