package org.xapitck.kit.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Set;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.SourceTasks;

/** What a field of the task holds, read by its getter. */
public final class FieldSteps {
  /** They are shown at most until the server has removed the task. */
  private static final Set<Expectation> MAY_BE_GONE =
      Set.of(
          Expectation.Named.CANCEL_IF_SHOWN,
          Expectation.Named.DESTROY_IF_SHOWN,
          Expectation.Named.PENDING_STILL);

  /** What holds of any task, however it came to be; so do the statuses of one of several. */
  private static final Set<Expectation> OF_ANY_TASK =
      Set.of(
          Expectation.Named.CANCEL_IF_SHOWN,
          Expectation.Named.DESTROY_IF_SHOWN,
          Expectation.Named.UUID,
          Expectation.Named.OF_ITS_TYPE,
          Expectation.Named.AS_IN_ITS_RECORD,
          Expectation.Named.NOT_BEFORE_CREATED);

  private final Scenario scenario;
  private final SourceTasks sources;
  private final ExpectationJudge judge;

  public FieldSteps(Scenario scenario, SourceTasks sources) {
    this.scenario = scenario;
    this.sources = sources;
    this.judge = new ExpectationJudge(scenario);
  }

  /** Its getter gives what is expected; see below. */
  @Then("its {field} is {expectation}")
  @Does(value = Trait.COMPARES_IT, where = "unchanged")
  @Does(value = Trait.LATE, where = "not that of the run's first task")
  public void is(String field, Expectation expectation) {
    if (!OF_ANY_TASK.contains(expectation) && !(expectation instanceof Expectation.OneOf)) {
      sources.refuseToCompare();
    }
    if (MAY_BE_GONE.contains(expectation) && isGone()) {
      throw new NotApplicable(Reason.Plain.TASK_REMOVED);
    }
    if (field.equals("status") && isEndedByItsCancel()) {
      return;
    }
    if (expectation == Expectation.Named.AS_IN_ITS_RECORD) {
      judge.readInRecord(field);
    }
    judge.judge(expectation, field, read(field));
  }

  /** Each of these fields is unchanged, read by its getter. */
  @Then("its fields are unchanged:")
  @Does(Trait.COMPARES_IT)
  public void areUnchanged(DataTable fields) {
    fields.column(0).forEach(field -> is(field, Expectation.Named.UNCHANGED));
  }

  /** A server may remove work that it called off; that is an end like any other. */
  private boolean isEndedByItsCancel() {
    return scenario.it().started().isPresent()
        && scenario.lastAsItIs().method().equals(TaskClass.CANCEL)
        && scenario.lastAsItIs().answer() instanceof Answer.Success
        && isGone();
  }

  private boolean isGone() {
    return ErrorCodes.isUnknown(scenario.call("get_status", scenario.it().ref()).answer());
  }

  private Object read(String field) {
    ApiType type = scenario.catalogue().field(field).type().type();
    Exchange exchange = scenario.look(() -> scenario.call("get_" + field, scenario.it().ref()));
    return scenario.typed(exchange, type);
  }

  /**
   * error_info or other_config holds exactly these, whatever their order; the table as in {@code I
   * set its {field} to:}.
   */
  @Then("its {field} holds:")
  public void holds(String field, DataTable table) {
    sources.refuseToCompare();
    Object actual = read(field);
    boolean isMap = scenario.catalogue().field(field).type().type() == ApiType.STRING_MAP;
    Object expected = isMap ? TaskSteps.map(table) : TaskSteps.list(table);
    boolean same =
        expected instanceof List<?> list && actual instanceof List<?> got
            ? got.size() == list.size() && got.containsAll(list)
            : expected.equals(actual);
    if (!same) {
      throw new ConformanceFailure(
          AnswerText.shortened(expected.toString()),
          AnswerText.shortened(actual.toString()),
          "task.get_" + field);
    }
  }

  /** Of the field uuid, or ref. */
  @Then("its {field} differs from the other task's")
  public void differs(String field) {
    if (field.equals("ref")) {
      if (scenario.it().ref().equals(scenario.other().ref())) {
        throw new ConformanceFailure("two references", scenario.it().ref() + " for both tasks")
            .of(Owner.of("task.create.unique"));
      }
      return;
    }
    ApiType type = scenario.catalogue().field(field).type().type();
    Object own = read(field);
    Object others = scenario.typed(scenario.call("get_" + field, scenario.other().ref()), type);
    if (own.equals(others)) {
      throw new ConformanceFailure(
              "two values of " + field, own + " for both tasks", "task.get_" + field)
          .of(Owner.of("task." + field + ".meaning"));
    }
  }
}
