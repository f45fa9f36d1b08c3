package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.answer.Refusals;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.Owner;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.PublishedType;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.release.MapRule;
import org.xapitck.kit.scenario.Scenario;

/** What the call of the When answered. */
public final class AnswerSteps {
  private static final String DENIED = Refusals.DENIED;
  private static final String NO_SESSION = "SESSION_INVALID";

  private final Scenario scenario;
  private final FieldTypes types;
  private final StateSteps state;
  private final ListJudge lists;

  public AnswerSteps(Scenario scenario, StateSteps state) {
    this.scenario = scenario;
    this.types = scenario.fieldTypes();
    this.state = state;
    this.lists = new ListJudge(scenario);
  }

  /** With any value. */
  @Then("the call succeeds")
  public void succeeds() {
    Exchange last = scenario.last();
    if (!(last.answer() instanceof Answer.Success)) {
      throw Refusals.ofJudged("Success", last);
    }
  }

  /** With any error of the API. */
  @Then("the call is refused")
  public void isRefused() {
    Exchange last = scenario.last();
    if (last.answer() instanceof Answer.Success || !last.answered()) {
      throw new ConformanceFailure("a refusal", said(last), last.method());
    }
  }

  /** With this code; {@code RBAC_PERMISSION_DENIED}: not applicable if every role may do it. */
  @Then("the call is refused as {code}")
  public void isRefusedAs(String code) {
    if (code.equals(DENIED)
        && scenario.last().answer() instanceof Answer.Success
        && mapMayBeOpen()) {
      throw new NotApplicable(new Reason.MapIsOpen(scenario.detected().release()));
    }
    Exchange last = code.equals("HANDLE_INVALID") ? scenario.lastAsItIs() : scenario.last();
    if (!(last.answer() instanceof Answer.Failure failure && failure.code().equals(code))) {
      Owner owner = scenario.memory().owner(last);
      throw code.equals(NO_SESSION)
          ? Refusals.ofNobody(owner, "Failure " + code, last)
          : Refusals.of(owner, "Failure " + code, last);
    }
  }

  /**
   * Either is right; for {@code RBAC_PERMISSION_DENIED} the release decides, if it is known:
   * refusal up to xapi 25.7, success from 25.8 on.
   */
  @Then("the call succeeds, or is refused as {code} with nothing changed")
  @Does(Trait.COMPARES_IT)
  public void succeedsOrIsRefusedAs(String code) {
    if (code.equals(DENIED) && scenario.detected().mapRule() != MapRule.EITHER) {
      deniedByRelease();
      return;
    }
    Exchange last = scenario.last();
    boolean errorsAreJudged = !code.equals(DENIED) && scenario.it().started().isEmpty();
    Owner owner = errorsAreJudged ? Owner.of(last.method() + ".error") : Owner.SCENARIO;
    if (last.answer() instanceof Answer.Failure failure && failure.code().equals(code)) {
      state.isUnchanged(ParameterTypes.Whom.IT, owner);
      scenario.memory().allowRefusal();
    } else if (!(last.answer() instanceof Answer.Success)) {
      throw Refusals.of(owner, "Success, or Failure " + code, last);
    }
  }

  private void deniedByRelease() {
    if (mapMayBeOpen()) {
      succeeds();
    } else {
      isRefusedAs(DENIED);
      state.isUnchanged(ParameterTypes.Whom.IT);
    }
  }

  private boolean mapMayBeOpen() {
    return scenario.detected().mapRule() != MapRule.CLOSED;
  }

  /**
   * {@code the class and the reference}, {@code the class and the uuid} (the class in any case),
   * {@code the session}, {@code the message}, {@code the permission}.
   */
  @Then("the refusal names {named}")
  public void refusalNames(String named) {
    Exchange last = scenario.lastAsItIs();
    if (!(last.answer() instanceof Answer.Failure failure)) {
      throw new ConformanceFailure("a Failure", said(last), last.method())
          .of(scenario.memory().owner(last));
    }
    if (!last.violations().isEmpty()) {
      throw new PreconditionFailed(
          new Reason.BlockedBy(last.violations().get(0).rule(), Reason.Obstacle.ERROR_PARAMETERS));
    }
    List<String> parameters = failure.parameters();
    switch (named) {
      case "the class and the reference" ->
          classAnd(scenario.memory().kept("reference"), last, parameters);
      case "the class and the uuid" -> classAnd(scenario.memory().kept("uuid"), last, parameters);
      case "the session" -> first(scenario.memory().kept("session"), last, parameters);
      case "the message" -> first(scenario.memory().kept("message"), last, parameters);
      default -> {
        if (parameters.isEmpty() || !TaskClass.has(parameters.get(0))) {
          throw new ConformanceFailure(
              "the permission task.... as first parameter", said(last), last.method());
        }
      }
    }
  }

  private void classAnd(String value, Exchange last, List<String> parameters) {
    if (parameters.size() < 2
        || !parameters.get(0).equalsIgnoreCase(TaskClass.NAME)
        || !parameters.get(1).equals(value)) {
      throw new ConformanceFailure("parameters [task, " + value + "]", said(last), last.method())
          .of(scenario.memory().owner(last));
    }
  }

  private static void first(String value, Exchange last, List<String> parameters) {
    if (parameters.isEmpty() || !parameters.get(0).equals(value)) {
      throw new ConformanceFailure("the first parameter " + value, said(last), last.method());
    }
  }

  /**
   * In the page's words: {@code void}, {@code task ref set}, {@code enum task_status_type}, {@code
   * task record} (every field of its type), {@code record of any fields}.
   */
  @Then("the answer is of type {type}")
  public void isOfType(PublishedType type) {
    Exchange last = scenario.last();
    if (last.answer() instanceof Answer.Failure && scenario.memory().refusalAllowed()) {
      return;
    }
    if (!(last.answer() instanceof Answer.Success success)) {
      throw Refusals.ofJudged("a " + type, last);
    }
    types.check(type, success.value(), AnswerPart.of(last.method()));
  }

  /** All tasks of the scenario, unless one was collected; {@code contains it} asks for the last. */
  @Then("the answer contains all of them")
  public void containsAllOfThem() {
    lists.containsAll(scenario::them);
  }

  /**
   * {@code contains it} (unless it was collected), {@code leaves it out}, {@code is it}, {@code is
   * it alone} (a list of nothing else), {@code is empty}.
   */
  @Then("the answer {finding}")
  public void finds(String finding) {
    switch (finding) {
      case "contains it" -> lists.containsAll(() -> List.of(scenario.it()));
      case "is it" -> isIt();
      case "is it alone" -> lists.isItAlone();
      case "leaves it out" -> lists.leavesItOut();
      default -> isEmpty();
    }
  }

  private void isIt() {
    Exchange last = scenario.last();
    if (last.answer() instanceof Answer.Failure) {
      throw Refusals.ofJudged(scenario.it().ref(), last);
    }
    Object ref = scenario.typed(last, ApiType.REF);
    if (!ref.equals(scenario.it().ref())) {
      throw new ConformanceFailure(scenario.it().ref(), ref.toString(), last.method());
    }
  }

  private void isEmpty() {
    Exchange last = scenario.last();
    if (!(last.answer() instanceof Answer.Success success)) {
      throw Refusals.ofJudged("an empty answer", last);
    }
    boolean empty =
        success.value() instanceof Value.Array array && array.elements().isEmpty()
            || success.value() instanceof Value.Text text && text.text().isEmpty()
            || success.value() instanceof Value.Struct struct && struct.members().isEmpty();
    if (!empty) {
      throw new ConformanceFailure("an empty answer", said(last), last.method());
    }
  }

  /** Each field of its record equals what its getter gives; its record may stand among others. */
  @Then("the answer agrees with its getters")
  public void agreesWithGetters() {
    Exchange last = scenario.last();
    Map<String, Value> record = recordOfIt(last);
    scenario
        .catalogue()
        .fields()
        .forEach(
            field -> {
              String name = field.name();
              if (record.containsKey(name) && !name.equals("allowed_operations")) {
                agrees(name, field.type().type(), record.get(name), last);
              }
            });
  }

  private Map<String, Value> recordOfIt(Exchange last) {
    if (last.method().equals(TaskClass.GET_ALL_RECORDS)) {
      Map<String, Value> record =
          FieldTypes.records(scenario.typed(last, ApiType.RECORD_MAP))
              .getOrDefault(scenario.it().ref(), Map.of());
      types.checkRecord(record, last.method());
      return record;
    }
    return FieldTypes.record(scenario.typed(last, ApiType.RECORD));
  }

  private void agrees(String field, ApiType type, Value inRecord, Exchange last) {
    Object recorded = scenario.typed(inRecord, type, AnswerPart.of(last.method(), field));
    Exchange getter = scenario.call("get_" + field, scenario.it().ref());
    Object got = scenario.typed(getter, type);
    if (!recorded.equals(got)) {
      throw new ConformanceFailure(
          "the same " + field + " in record and getter",
          AnswerText.shortened(recorded + " in the record, " + got + " from task.get_" + field));
    }
  }

  /**
   * {@code success} or {@code refusal}, judged on the answer as it came; only in {@code wire/}. Not
   * testable if the answer is of the other kind.
   */
  @Then("the {kind} keeps the form {rule}")
  public void keepsTheForm(String kind, String rule) {
    Exchange last = scenario.lastAsItIs();
    for (Exchange.Violation violation : last.violations()) {
      if (violation.rule().equals(rule)) {
        throw new ConformanceFailure(violation.expected(), violation.actual(), last.method());
      }
    }
    if (!last.answered()) {
      throw new ConformanceFailure("an answer", said(last), last.method());
    }
    boolean other =
        kind.equals("success")
            ? last.answer() instanceof Answer.Failure
            : last.answer() instanceof Answer.Success;
    if (other) {
      Owner owner =
          kind.equals("success") ? Refusals.ofOther(last).owner() : scenario.memory().owner(last);
      throw new ConformanceFailure("a " + kind, said(last), last.method()).of(owner);
    }
  }

  private static String said(Exchange exchange) {
    return AnswerText.of(exchange.answer());
  }
}
