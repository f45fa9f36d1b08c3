package org.xapitck.kit.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xapitck.kit.answer.AnswerPart;
import org.xapitck.kit.answer.FieldTypes;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.NotApplicable;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.scenario.AcrossScenarios;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.scenario.SourceTasks;
import org.xapitck.kit.scenario.Subtasks;

/** Holds the value of a field against what is expected of it. */
final class ExpectationJudge {
  /** A task without a parent names none by this reference, or by an empty one. */
  private static final List<String> NULL_REFERENCES = List.of("OpaqueRef:NULL", "NULL", "Null", "");

  /** A server's clock may be set while a task runs. */
  private static final Duration CLOCK_SET = Duration.ofMinutes(1);

  /** 2 s: servers tell whole seconds. */
  private static final Duration APART = Duration.ofSeconds(2);

  private static final Pattern ENCODED =
      Pattern.compile("<value\\s*/>|<value>.*</value>|OpaqueRef:\\S+", Pattern.DOTALL);

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Scenario scenario;

  ExpectationJudge(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Judges a value that was read as the field's type.
   *
   * @throws ConformanceFailure where it is not as expected
   */
  void judge(Expectation expectation, String field, Object actual) {
    Optional<Object> reference = reference(expectation, field);
    if (!reference.map(actual::equals).orElseGet(() -> holds(expectation, field, actual))) {
      throw new ConformanceFailure(
          field
              + " "
              + expectation.words()
              + reference.map(value -> ": " + shown(value)).orElse(""),
          shown(actual),
          "task.get_" + field);
    }
  }

  private static String shown(Object value) {
    return AnswerText.shortened(
        value instanceof String text ? '"' + text + '"' : String.valueOf(value));
  }

  /** The value to be equal to, read once: what is shown is what was compared. */
  private Optional<Object> reference(Expectation expectation, String field) {
    if (expectation == Expectation.Named.UNCHANGED) {
      return Optional.of(before(field));
    }
    return expectation == Expectation.Named.AS_IN_ITS_RECORD
        ? Optional.of(inRecord(field))
        : Optional.empty();
  }

  private boolean holds(Expectation expectation, String field, Object value) {
    if (expectation instanceof Expectation.Text text) {
      return text.text().equals(value);
    }
    if (expectation instanceof Expectation.Number number) {
      return value instanceof Double got
          && Math.abs(got - number.value()) <= Math.abs(number.value()) * number.relative();
    }
    if (expectation instanceof Expectation.NearNow near) {
      return isNearNow((Instant) value, near.most());
    }
    if (expectation instanceof Expectation.OneOf some) {
      return some.texts().contains(value);
    }
    return holds((Expectation.Named) expectation, field, value);
  }

  private boolean holds(Expectation.Named expectation, String field, Object value) {
    return switch (expectation) {
      case UNCHANGED, AS_IN_ITS_RECORD ->
          throw new IllegalArgumentException(expectation + " is a comparison with a reference");
      case EMPTY -> isEmpty(value);
      case NOT_EMPTY -> !isEmpty(value);
      case NULL_REFERENCE -> NULL_REFERENCES.contains(value);
      case KNOWN_HOST -> isKnownHost((String) value);
      case UUID -> UUID_FORM.matcher((String) value).matches();
      case OF_ITS_TYPE -> isOfType(value, field);
      case IN_THE_ORDER_GIVEN -> scenario.memory().givenInOrder().equals(value);
      case NOT_BEFORE_CREATED -> notBeforeCreated((Instant) value);
      case CANCEL_IF_SHOWN -> shows("cancel", (Map<?, ?>) value);
      case DESTROY_IF_SHOWN -> shows("destroy", (Map<?, ?>) value);
      case PENDING_STILL -> isPendingStill((String) value);
      case NOT_THAT_OF_THE_FIRST -> isNotThatOfTheFirst((Instant) value);
      case AS_IT_ENDED -> value.equals(scenario.memory().kept(SourceTasks.END));
      case FINAL_IN_THE_END -> endsInTime();
      case IN_ITS_LIFE -> isInItsLife((Instant) value);
      case EMPTY_OR_ENCODED -> isEmpty(value) || isEncoded((String) value);
      case EVERY_PART -> new Subtasks(scenario.caller()).areAllListed(scenario.it().ref());
      case ONLY_PARTS -> new Subtasks(scenario.caller()).allPointBack(scenario.it().ref());
    };
  }

  private Object before(String field) {
    return scenario.typed(
        scenario.it().snapshot().orElseThrow().get(field),
        scenario.catalogue().field(field).type().type(),
        AnswerPart.of(TaskClass.GET_RECORD, field));
  }

  /** The getter was read as its type; what is left is whether each value is one of its enum. */
  private boolean isOfType(Object value, String field) {
    scenario
        .fieldTypes()
        .checkEnum(
            scenario.catalogue().field(field).type(), value, AnswerPart.of("task.get_" + field));
    return true;
  }

  /** That the field stands in the record, of its type, before its getter is looked at. */
  void readInRecord(String field) {
    inRecord(field);
  }

  /** By the record that the When read, or else by a fresh one. */
  private Object inRecord(String field) {
    Exchange last = scenario.lastAsItIs();
    Map<String, Value> record =
        last.method().equals(TaskClass.method("get_record"))
            ? FieldTypes.record(scenario.typed(last, ApiType.RECORD))
            : scenario.record(scenario.it().ref());
    return scenario
        .fieldTypes()
        .checkField(record, scenario.catalogue().field(field), TaskClass.GET_RECORD);
  }

  /** Nobody owes a client that an operation shows; what shows must be one of the two. */
  private boolean shows(String operation, Map<?, ?> operations) {
    if (!scenario.catalogue().values("task_allowed_operations").containsAll(operations.values())) {
      return false;
    }
    if (!operations.containsValue(operation)) {
      throw new NotApplicable(new Reason.OperationNeverShown(operation));
    }
    return true;
  }

  /** Nobody owes a client that a task stays as it is once it was cancelled. */
  private static boolean isPendingStill(String status) {
    if (!status.equals(TaskClass.PENDING)) {
      throw new NotApplicable(Reason.Plain.NOT_PENDING_ANY_MORE);
    }
    return true;
  }

  /** Servers tell whole seconds; what two seconds lie between cannot be equal. */
  private boolean isNotThatOfTheFirst(Instant created) {
    AcrossScenarios.First first =
        scenario
            .context()
            .supplies()
            .across()
            .first()
            .filter(one -> !scenario.begun().isBefore(one.seen().plus(APART)))
            .orElseThrow(() -> new NotApplicable(Reason.Plain.SHORT_RUN));
    return !created.equals(first.created());
  }

  private boolean isNearNow(Instant value, Duration most) {
    return Duration.between(value, scenario.context().supplies().clock().instant())
            .abs()
            .compareTo(most)
        <= 0;
  }

  private static boolean isEmpty(Object value) {
    return value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> set && set.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  /** Some servers have no class host; there, any reference but the null one will do. */
  private boolean isKnownHost(String ref) {
    if (NULL_REFERENCES.contains(ref)) {
      return false;
    }
    Exchange hosts =
        scenario
            .caller()
            .noted(
                scenario
                    .api()
                    .callIn(
                        Purpose.JUDGED,
                        scenario.api().session(scenario.caller().speaker().account()),
                        "host.get_all",
                        List.of()));
    return !(hosts.answer() instanceof Answer.Success success
            && success.value() instanceof Value.Array array)
        || array.elements().contains(new Value.Text(ref));
  }

  /** The epoch is how xapi says that a task has not finished, or that nobody noted when. */
  private boolean notBeforeCreated(Instant finished) {
    if (finished.equals(Instant.EPOCH)) {
      return true;
    }
    return !finished.isBefore(created());
  }

  private Instant created() {
    Exchange exchange = scenario.call("get_created", scenario.it().ref());
    if (scenario.wasCollected(exchange)) {
      throw new PreconditionFailed(new Reason.CollectedBeforeRead("created"));
    }
    return (Instant) scenario.typed(exchange, ApiType.DATETIME);
  }

  /** A value of the API as text; a task without one has the empty text. */
  private static boolean isEncoded(String result) {
    return ENCODED.matcher(result).matches();
  }

  /** A server that removed the task had ended it; one that refused the cancel promised nothing. */
  private boolean endsInTime() {
    Polling patience = scenario.context().sources().patience();
    String last =
        patience.await(
            () -> {
              Exchange exchange = scenario.call("get_status", scenario.it().ref());
              return ErrorCodes.isUnknown(exchange.answer())
                  ? "success"
                  : (String) scenario.typed(exchange, ApiType.STRING);
            },
            TaskClass::isFinal);
    if (TaskClass.isFinal(last)) {
      return true;
    }
    if (!(scenario.lastAsItIs().answer() instanceof Answer.Success)) {
      throw new NotApplicable(Reason.Plain.CANCEL_REFUSED);
    }
    throw new ConformanceFailure("an end within " + patience, last, "task.get_status");
  }

  /**
   * By the server's own clock, which may differ from the kit's: not before it was made, and not
   * longer after than the kit has waited.
   */
  private boolean isInItsLife(Instant finished) {
    ScenarioTask.Start start = scenario.it().started().orElseThrow();
    Duration most =
        Duration.between(start.asked(), scenario.context().supplies().clock().instant())
            .plus(CLOCK_SET);
    return !finished.isBefore(start.created().minus(CLOCK_SET))
        && !finished.isAfter(start.created().plus(most));
  }
}
