package org.xapitck.kit.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;

/** What a field of the task holds, read by its getter. */
public final class FieldSteps {
  private final World world;

  public FieldSteps(World world) {
    this.world = world;
  }

  @Then("its {field} is {expectation}")
  public void is(String field, String words) {
    if (words.endsWith("if it shows any") && isGone()) {
      throw new Inapplicable("the server has already removed the task");
    }
    if (field.equals("status") && isEndedByItsCancel()) {
      return;
    }
    Expectation.of(words, field, world).judge(read(field));
  }

  /** A server may remove work that it called off; that is an end like any other. */
  private boolean isEndedByItsCancel() {
    return world.it().started().isPresent()
        && world.lastAsItIs().method().equals("task.cancel")
        && world.lastAsItIs().answer() instanceof Answer.Success
        && isGone();
  }

  private boolean isGone() {
    return Told.isUnknown(world.call("get_status", world.it().ref()).answer());
  }

  private Object read(String field) {
    String type = world.catalogue().fieldTypes().get(field);
    if (type == null) {
      throw new IllegalArgumentException("the page has no field " + field);
    }
    Exchange exchange = world.look(() -> world.call("get_" + field, world.it().ref()));
    return world.typed(exchange, Types.of(type));
  }

  /** Exactly these elements, in any order, or these keys and values. */
  @Then("its {field} holds:")
  public void holds(String field, DataTable table) {
    Object actual = read(field);
    Object expected = field.equals("other_config") ? TaskSteps.map(table) : TaskSteps.list(table);
    boolean same =
        expected instanceof List<?> list && actual instanceof List<?> got
            ? got.size() == list.size() && got.containsAll(list)
            : expected.equals(actual);
    if (!same) {
      throw new Breach(
          Said.shortened(expected.toString()),
          Said.shortened(actual.toString()) + "  (task.get_" + field + ")");
    }
  }

  @Then("its {field} differs from the other task's")
  public void differs(String field) {
    if (field.equals("ref")) {
      if (world.it().ref().equals(world.other().ref())) {
        throw new Breach("two references", world.it().ref() + " for both tasks");
      }
      return;
    }
    ApiType type = Types.of(world.catalogue().fieldTypes().get(field));
    Object own = read(field);
    Object others = world.typed(world.call("get_" + field, world.other().ref()), type);
    if (own.equals(others)) {
      throw new Breach("two values of " + field, own + " for both tasks  (task.get_" + field + ")");
    }
  }
}
