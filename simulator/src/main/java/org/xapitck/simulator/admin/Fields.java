package org.xapitck.simulator.admin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xapitck.simulator.rpc.Value;

/**
 * The members of an object whose form was checked.
 *
 * @param pointer where the object stands
 */
record Fields(Value.Struct struct, String pointer) {

  /** An object of names and values in turn; a text is a value too. */
  static Value.Struct object(Object... namesAndValues) {
    List<Value.Member> members = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      members.add(
          new Value.Member(
              (String) namesAndValues[i],
              value instanceof Value ready ? ready : Value.of((String) value)));
    }
    return new Value.Struct(members);
  }

  /** A number, whole or not. */
  static double number(Value value) {
    return value instanceof Value.Int whole ? whole.number() : ((Value.Real) value).number();
  }

  /** Whether a member is there. */
  boolean has(String name) {
    return value(name).isPresent();
  }

  /** Where a member stands. */
  String at(String name) {
    return pointer + "/" + name;
  }

  /** A member of any form. */
  Optional<Value> value(String name) {
    return struct.members().stream()
        .filter(member -> member.name().equals(name))
        .map(Value.Member::value)
        .findFirst();
  }

  /** A member that is a text. */
  Optional<String> text(String name) {
    return value(name).map(value -> ((Value.Text) value).text());
  }

  /** A member that is a number. */
  Optional<Double> number(String name) {
    return value(name).map(Fields::number);
  }

  /** A member that is a whole number. */
  Optional<Long> whole(String name) {
    return value(name).map(value -> ((Value.Int) value).number());
  }

  /** A member that is true or false; absent is false. */
  boolean flag(String name) {
    return value(name).map(value -> ((Value.Bool) value).flag()).orElse(false);
  }

  /** A member that is a list of texts; absent is empty. */
  List<String> texts(String name) {
    return items(name).stream().map(value -> ((Value.Text) value).text()).toList();
  }

  /** A member that is a list of objects; absent is empty. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (Value item : items(name)) {
      objects.add(new Fields((Value.Struct) item, at(name) + "/" + objects.size()));
    }
    return objects;
  }

  private List<Value> items(String name) {
    return value(name).map(value -> ((Value.Array) value).items()).orElse(List.of());
  }

  /** A member that is an object; absent is an empty one. */
  Fields object(String name) {
    Value value = value(name).orElseGet(() -> new Value.Struct(List.of()));
    return new Fields((Value.Struct) value, at(name));
  }

  /** All members as texts by name. */
  Map<String, String> asTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    struct.members().forEach(m -> texts.put(m.name(), ((Value.Text) m.value()).text()));
    return texts;
  }

  /** The names of the members that are there, of these. */
  List<String> given(List<String> names) {
    return names.stream().filter(this::has).toList();
  }
}
