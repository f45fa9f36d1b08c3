package org.xapitck.kit.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.WrongType;
import org.xapitck.kit.text.Excerpt;
import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.ValueText;

/** Reads values as types of the API; what each type looks like differs from wire to wire. */
public final class TypedReading {
  private final Wire wire;
  private final boolean xml;

  public TypedReading(Wire wire) {
    this.wire = wire;
    this.xml = wire.notation() == Wire.Notation.XML;
  }

  /**
   * The value as the Java type that {@link ApiType} names.
   *
   * @throws WrongType where it has another form
   */
  public Object read(ApiType type, Value value) {
    return switch (type) {
      case VOID -> nothing(value);
      case STRING -> text(value, "a string");
      case REF -> text(value, "a reference, which is a string");
      case FLOAT -> number(value);
      case DATETIME -> time(value);
      case STRING_SET -> set(value);
      case STRING_MAP -> map(value);
      case RECORD -> record(value);
      case RECORD_MAP -> records(value);
    };
  }

  private String nothing(Value value) {
    if (value instanceof Value.Nil || value instanceof Value.Text text && text.text().isEmpty()) {
      return "";
    }
    throw wrong("the empty string" + (xml ? "" : " or null"), value);
  }

  private String text(Value value, String expected) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    throw wrong(expected, value);
  }

  private Double number(Value value) {
    if (value instanceof Value.Number number) {
      return number.number().doubleValue();
    }
    throw wrong(xml ? "a double" : "a number", value);
  }

  private Object time(Value value) {
    String expected =
        xml ? "a dateTime.iso8601" : "a string with a date such as 20240101T00:00:00Z";
    String text = null;
    if (xml && value instanceof Value.Time time) {
      text = time.text();
    } else if (!xml && value instanceof Value.Text string) {
      text = string.text();
    }
    if (text == null) {
      throw wrong(expected, value);
    }
    return Timestamps.read(text).orElseThrow(() -> wrong(expected, value));
  }

  private List<String> set(Value value) {
    if (!(value instanceof Value.Array array)) {
      throw wrong("an array of strings", value);
    }
    List<String> texts = new ArrayList<>(array.elements().size());
    for (Value element : array.elements()) {
      if (!(element instanceof Value.Text text)) {
        throw wrong("an array of strings only", element);
      }
      texts.add(text.text());
    }
    return texts;
  }

  private Map<String, String> map(Value value) {
    String expected = struct() + " of strings";
    Map<String, String> texts = new LinkedHashMap<>();
    members(value, expected)
        .forEach((name, member) -> texts.put(name, text(member, expected + " at \"" + name + '"')));
    return texts;
  }

  private Map<String, Value> record(Value value) {
    return members(value, struct() + " with the fields of a record");
  }

  private Map<String, Map<String, Value>> records(Value value) {
    String expected = struct() + " of records by reference";
    Map<String, Map<String, Value>> records = new LinkedHashMap<>();
    members(value, expected)
        .forEach((ref, record) -> records.put(ref, members(record, expected + " at " + ref)));
    return records;
  }

  private Map<String, Value> members(Value value, String expected) {
    if (value instanceof Value.Struct struct) {
      return struct.members();
    }
    throw wrong(expected, value);
  }

  private String struct() {
    return xml ? "a struct" : "an object";
  }

  private WrongType wrong(String expected, Value actual) {
    return new WrongType(Excerpt.line(expected, Limits.QUOTE), ValueText.of(actual, wire));
  }
}
