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
import org.xapitck.kit.target.Patience;
import org.xapitck.kit.target.Said;
import org.xapitck.kit.target.Told;
import org.xapitck.kit.wire.Answer;
import org.xapitck.kit.wire.ApiType;
import org.xapitck.kit.wire.Call.Purpose;
import org.xapitck.kit.wire.Exchange;
import org.xapitck.kit.wire.Value;

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
  static Expectation of(String words, String field, World world) {
    Matcher nearly = NEARLY.matcher(words);
    Matcher now = NOW.matcher(words);
    Predicate<Object> holds;
    if (nearly.matches()) {
      holds = nearly(Double.parseDouble(nearly.group(1)), Double.parseDouble(nearly.group(2)));
    } else if (now.matches()) {
      holds = nearNow(Integer.parseInt(now.group(1)), now.group(2), world);
    } else if (words.startsWith("one of ")) {
      List<String> allowed = Arrays.asList(words.substring("one of ".length()).split(",\\s*"));
      holds = allowed::contains;
    } else {
      holds = named(words, field, world);
    }
    return new Expectation(field, words, holds);
  }

  private static Predicate<Object> named(String words, String field, World world) {
    return switch (words) {
      case "empty" -> Expectation::isEmpty;
      case "the null reference" -> NULL_REFERENCES::contains;
      case "a known host" -> ref -> isKnownHost((String) ref, world);
      case "a uuid" -> text -> UUID_FORM.matcher((String) text).matches();
      case "not empty" -> value -> !isEmpty(value);
      case "empty or an encoded value" -> value -> isEmpty(value) || isEncoded((String) value);
      case "as it ended" -> value -> value.equals(world.told(ServerRunSteps.END));
      case "final in the end" -> status -> endsInTime(world);
      case "between its created and now" -> finished -> isInItsLife((Instant) finished, world);
      case "every task that names it in subtask_of" ->
          refs -> new Parts(world.voice()).areAllListed(world.it().ref());
      case "only tasks that name it in subtask_of" ->
          refs -> new Parts(world.voice()).allPointBack(world.it().ref());
      case "not before its created" -> finished -> notBeforeCreated((Instant) finished, world);
      case "of its type" -> value -> isOfType(value, field, world);
      case "as in its record" -> value -> value.equals(inRecord(field, world));
      case "in the order given" -> world.givenInOrder()::equals;
      case "cancel, if it shows any" -> map -> shows("cancel", (Map<?, ?>) map);
      case "destroy, if it shows any" -> map -> shows("destroy", (Map<?, ?>) map);
      case "unchanged" -> value -> value.equals(before(field, world));
      default -> literal(words);
    };
  }

  private static Object before(String field, World world) {
    return world.typed(
        world.it().snapshot().orElseThrow().get(field),
        Types.of(world.catalogue().fieldTypes().get(field)),
        "task.get_record, field " + field);
  }

  /** The getter was read as its type; what is left is whether each value is one of its enum. */
  private static boolean isOfType(Object value, String field, World world) {
    Types.checkEnum(world.catalogue().fieldTypes().get(field), value, "task.get_" + field);
    return true;
  }

  /** By the record that the When read, or else by a fresh one. */
  private static Object inRecord(String field, World world) {
    Exchange last = world.lastAsItIs();
    Map<String, Value> record =
        last.method().endsWith("get_record")
            ? Types.record(world.typed(last, ApiType.RECORD))
            : world.record(world.it().ref());
    Value value = record.get(field);
    if (value == null) {
      throw new Breach(
          "a record with the field " + field, "fields " + List.copyOf(record.keySet()));
    }
    return world.typed(
        value,
        Types.of(world.catalogue().fieldTypes().get(field)),
        "task.get_record, field " + field);
  }

  /** Nobody owes a client that an operation shows; what shows must be one of the two. */
  private static boolean shows(String operation, Map<?, ?> operations) {
    if (!List.of("cancel", "destroy").containsAll(operations.values())) {
      return false;
    }
    if (!operations.containsValue(operation)) {
      throw new Inapplicable("the server never showed the operation " + operation);
    }
    return true;
  }

  private static Predicate<Object> literal(String words) {
    String text = Texts.of(words);
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

  private static Predicate<Object> nearNow(int amount, String unit, World world) {
    Duration most = unit.equals("minutes") ? Duration.ofMinutes(amount) : Duration.ofHours(amount);
    return value ->
        Duration.between((Instant) value, world.stage().clock().instant()).abs().compareTo(most)
            <= 0;
  }

  private static boolean isEmpty(Object value) {
    return value instanceof String text && text.isEmpty()
        || value instanceof Collection<?> set && set.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  /** Some servers have no class host; there, any reference but the null one will do. */
  private static boolean isKnownHost(String ref, World world) {
    if (NULL_REFERENCES.contains(ref)) {
      return false;
    }
    Exchange hosts =
        world
            .voice()
            .noted(
                world
                    .conversation()
                    .callIn(
                        Purpose.JUDGED,
                        world.conversation().session(world.voice().speaker()),
                        "host.get_all",
                        List.of()));
    return !(hosts.answer() instanceof Answer.Success success)
        || ((Collection<?>) world.typed(success.value(), ApiType.STRING_SET, "host.get_all"))
            .contains(ref);
  }

  /** The epoch is how xapi says that a task has not finished, or that nobody noted when. */
  private static boolean notBeforeCreated(Instant finished, World world) {
    if (finished.equals(Instant.EPOCH)) {
      return true;
    }
    return !finished.isBefore(created(world));
  }

  private static Instant created(World world) {
    Exchange exchange = world.call("get_created", world.it().ref());
    if (world.wasCollected(exchange)) {
      throw new Blocked("the server collected the task before its created could be read");
    }
    return (Instant) world.typed(exchange, ApiType.DATETIME);
  }

  /** A value of the API as text; a task without one has the empty text. */
  private static boolean isEncoded(String result) {
    return ENCODED.matcher(result).matches();
  }

  /** A server that removed the task had ended it; one that refused the cancel promised nothing. */
  private static boolean endsInTime(World world) {
    Patience patience = world.stage().sources().patience();
    String last =
        patience.await(
            () -> {
              Exchange exchange = world.call("get_status", world.it().ref());
              return Told.isUnknown(exchange.answer())
                  ? "success"
                  : (String) world.typed(exchange, ApiType.STRING);
            },
            Told::isFinal);
    if (Told.isFinal(last)) {
      return true;
    }
    if (!(world.lastAsItIs().answer() instanceof Answer.Success)) {
      throw new Inapplicable("the cancel was refused, and the work goes on");
    }
    throw new Breach("an end within " + patience, last + "  (task.get_status)");
  }

  /**
   * By the server's own clock, which may differ from the kit's: not before it was made, and not
   * longer after than the kit has waited.
   */
  private static boolean isInItsLife(Instant finished, World world) {
    Subject.Start start = world.it().started().orElseThrow();
    Duration most =
        Duration.between(start.asked(), world.stage().clock().instant()).plus(CLOCK_SET);
    return !finished.isBefore(start.created().minus(CLOCK_SET))
        && !finished.isAfter(start.created().plus(most));
  }

  /** A Breach where the value is not as expected. */
  void judge(Object actual) {
    if (!holds.test(actual)) {
      String shown = actual instanceof String text ? '"' + text + '"' : String.valueOf(actual);
      throw new Breach(field + " " + words, Said.shortened(shown) + "  (task.get_" + field + ")");
    }
  }
}
