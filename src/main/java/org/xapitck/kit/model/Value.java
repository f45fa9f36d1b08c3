package org.xapitck.kit.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value as a strict parser read it from a wire, before it has a type of the API. */
public sealed interface Value {

  /** Text: an XML-RPC string, with or without its tag, or a JSON string. */
  record Text(String text) implements Value {}

  /**
   * A number: {@code integral} tells an XML-RPC int or a JSON number without fraction and exponent.
   */
  record Number(BigDecimal number, boolean integral) implements Value {}

  /** An XML-RPC double that is no finite number, with its text as sent; xapi sends {@code nan}. */
  record NotFinite(String text) implements Value {}

  /** A truth value. */
  record Bool(boolean truth) implements Value {}

  /** An XML-RPC dateTime.iso8601 with its text as sent; JSON has no such thing. */
  record Time(String text) implements Value {}

  /** An XML-RPC base64 with its text as sent; class task has none, so it is not decoded. */
  record Binary(String base64) implements Value {}

  /** An array. */
  record Array(List<Value> elements) implements Value {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** A struct or object, in the order of its members. */
  record Struct(Map<String, Value> members) implements Value {
    public Struct {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
  }

  /** An XML-RPC nil or a JSON null. */
  record Nil() implements Value {}
}
