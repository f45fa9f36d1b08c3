package org.xapitck.simulator.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.simulator.rpc.Value;

/** The form of a value: what bodies are checked by, and what the OpenAPI document says. */
interface Schema {

  /** The form as JSON schema. */
  Value.Struct json();

  /**
   * Refuses what has another form.
   *
   * @param pointer where the value stands
   * @throws Problem 400 with the place
   */
  void check(Value value, String pointer) throws Problem;

  /** A form with the words of what it is for. */
  default Schema saying(String description) {
    Schema form = this;
    return new Schema() {
      @Override
      public Value.Struct json() {
        List<Value.Member> members = new ArrayList<>(form.json().members());
        members.add(new Value.Member("description", Value.of(description)));
        return new Value.Struct(members);
      }

      @Override
      public void check(Value value, String pointer) throws Problem {
        form.check(value, pointer);
      }
    };
  }

  /** Checks a value of one type. */
  @FunctionalInterface
  interface Check {
    void check(Value value, String pointer) throws Problem;
  }

  private static Schema of(Value.Struct json, Check check) {
    return new Schema() {
      @Override
      public Value.Struct json() {
        return json;
      }

      @Override
      public void check(Value value, String pointer) throws Problem {
        check.check(value, pointer);
      }
    };
  }

  /** Any text. */
  static Schema text() {
    return of(
        Fields.object("type", "string"),
        (value, pointer) -> require(value instanceof Value.Text, pointer, "a text is needed"));
  }

  /** One of a few texts. */
  static Schema choice(List<String> allowed) {
    return of(
        Fields.object("type", "string", "enum", Value.texts(allowed)),
        (value, pointer) -> {
          text().check(value, pointer);
          String given = ((Value.Text) value).text();
          if (!allowed.contains(given)) {
            throw Problem.at(pointer, "not allowed: " + given, given, allowed);
          }
        });
  }

  /** A moment such as {@code 2026-01-01T00:00:00Z}. */
  static Schema moment() {
    return of(
        Fields.object("type", "string", "format", "date-time"),
        (value, pointer) -> {
          text().check(value, pointer);
          try {
            Instant.parse(((Value.Text) value).text());
          } catch (DateTimeException e) {
            throw Problem.at(pointer, "a moment such as 2026-01-01T00:00:00Z is needed");
          }
        });
  }

  /** True or false. */
  static Schema flag() {
    return of(
        Fields.object("type", "boolean"),
        (value, pointer) ->
            require(value instanceof Value.Bool, pointer, "true or false is needed"));
  }

  /** A number of a range, both ends allowed. */
  static Schema number(double least, double most) {
    return of(
        Fields.object(
            "type", "number", "minimum", new Value.Real(least), "maximum", new Value.Real(most)),
        (value, pointer) -> {
          require(
              value instanceof Value.Real || value instanceof Value.Int,
              pointer,
              "a number is needed");
          double number = Fields.number(value);
          require(
              number >= least && number <= most,
              pointer,
              "a number from " + least + " to " + most + " is needed");
        });
  }

  /** Any number. */
  static Schema number() {
    return of(
        Fields.object("type", "number"),
        (value, pointer) ->
            require(
                value instanceof Value.Real || value instanceof Value.Int,
                pointer,
                "a number is needed"));
  }

  /** A whole number of a range, both ends allowed. */
  static Schema whole(long least, long most) {
    return of(
        Fields.object(
            "type", "integer", "minimum", new Value.Int(least), "maximum", new Value.Int(most)),
        (value, pointer) ->
            require(
                value instanceof Value.Int number
                    && number.number() >= least
                    && number.number() <= most,
                pointer,
                "a whole number from " + least + " to " + most + " is needed"));
  }

  /** A list. */
  static Schema list(Schema items, int least) {
    return of(
        Fields.object("type", "array", "items", items.json(), "minItems", new Value.Int(least)),
        (value, pointer) -> {
          require(value instanceof Value.Array, pointer, "a list is needed");
          List<Value> given = ((Value.Array) value).items();
          require(given.size() >= least, pointer, "the list needs " + least + " at least");
          for (int i = 0; i < given.size(); i++) {
            items.check(given.get(i), pointer + "/" + i);
          }
        });
  }

  /** Values of one form by any names. */
  static Schema map(Schema values) {
    return of(
        Fields.object("type", "object", "additionalProperties", values.json()),
        (value, pointer) -> {
          require(value instanceof Value.Struct, pointer, "an object is needed");
          for (Value.Member member : ((Value.Struct) value).members()) {
            values.check(member.value(), pointer + "/" + escaped(member.name()));
          }
        });
  }

  /** Anything. */
  static Schema anything() {
    return of(new Value.Struct(List.of()), (value, pointer) -> {});
  }

  /** A text or an object. */
  static Schema textOr(Schema object) {
    return of(
        Fields.object("oneOf", new Value.Array(List.of(text().json(), object.json()))),
        (value, pointer) -> {
          if (!(value instanceof Value.Text)) {
            object.check(value, pointer);
          }
        });
  }

  /** An object of these members and no others; names that end with {@code !} are required. */
  static Obj object(Object... namesAndForms) {
    Map<String, Schema> members = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (int i = 0; i < namesAndForms.length; i += 2) {
      String name = (String) namesAndForms[i];
      boolean needed = name.endsWith("!");
      String plain = needed ? name.substring(0, name.length() - 1) : name;
      members.put(plain, (Schema) namesAndForms[i + 1]);
      if (needed) {
        required.add(plain);
      }
    }
    return new Obj(members, required);
  }

  /** An object. */
  record Obj(Map<String, Schema> members, List<String> required) implements Schema {
    @Override
    public Value.Struct json() {
      List<Value.Member> properties = new ArrayList<>();
      members.forEach((name, form) -> properties.add(new Value.Member(name, form.json())));
      List<Value.Member> all =
          new ArrayList<>(
              Fields.object(
                      "type",
                      "object",
                      "properties",
                      new Value.Struct(properties),
                      "additionalProperties",
                      new Value.Bool(false))
                  .members());
      if (!required.isEmpty()) {
        all.add(new Value.Member("required", Value.texts(required)));
      }
      return new Value.Struct(all);
    }

    @Override
    public void check(Value value, String pointer) throws Problem {
      require(value instanceof Value.Struct, pointer, "an object is needed");
      Fields fields = new Fields((Value.Struct) value, pointer);
      for (Value.Member member : ((Value.Struct) value).members()) {
        String place = pointer + "/" + escaped(member.name());
        Schema form = members.get(member.name());
        if (form == null) {
          throw Problem.at(
              place, "unknown name: " + member.name(), member.name(), members.keySet());
        }
        form.check(member.value(), place);
      }
      for (String name : required) {
        require(fields.has(name), pointer + "/" + name, "needed, and absent");
      }
    }
  }

  private static void require(boolean right, String pointer, String otherwise) throws Problem {
    if (!right) {
      throw Problem.at(pointer, otherwise);
    }
  }

  /** A name as part of a JSON pointer. */
  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
