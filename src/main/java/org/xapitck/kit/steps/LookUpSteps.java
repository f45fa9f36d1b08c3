package org.xapitck.kit.steps;

import io.cucumber.java.en.When;
import org.xapitck.kit.wire.ApiType;

/** Tasks are read, listed and looked up. */
public final class LookUpSteps {
  private final World world;

  public LookUpSteps(World world) {
    this.world = world;
  }

  @When("I read its {field}")
  public void readField(String field) {
    if (field.equals("record")) {
      readRecord();
      return;
    }
    world.tryCall(() -> world.call("get_" + field, world.it().ref()));
  }

  private void readRecord() {
    world.tryCall(() -> world.call("get_record", world.it().ref()));
  }

  @When("I list all tasks")
  public void list() {
    world.tryCall(() -> world.call("get_all"));
  }

  @When("I read the records of all tasks")
  public void readAll() {
    world.tryCall(() -> world.call("get_all_records"));
  }

  /** By its uuid or its name_label. */
  @When("I look up its {field}")
  public void lookUp(String field) {
    world.tryCall(
        () -> {
          String value =
              field.equals("uuid")
                  ? (String) world.typed(world.call("get_uuid", world.it().ref()), ApiType.STRING)
                  : world.it().label();
          return world.call("get_by_" + field, value);
        });
  }

  /**
   * A uuid or name_label that is none of the scenario's, made unlike any other by the kit's mark.
   */
  @When("I look up the {field} {text}")
  public void lookUpText(String field, ParameterTypes.Text text) {
    world.tell(field, text.value());
    world.tryCall(() -> world.call("get_by_" + field, text.value()));
  }
}
