package org.xapitck.kit.steps;

import io.cucumber.java.en.Then;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.target.MapRule;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;

/** What the call of the When answered. */
public final class AnswerSteps {
  private static final String DENIED = "RBAC_PERMISSION_DENIED";

  private final World world;
  private final Types types;
  private final StateSteps state;

  public AnswerSteps(World world, StateSteps state) {
    this.world = world;
    this.types = new Types(world);
    this.state = state;
  }

  @Then("the call succeeds")
  public void succeeds() {
    Exchange last = world.last();
    if (!(last.answer() instanceof Answer.Success)) {
      throw new Breach("Success", said(last));
    }
  }

  @Then("the call is refused")
  public void isRefused() {
    Exchange last = world.last();
    if (last.answer() instanceof Answer.Success || !last.answered()) {
      throw new Breach("a refusal", said(last));
    }
  }

  /** By an error of the API with this code; its parameters are judged by a step of their own. */
  @Then("the call is refused as {code}")
  public void isRefusedAs(String code) {
    if (code.equals(DENIED) && world.last().answer() instanceof Answer.Success && mapMayBeOpen()) {
      throw new Inapplicable(
          "this server lets every role write the map of its own tasks, so no refusal can be brought"
              + " about (judged by "
              + world.claim().release()
              + ")");
    }
    Exchange last = code.equals("HANDLE_INVALID") ? world.lastAsItIs() : world.last();
    if (!(last.answer() instanceof Answer.Failure failure && failure.code().equals(code))) {
      throw new Breach("Failure " + code, said(last));
    }
  }

  /** The page lists the error; a server that never raises it is as right as one that does. */
  @Then("the call succeeds, or is refused as {code} with nothing changed")
  public void succeedsOrIsRefusedAs(String code) {
    if (code.equals(DENIED) && world.claim().mapRule() != MapRule.EITHER) {
      deniedByRelease();
      return;
    }
    Exchange last = world.last();
    if (last.answer() instanceof Answer.Failure failure && failure.code().equals(code)) {
      state.isUnchanged("it");
      world.allowRefusal();
    } else if (!(last.answer() instanceof Answer.Success)) {
      throw new Breach("Success, or Failure " + code, said(last));
    }
  }

  /** Who may write a map below pool-operator changed with xapi 25.8, so one of both is right. */
  private void deniedByRelease() {
    if (mapMayBeOpen()) {
      succeeds();
    } else {
      isRefusedAs(DENIED);
      state.isUnchanged("it");
    }
  }

  private boolean mapMayBeOpen() {
    return world.claim().mapRule() != MapRule.CLOSED;
  }

  /** The parameters of the error: the class ignoring case, everything else to the letter. */
  @Then("the refusal names {named}")
  public void refusalNames(String named) {
    Exchange last = world.lastAsItIs();
    if (!(last.answer() instanceof Answer.Failure failure)) {
      throw new Breach("a Failure", said(last));
    }
    if (!last.violations().isEmpty()) {
      throw new Blocked(
          "the parameters of the error cannot be trusted; "
              + last.violations().get(0).rule()
              + " judges that");
    }
    List<String> parameters = failure.parameters();
    switch (named) {
      case "the class and the reference" -> classAnd(world.told("reference"), last, parameters);
      case "the class and the uuid" -> classAnd(world.told("uuid"), last, parameters);
      case "the session" -> first(world.told("session"), last, parameters);
      case "the message" -> first(world.told("message"), last, parameters);
      default -> {
        if (parameters.isEmpty() || !parameters.get(0).startsWith("task.")) {
          throw new Breach("the permission task.... as first parameter", said(last));
        }
      }
    }
  }

  private static void classAnd(String value, Exchange last, List<String> parameters) {
    if (parameters.size() < 2
        || !parameters.get(0).equalsIgnoreCase("task")
        || !parameters.get(1).equals(value)) {
      throw new Breach("parameters [task, " + value + "]", said(last));
    }
  }

  private static void first(String value, Exchange last, List<String> parameters) {
    if (parameters.isEmpty() || !parameters.get(0).equals(value)) {
      throw new Breach("the first parameter " + value, said(last));
    }
  }

  @Then("the answer is of type {type}")
  public void isOfType(String words) {
    Exchange last = world.last();
    if (last.answer() instanceof Answer.Failure && world.refusalAllowed()) {
      return;
    }
    if (!(last.answer() instanceof Answer.Success success)) {
      throw new Breach("a " + words, said(last));
    }
    types.check(words, success.value(), last.method());
  }

  /** {@code contains it}, {@code is it}, {@code is empty}. */
  @Then("the answer {finding}")
  public void finds(String finding) {
    switch (finding) {
      case "contains it" -> containsIt();
      case "is it" -> isIt();
      default -> isEmpty();
    }
  }

  /** Looked for by inclusion: a live server has tasks of others, and they come and go. */
  private void containsIt() {
    world.look(
        () -> {
          Exchange last = world.last();
          return contains(last, world.it().ref()) ? last : stillKnown(last);
        });
  }

  private Exchange stillKnown(Exchange last) {
    Exchange status = world.call("get_status", world.it().ref());
    if (world.wasCollected(status)) {
      return status;
    }
    throw new Breach(
        "an answer that holds the task " + world.it().ref(),
        "it is left out  ("
            + last.method()
            + ", while task.get_status says "
            + Said.of(status.answer())
            + ")");
  }

  private boolean contains(Exchange last, String ref) {
    if (!(last.answer() instanceof Answer.Success success)) {
      throw new Breach("Success", said(last));
    }
    if (success.value() instanceof Value.Struct) {
      Map<String, Map<String, Value>> records =
          Types.records(world.typed(success.value(), ApiType.RECORD_MAP, last.method()));
      return records.containsKey(ref);
    }
    return ((Collection<?>) world.typed(success.value(), ApiType.STRING_SET, last.method()))
        .contains(ref);
  }

  private void isIt() {
    Exchange last = world.last();
    Object ref = world.typed(last, ApiType.REF);
    if (!ref.equals(world.it().ref())) {
      throw new Breach(world.it().ref(), ref + "  (" + last.method() + ")");
    }
  }

  private void isEmpty() {
    Exchange last = world.last();
    if (!(last.answer() instanceof Answer.Success success)) {
      throw new Breach("an empty answer", said(last));
    }
    boolean empty =
        success.value() instanceof Value.Array array && array.elements().isEmpty()
            || success.value() instanceof Value.Text text && text.text().isEmpty()
            || success.value() instanceof Value.Struct struct && struct.members().isEmpty();
    if (!empty) {
      throw new Breach("an empty answer", said(last));
    }
  }

  @Then("the answer agrees with its getters")
  public void agreesWithGetters() {
    Exchange last = world.last();
    Map<String, Value> record = recordOfIt(last);
    world
        .catalogue()
        .fieldTypes()
        .forEach(
            (field, type) -> {
              if (record.containsKey(field) && !field.equals("allowed_operations")) {
                agrees(field, type, record.get(field), last);
              }
            });
  }

  private Map<String, Value> recordOfIt(Exchange last) {
    if (last.method().endsWith("get_all_records")) {
      Map<String, Value> record =
          Types.records(world.typed(last, ApiType.RECORD_MAP))
              .getOrDefault(world.it().ref(), Map.of());
      types.checkRecord(record, last.method());
      return record;
    }
    return Types.record(world.typed(last, ApiType.RECORD));
  }

  private void agrees(String field, String type, Value inRecord, Exchange last) {
    Object recorded = world.typed(inRecord, Types.of(type), last.method() + ", field " + field);
    Exchange getter = world.call("get_" + field, world.it().ref());
    Object got = world.typed(getter, Types.of(type));
    if (!recorded.equals(got)) {
      throw new Breach(
          "the same " + field + " in record and getter",
          Said.shortened(recorded + " in the record, " + got + " from task.get_" + field));
    }
  }

  /**
   * Judged on the answer as it came, before anybody gave it a meaning. Whether it should have been
   * a success or a refusal, and which, is for the requirements of the message to say.
   */
  @Then("the {kind} keeps the form {rule}")
  public void keepsTheForm(String kind, String rule) {
    Exchange last = world.lastAsItIs();
    for (Exchange.Violation violation : last.violations()) {
      if (violation.rule().equals(rule)) {
        throw new Breach(violation.expected(), violation.actual() + "  (" + last.method() + ")");
      }
    }
    if (!last.answered()) {
      throw new Breach("an answer", said(last));
    }
    boolean other =
        kind.equals("success")
            ? last.answer() instanceof Answer.Failure
            : last.answer() instanceof Answer.Success;
    if (other) {
      throw new Blocked("there is no " + kind + " to look at: " + said(last));
    }
  }

  private static String said(Exchange exchange) {
    return Said.of(exchange.answer()) + "  (" + exchange.method() + ")";
  }
}
