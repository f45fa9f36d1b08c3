package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import java.util.List;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
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
   * {@code its reference}, {@code its uuid}, {@code its name_label} or {@code a session of mine},
   * which is a session that ends with the scenario; each a little different. Of each getter, by a
   * reference, the first answer counts that is no refusal of it. Not applicable if nothing differs,
   * or if the text belongs to another task.
   */
  @When("I call {reading} for it by {handle} {change}")
  public void askFor(String reading, String handle, NearMiss change) {
    switch (handle) {
      case "its reference" -> {
        String near = near(scenario.it().ref(), change);
        scenario.memory().keep("reference", near);
        List<String> asked = messages(reading);
        scenario.tryCall(() -> asked(asked, near));
      }
      case "its uuid" -> {
        String near = near(valueOf("uuid"), change);
        scenario.memory().keep("uuid", near);
        scenario.tryCall(
            () -> {
              Exchange exchange = scenario.call(reading, near);
              return ofAnother(exchange, AnswerText.reference(exchange).orElse(""));
            });
      }
      case "its name_label" -> {
        String near = near(scenario.it().label(), change);
        scenario.tryCall(() -> scenario.call(reading, near));
      }
      default -> inSession(reading, change);
    }
  }

  private List<String> messages(String reading) {
    return reading.equals("each getter")
        ? scenario.catalogue().fields().stream()
            .filter(field -> scenario.detected().release().has(field.since()))
            .map(field -> "get_" + field.name())
            .toList()
        : List.of(reading);
  }

  /** The first answer that does not say that the reference is unknown, else the last one. */
  private Exchange asked(List<String> messages, String near) {
    Exchange last = null;
    for (String message : messages) {
      last = ofAnother(scenario.call(message, near), near);
      if (!ErrorCodes.isUnknown(last.answer())) {
        return last;
      }
    }
    return last;
  }

  private static String near(String right, NearMiss change) {
    String near = change.to(right);
    if (near.equals(right)) {
      throw new NotApplicable(Reason.Plain.NO_NEAR_MISS);
    }
    return near;
  }

  /**
   * References and uuids may be numbers in a row, so that a near one is that of another task: then
   * another uuid is that task's.
   */
  private Exchange ofAnother(Exchange exchange, String ref) {
    if (exchange.answer() instanceof Answer.Success
        && !ref.equals(scenario.it().ref())
        && scenario.call("get_uuid", ref).answer() instanceof Answer.Success uuid
        && !uuid.value().equals(new Value.Text(valueOf("uuid")))) {
      throw new NotApplicable(Reason.Plain.NO_NEAR_MISS);
    }
    return exchange;
  }

  /** A session of the scenario's own: reports may then show what nearly is a live one. */
  private void inSession(String message, NearMiss change) {
    String near = near(scenario.caller().anotherSession(), change);
    scenario.memory().keep("session", near);
    List<Object> own =
        switch (message) {
          case "get_all", "get_all_records" -> List.of();
          case "get_by_uuid", "get_by_name_label" ->
              List.of(valueOf(message.substring("get_by_".length())));
          default -> List.of(scenario.it().ref());
        };
    scenario.tryCall(() -> scenario.caller().callIn(near, message, own));
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
