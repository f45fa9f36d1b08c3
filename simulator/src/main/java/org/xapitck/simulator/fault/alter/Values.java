package org.xapitck.simulator.fault.alter;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.WireDate;

/** Values, taken apart and put together again. */
public final class Values {
  private Values() {}

  /** The value with each scalar, array and struct in it changed, the innermost first. */
  public static Value deep(Value value, UnaryOperator<Value> change) {
    if (value instanceof Value.Array array) {
      return change.apply(
          new Value.Array(array.items().stream().map(item -> deep(item, change)).toList()));
    }
    if (value instanceof Value.Struct struct) {
      return change.apply(
          new Value.Struct(
              struct.members().stream()
                  .map(m -> new Value.Member(m.name(), deep(m.value(), change)))
                  .toList()));
    }
    return change.apply(value);
  }

  /** The struct with one member changed, where it has it. */
  public static Value member(Value value, String name, UnaryOperator<Value> change) {
    return value instanceof Value.Struct struct
        ? new Value.Struct(
            struct.members().stream()
                .map(
                    m ->
                        m.name().equals(name) ? new Value.Member(name, change.apply(m.value())) : m)
                .toList())
        : value;
  }

  /** The struct without one member. */
  public static Value without(Value value, String name) {
    return value instanceof Value.Struct struct
        ? new Value.Struct(struct.members().stream().filter(m -> !m.name().equals(name)).toList())
        : value;
  }

  /** The struct with one member more. */
  public static Value with(Value value, String name, Value more) {
    if (!(value instanceof Value.Struct struct)) {
      return value;
    }
    List<Value.Member> members = new ArrayList<>(struct.members());
    members.add(new Value.Member(name, more));
    return new Value.Struct(members);
  }

  /** The member of that name. */
  public static Optional<Value> get(Value value, String name) {
    return value instanceof Value.Struct struct
        ? struct.members().stream()
            .filter(m -> m.name().equals(name))
            .map(Value.Member::value)
            .findFirst()
        : Optional.empty();
  }

  /** The array with some of its items. */
  public static Value items(Value value, Predicate<Value> which) {
    return value instanceof Value.Array array
        ? new Value.Array(array.items().stream().filter(which).toList())
        : value;
  }

  /** The array without its last item. */
  public static Value butLast(Value value) {
    return value instanceof Value.Array array && !array.items().isEmpty()
        ? new Value.Array(array.items().subList(0, array.items().size() - 1))
        : value;
  }

  /** The first item of an array; the value itself where there is none. */
  public static Value first(Value value) {
    return value instanceof Value.Array array && !array.items().isEmpty()
        ? array.items().get(0)
        : value;
  }

  /** Every second item of an array or member of a struct, beginning with the first. */
  public static Value everySecond(Value value) {
    if (value instanceof Value.Array array) {
      return new Value.Array(everySecond(array.items()));
    }
    return value instanceof Value.Struct struct
        ? new Value.Struct(everySecond(struct.members()))
        : value;
  }

  private static <T> List<T> everySecond(List<T> all) {
    return IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
  }

  /** The text changed; other values as they are. */
  public static Value text(Value value, UnaryOperator<String> change) {
    return value instanceof Value.Text text ? new Value.Text(change.apply(text.text())) : value;
  }

  /** A value that is of no type of the API: a boolean. */
  public static Value ofNoType(Value value) {
    return new Value.Bool(true);
  }

  /** A point in time moved; other values, and the epoch that stands for none, as they are. */
  public static Value moved(Value value, Duration by) {
    if (!(value instanceof Value.Time time) || time.text().startsWith("1970")) {
      return value;
    }
    String text = time.text();
    String dashed = text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    return new Value.Time(WireDate.format(Instant.parse(dashed).plus(by)));
  }
}
