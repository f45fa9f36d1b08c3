package org.xapitck.kit.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Role;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;

/** Tasks are made, changed, cancelled and destroyed. */
public final class TaskSteps {
  private final World world;

  public TaskSteps(World world) {
    this.world = world;
  }

  /**
   * Whose account makes the calls that follow; not testable without one, or where it is not of its
   * role.
   */
  @Given("I am {role}")
  public void speakAs(Role role) {
    world.voice().speakAs(role);
  }

  @Given("a task of mine")
  public void aTask() {
    world.act(() -> world.beAbout(world.create(world.freshMark(), "made by a conformance test")));
  }

  /** The server may collect it from now on; looks at it try fresh ones. */
  @Given("a task of mine that ended as {status}")
  public void aCompletedTask(String status) {
    world.act(
        () -> {
          world.beAbout(world.create(world.freshMark(), "made by a conformance test"));
          setStatus(status);
        });
  }

  private void setStatus(String status) {
    Exchange exchange = world.call("set_status", world.it().ref(), status);
    if (exchange.answer() instanceof Answer.Success && Told.isFinal(status)) {
      world.taskIsCompleted();
    } else {
      world.typed(exchange, ApiType.VOID);
    }
  }

  /** A bystander that nobody touches. */
  @Given("another task of mine")
  public void anotherTask() {
    Subject other = world.create(world.freshMark(), "a bystander of a conformance test");
    if (world.itIfAny().filter(it -> it.ref().equals(other.ref())).isPresent()) {
      throw new Blocked("create gave the same reference twice; task.create.unique judges that");
    }
    world.standBeside(other);
  }

  /** Made by the account of the role, whoever speaks. */
  @Given("a task made by {role}")
  public void aTaskOf(Role role) {
    Account speaker = world.voice().speaker();
    world.act(
        () -> {
          world.voice().speakAs(world.voice().accountOfOrRoot(role));
          world.beAbout(world.create(world.freshMark(), "made by a conformance test"));
          world.voice().speakAs(speaker);
        });
  }

  @When("I create a task")
  public void create() {
    tryCreate(world.freshMark(), "made by a conformance test");
  }

  /** The field that is not given carries the kit's mark. */
  @When("I create a task with the {field} {text}")
  public void createWith(String field, ParameterTypes.Text text) {
    switch (field) {
      case "name_label" -> tryCreate(text.value(), world.freshMark());
      case "name_description" -> tryCreate(world.freshMark(), text.value());
      case "name_label and name_description" -> tryCreate(text.value(), text.value());
      default -> throw new IllegalArgumentException("create does not take the field " + field);
    }
  }

  private void tryCreate(String label, String description) {
    world.tryCall(
        () -> {
          Exchange exchange = world.call("create", label, description);
          Said.reference(exchange).ifPresent(ref -> world.beAbout(world.subject(ref, label)));
          return exchange;
        });
  }

  /**
   * Status, progress, result; for error_info a list of this one element, for other_config one
   * value.
   */
  @When("I set its {field} to {text}")
  public void set(String field, ParameterTypes.Text text) {
    Object value =
        switch (field) {
          case "progress" -> number(text.value());
          case "error_info" -> List.of(text.value());
          case "other_config" -> Map.of("xapi-task-tck", text.value());
          default -> text.value();
        };
    world.tryCall(
        () -> {
          Exchange exchange = world.call("set_" + field, world.it().ref(), value);
          if (field.equals("status")
              && exchange.answer() instanceof Answer.Success
              && Told.isFinal(text.value())) {
            world.taskIsCompleted();
          }
          return exchange;
        });
  }

  private static Object number(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /**
   * Elements of error_info in one column, or keys and values of other_config in two. As a Given by
   * an account that may not write the map, it is done by the strongest account, and a refusal is
   * tolerated: then only the code of the refusal under test can be judged.
   */
  @When("I set its {field} to:")
  public void setAll(String field, DataTable table) {
    if (field.equals("other_config")
        && world.stage().notes().preparing()
        && !world.voice().speakerMayWriteAnyMap()) {
      Account strongest = world.conversation().target().accounts().strongest();
      world.prepareAs(strongest, "set_other_config", world.it().ref(), map(table));
      return;
    }
    if (field.equals("other_config")) {
      world.tryCall(() -> world.call("set_other_config", world.it().ref(), map(table)));
      return;
    }
    List<String> list = list(table);
    world.giveInOrder(list);
    world.tryCall(() -> world.call("set_" + field, world.it().ref(), list));
  }

  static List<String> list(DataTable table) {
    return table.column(0).stream().map(cell -> Texts.of(cell == null ? "empty" : cell)).toList();
  }

  static Map<String, String> map(DataTable table) {
    Map<String, String> map = new LinkedHashMap<>();
    for (List<String> row : table.cells()) {
      map.put(Texts.of(row.get(0)), Texts.of(row.get(1) == null ? "empty" : row.get(1)));
    }
    return map;
  }

  @When("I add the key {text} with the value {text}")
  public void add(ParameterTypes.Text key, ParameterTypes.Text value) {
    world.tryCall(
        () -> world.call("add_to_other_config", world.it().ref(), key.value(), value.value()));
  }

  @When("I remove the key {text}")
  public void remove(ParameterTypes.Text key) {
    world.tryCall(() -> world.call("remove_from_other_config", world.it().ref(), key.value()));
  }

  /** After a cancel a server may end the task at once and, as of any that ended, collect it. */
  @When("I {ending} it")
  public void end(String message) {
    world.tryCall(
        () -> {
          Exchange exchange = world.call(message, world.it().ref());
          if (message.equals("cancel") && exchange.answer() instanceof Answer.Success) {
            world.taskIsCompleted();
          }
          return exchange;
        });
  }
}
