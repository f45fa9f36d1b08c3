package org.xapitck.kit.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xapitck.kit.client.AnswerText;
import org.xapitck.kit.client.ErrorCodes;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Call.Purpose;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskClass;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.scenario.FieldTypes;
import org.xapitck.kit.scenario.SampleTexts;
import org.xapitck.kit.scenario.Scenario;
import org.xapitck.kit.scenario.ScenarioTask;
import org.xapitck.kit.scenario.Subtasks;
import org.xapitck.kit.verdict.ConformanceFailure;
import org.xapitck.kit.verdict.NotApplicable;
import org.xapitck.kit.verdict.PreconditionFailed;

/**
 * What a field should hold, in the words of the glossary.
 *
 * @param field its name
 * @param words the expectation as people read it
 * @param holds whether a value, read as the field's type, is as expected
 */
record Expectation(String field, String words, Predicate<Object> holds) {
  /** A task without a parent names none by this reference, or by an empty one. */
  private static final List<String> NULL_REFERENCES = List.of("OpaqueRef:NULL", "NULL", "Null", "");

  /** A server's clock may be set while a task runs. */
  private static final Duration CLOCK_SET = Duration.ofMinutes(1);

  private static final Pattern ENCODED =
      Pattern.compile("<value\\s*/>|<value>.*</value>|OpaqueRef:\\S+", Pattern.DOTALL);

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+(?:[eE][-+]?[0-9]+)?");
  private static final Pattern NEARLY =
      Pattern.compile("(-?[0-9.]+(?:[eE][-+]?[0-9]+)?) within ([0-9.e-]+)");
  private static final Pattern NOW = Pattern.compile("within (\\d+) (minutes|hours) of now");

  /** The expectation of these words. */
  static Expectation of(String words, String field, Scenario scenario) {
    Matcher nearly = NEARLY.matcher(words);
    Matcher now = NOW.matcher(words);
    Predicate<Object> holds;
    if (nearly.matches()) {
      holds = nearly(Double.parseDouble(nearly.group(1)), Double.parseDouble(nearly.group(2)));
    } else if (now.matches()) {
      holds = nearNow(Integer.parseInt(now.group(1)), now.group(2), scenario);
    } else if (words.startsWith("one of ")) {
      List<String> allowed = Arrays.asList(words.substring("one of ".length()).split(",\\s*"));
      holds = allowed::contains;
    } else {
      holds = named(words, field, scenario);
    }
    return new Expectation(field, words, holds);
  }

  private static Predicate<Object> named(String words, String field, Scenario scenario) {
    return switch (words) {
      case "empty" -> Expectation::isEmpty;
      case "the null reference" -> NULL_REFERENCES::contains;
      case "a known host" -> ref -> isKnownHost((String) ref, scenario);
      case "a uuid" -> text -> UUID_FORM.matcher((String) text).matches();
      case "not empty" -> value -> !isEmpty(value);
      case "empty or an encoded value" -> value -> isEmpty(value) || isEncoded((String) value);
      case "as it ended" -> value -> value.equals(scenario.told(ServerRunSteps.END));
      case "final in the end" -> status -> endsInTime(scenario);
      case "between its created and now" -> finished -> isInItsLife((Instant) finished, scenario);
      case "every task that names it in subtask_of" ->
          refs -> new Subtasks(scenario.caller()).areAllListed(scenario.it().ref());
      case "only tasks that name it in subtask_of" ->
          refs -> new Subtasks(scenario.caller()).allPointBack(scenario.it().ref());
      case "not before its created" -> finished -> notBeforeCreated((Instant) finished, scenario);
      case "of its type" -> value -> isOfType(value, field, scenario);
      case "as in its record" -> value -> value.equals(inRecord(field, scenario));
      case "in the order given" -> scenario.givenInOrder()::equals;
      case "cancel, if it shows any" -> map -> shows("cancel", (Map<?, ?>) map, scenario);
      case "destroy, if it shows any" -> map -> shows("destroy", (Map<?, ?>) map, scenario);
      case "unchanged" -> value -> value.equals(before(field, scenario));
      default -> literal(words);
    };
  }

  private static Object before(String field, Scenario scenario) {
    return scenario.typed(
        scenario.it().snapshot().orElseThrow().get(field),
        scenario.catalogue().field(field).type().type(),
        "task.get_record, field " + field);
  }

  /** The getter was read as its type; what is left is whether each value is one of its enum. */
  private static boolean isOfType(Object value, String field, Scenario scenario) {
    new FieldTypes(scenario)
        .checkEnum(scenario.catalogue().field(field).type(), value, "task.get_" + field);
    return true;
  }

  /** By the record that the When read, or else by a fresh one. */
  private static Object inRecord(String field, Scenario scenario) {
    Exchange last = scenario.lastAsItIs();
    Map<String, Value> record =
        last.method().endsWith("get_record")
            ? FieldTypes.record(scenario.typed(last, ApiType.RECORD))
            : scenario.record(scenario.it().ref());
    Value value = record.get(field);
    if (value == null) {
      throw new ConformanceFailure(
          "a record with the field " + field, "fields " + List.copyOf(record.keySet()));
    }
    return scenario.typed(
        value, scenario.catalogue().field(field).type().type(), "task.get_record, field " + field);
  }

  /** Nobody owes a client that an operation shows; what shows must be one of the two. */
  private static boolean shows(String operation, Map<?, ?> operations, Scenario scenario) {
    if (!scenario.catalogue().values("task_allowed_operations").containsAll(operations.values())) {
      return false;
    }
    if (!operations.containsValue(operation)) {
      throw new NotApplicable("the server never showed the operation " + operation);
    }
    return true;
  }

  private static Predicate<Object> literal(String words) {
    String text = SampleTexts.of(words);
    return value ->
        value instanceof Double number
            ? NUMBER.matcher(text).matches() && number == Double.parseDouble(text)
            : text.equals(value);
  }

  private static Predicate<Object> nearly(double expected, double relative) {
    return value ->
        value instanceof Double number
            && Math.abs(number - expected) <= Math.abs(expected) * relative;
  }

  private static Predicate<Object> nearNow(int amount, String unit, Scenario scenario) {
    Duration most = unit.equals("minutes") ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
    return value ->
        Duration.between((Instant) value, scenario.context().supplies().clock().instant())
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
  private static boolean isKnownHost(String ref, Scenario scenario) {
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
                        scenario.api().session(scenario.caller().speaker()),
                        "host.get_all",
                        List.of()));
    return !(hosts.answer() instanceof Answer.Success success)
        || ((Collection<?>) scenario.typed(success.value(), ApiType.STRING_SET, "host.get_all"))
            .contains(ref);
  }

  /** The epoch is how xapi says that a task has not finished, or that nobody noted when. */
  private static boolean notBeforeCreated(Instant finished, Scenario scenario) {
    if (finished.equals(Instant.EPOCH)) {
      return true;
    }
    return !finished.isBefore(created(scenario));
  }

  private static Instant created(Scenario scenario) {
    Exchange exchange = scenario.call("get_created", scenario.it().ref());
    if (scenario.wasCollected(exchange)) {
      throw new PreconditionFailed(
          "the server collected the task before its created could be read");
    }
    return (Instant) scenario.typed(exchange, ApiType.DATETIME);
  }

  /** A value of the API as text; a task without one has the empty text. */
  private static boolean isEncoded(String result) {
    return ENCODED.matcher(result).matches();
  }

  /** A server that removed the task had ended it; one that refused the cancel promised nothing. */
  private static boolean endsInTime(Scenario scenario) {
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
      throw new NotApplicable("the cancel was refused, and the work goes on");
    }
    throw new ConformanceFailure("an end within " + patience, last + "  (task.get_status)");
  }

  /**
   * By the server's own clock, which may differ from the kit's: not before it was made, and not
   * longer after than the kit has waited.
   */
  private static boolean isInItsLife(Instant finished, Scenario scenario) {
    ScenarioTask.Start start = scenario.it().started().orElseThrow();
    Duration most =
        Duration.between(start.asked(), scenario.context().supplies().clock().instant())
            .plus(CLOCK_SET);
    return !finished.isBefore(start.created().minus(CLOCK_SET))
        && !finished.isAfter(start.created().plus(most));
  }

  /** A Breach where the value is not as expected. */
  void judge(Object actual) {
    if (!holds.test(actual)) {
      String shown = actual instanceof String text ? '"' + text + '"' : String.valueOf(actual);
      throw new ConformanceFailure(
          field + " " + words, AnswerText.shortened(shown) + "  (task.get_" + field + ")");
    }
  }
}
