package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import java.util.List;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;

/** Reads, lists and looks up tasks, and checks that a list holds what it should. */
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

  /**
   * {@code its reference} by get_record, {@code its uuid}, {@code its name_label}, or {@code a
   * session of mine} by get_status, in a session that ends with the step; each a little different.
   * Not applicable if nothing differs, or if the text belongs to another task.
   */
  @When("I ask for it by {handle} {change}")
  public void askFor(String handle, NearMiss change) {
    switch (handle) {
      case "its reference" -> {
        String near = near(scenario.it().ref(), change);
        scenario.memory().keep("reference", near);
        scenario.tryCall(() -> ofAnother(scenario.call("get_record", near)));
      }
      case "its uuid" -> {
        String near = near(valueOf("uuid"), change);
        scenario.memory().keep("uuid", near);
        scenario.tryCall(() -> ofAnother(scenario.call("get_by_uuid", near)));
      }
      case "its name_label" -> {
        String near = near(scenario.it().label(), change);
        scenario.tryCall(() -> scenario.call("get_by_name_label", near));
      }
      default -> inSession(change);
    }
  }

  private static String near(String right, NearMiss change) {
    String near = change.to(right);
    if (near.equals(right)) {
      throw new NotApplicable(Reason.Plain.NO_NEAR_MISS);
    }
    return near;
  }

  /** References and uuids may be numbers in a row, so that a near one is that of another task. */
  private Exchange ofAnother(Exchange exchange) {
    if (exchange.answer() instanceof Answer.Success success) {
      String uuid = valueOf("uuid");
      boolean ours =
          success.value() instanceof Value.Struct struct
              ? new Value.Text(uuid).equals(struct.members().get("uuid"))
              : new Value.Text(scenario.it().ref()).equals(success.value());
      if (!ours) {
        throw new NotApplicable(Reason.Plain.NO_NEAR_MISS);
      }
    }
    return exchange;
  }

  /** A session of the scenario's own: reports may then show what nearly is a live one. */
  private void inSession(NearMiss change) {
    scenario
        .caller()
        .inAnotherSession(
            session -> {
              String near = near(session, change);
              scenario.memory().keep("session", near);
              scenario.tryCall(
                  () -> scenario.caller().callIn(near, "get_status", List.of(scenario.it().ref())));
            });
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
