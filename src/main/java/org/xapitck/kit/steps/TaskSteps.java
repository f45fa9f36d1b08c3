package org.xapitck.kit.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Intent;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.SampleTexts;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.scenario.SourceTasks;
import org.xapitck.kit.scenario.Speaker;
import org.xapitck.kit.work.TaskSource;

/** Makes, changes, cancels and destroys tasks. */
public final class TaskSteps {
  private final Scenario scenario;
  private final SourceTasks sources;

  public TaskSteps(Scenario scenario, SourceTasks sources) {
    this.scenario = scenario;
    this.sources = sources;
  }

  /**
   * The account of this role makes the calls that follow; not testable without such an account, or
   * if it is of another role.
   */
  @Given("I am {role}")
  public void speakAs(Role role) {
    scenario.caller().speaker().become(role);
  }

  /**
   * A pending task, made by the present account.
   *
   * <p>Where create fails and a source of the user's starts tasks, one of these is looked at or
   * cancelled in its place; what writes to it, or expects what create gives, is not testable.
   */
  @Given("a task of mine")
  public void aTask() {
    AtomicReference<TaskSource> shown = new AtomicReference<>();
    scenario.act(() -> scenario.takeUp(sources.mine(shown)));
  }

  /**
   * The same, set to a final status; a server may collect it, then a fresh one is tried, five at
   * most.
   */
  @Given("a task of mine that ended as {status}")
  public void aCompletedTask(String status) {
    AtomicReference<TaskSource> shown = new AtomicReference<>();
    scenario.act(
        () -> {
          ScenarioTask task = sources.mineEndedAs(status, shown);
          scenario.takeUp(task);
          if (task.started().isEmpty()) {
            setStatus(status);
          }
        });
  }

  private void setStatus(String status) {
    Exchange exchange = scenario.call("set_status", scenario.it().ref(), status);
    if (exchange.answer() instanceof Answer.Success) {
      scenario.taskIsCompleted();
    } else {
      throw Refusals.ofOther(exchange);
    }
  }

  /** The other task, a bystander. */
  @Given("another task of mine")
  public void anotherTask() {
    ScenarioTask other = scenario.maker().create("a bystander of a conformance test");
    if (scenario.itIfAny().filter(it -> it.ref().equals(other.ref())).isPresent()) {
      throw new PreconditionFailed(
          new Reason.BlockedBy("task.create.unique", Reason.Obstacle.SAME_REFERENCE_TWICE));
    }
    scenario.setBeside(other);
  }

  /** Pending tasks; fewer if fewer may exist, or if tasks stay and fewer are free. */
  @Given("ten tasks of mine")
  @Does(Trait.MANY_TASKS)
  public void tenTasks() {
    scenario.act(
        () -> {
          scenario.takeUp(scenario.maker().create("made by a conformance test"));
          for (int more = scenario.api().ledger().admission().many() - 1; more > 0; more--) {
            scenario.maker().oneMore("made by a conformance test").ifPresent(scenario::takeUp);
          }
        });
  }

  /** Its record, or that of the other task, is kept for the steps that compare with it. */
  @Given("I note how {whom} is")
  @Does(value = Trait.NOTES_IT, where = "it")
  @Does(value = Trait.NOTES_THE_OTHER_TASK, where = "the other task")
  public void note(ParameterTypes.Whom whom) {
    if (whom == ParameterTypes.Whom.IT) {
      scenario.note();
    } else {
      scenario.noteOther();
    }
  }

  /** It is a pending task of another account. */
  @Given("a task made by {role}")
  public void aTaskOf(Role role) {
    Speaker speaker = scenario.caller().speaker();
    Account before = speaker.account();
    scenario.act(
        () -> {
          speaker.become(speaker.accountOf(role));
          scenario.takeUp(scenario.maker().create("made by a conformance test"));
          speaker.become(before);
        });
  }

  /** With a label and a description of the kit's own. */
  @When("I create a task")
  @Does(Trait.MAKES_TASKS)
  public void create() {
    tryCreate(scenario.freshMark(), "made by a conformance test");
  }

  /**
   * name_label or name_description as given, the other is the kit's mark; {@code name_label and
   * name_description}: both as given, no mark.
   */
  @When("I create a task with the {field} {text}")
  @Does(Trait.MAKES_TASKS)
  public void createWith(String field, ParameterTypes.Text text) {
    switch (field) {
      case "name_label" -> tryCreate(text.value(), scenario.freshMark());
      case "name_description" -> tryCreate(scenario.freshMark(), text.value());
      case "name_label and name_description" -> tryCreate(text.value(), text.value());
      default -> throw new IllegalArgumentException("create does not take the field " + field);
    }
  }

  private void tryCreate(String label, String description) {
    scenario.tryCall(
        () -> {
          Exchange exchange = scenario.call("create", label, description);
          AnswerText.reference(exchange)
              .ifPresent(ref -> scenario.takeUp(scenario.maker().subject(ref, label)));
          return exchange;
        });
  }

  /**
   * Status (quoted), progress (a bare number), result; for error_info a list of this one element,
   * for other_config one value.
   */
  @When("I set its {field} to {text}")
  public void set(String field, ParameterTypes.Text text) {
    Object value =
        switch (scenario.catalogue().field(field).type().type()) {
          case FLOAT -> number(text.value());
          case STRING_SET -> List.of(text.value());
          case STRING_MAP -> Map.of("xapi-task-tck", text.value());
          default -> text.value();
        };
    scenario.tryCall(
        () -> {
          Exchange exchange = scenario.call("set_" + field, scenario.it().ref(), value);
          if (field.equals("status")
              && exchange.answer() instanceof Answer.Success
              && TaskClass.isFinal(text.value())) {
            scenario.taskIsCompleted();
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
   * error_info from a column of elements, other_config from two columns, key and value; no header
   * row.
   *
   * <p>As a Given of a scenario that judges a role, the map is set by the strongest account, and a
   * refusal is tolerated: then only the code of the refusal under test can be judged.
   */
  @When("I set its {field} to:")
  public void setAll(String field, DataTable table) {
    if (field.equals("other_config") && scenario.context().notes().preparing() && judgesRoles()) {
      Account strongest = scenario.caller().speaker().strongest();
      scenario.prepareAs(strongest, "set_other_config", scenario.it().ref(), map(table));
      return;
    }
    if (field.equals("other_config")) {
      scenario.tryCall(() -> scenario.call("set_other_config", scenario.it().ref(), map(table)));
      return;
    }
    List<String> list = list(table);
    scenario.memory().giveInOrder(list);
    scenario.tryCall(() -> scenario.call("set_" + field, scenario.it().ref(), list));
  }

  private boolean judgesRoles() {
    return scenario.context().notes().intents().contains(Intent.ROLE_MATRIX);
  }

  static List<String> list(DataTable table) {
    return table.column(0).stream()
        .map(cell -> SampleTexts.ofCell(cell == null ? "empty" : cell))
        .toList();
  }

  static Map<String, String> map(DataTable table) {
    Map<String, String> map = new LinkedHashMap<>();
    for (List<String> row : table.cells()) {
      map.put(
          SampleTexts.ofCell(row.get(0)),
          SampleTexts.ofCell(row.get(1) == null ? "empty" : row.get(1)));
    }
    return map;
  }

  /** To its other_config. */
  @When("I add the key {text} with the value {text}")
  public void add(ParameterTypes.Text key, ParameterTypes.Text value) {
    scenario.tryCall(
        () ->
            scenario.call("add_to_other_config", scenario.it().ref(), key.value(), value.value()));
  }

  /** From its other_config. */
  @When("I remove the key {text}")
  public void remove(ParameterTypes.Text key) {
    scenario.tryCall(
        () -> scenario.call("remove_from_other_config", scenario.it().ref(), key.value()));
  }

  /**
   * {@code I cancel it}, {@code I destroy it}.
   *
   * <p>After a cancel a server may end the task at once and, as of any that ended, collect it.
   */
  @When("I {ending} it")
  @Does(Trait.USES_UP_A_TASK)
  public void end(String message) {
    scenario.tryCall(
        () -> {
          Exchange exchange = scenario.call(message, scenario.it().ref());
          if (message.equals("cancel") && exchange.answer() instanceof Answer.Success) {
            scenario.taskIsCompleted();
          }
          return exchange;
        });
  }
}
