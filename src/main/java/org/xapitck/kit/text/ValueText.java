package org.xapitck.kit.text;

import java.util.List;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;

/** Values in words, for messages to people. */
public final class ValueText {
  /** A BigDecimal of the server's choice may have a thousand million zeros written out. */
  private static final int PLAIN_SCALE = 40;

  private ValueText() {}

  /** What a value is and holds, such as {@code a string "0.5"}, shortened to 200 characters. */
  public static String of(Value value, Wire wire) {
    boolean xml = wire.notation() == Wire.Notation.XML;
    return Excerpt.line(describe(value, xml), Limits.QUOTE);
  }

  private static String describe(Value value, boolean xml) {
    if (value instanceof Value.Text text) {
      return "a string \"" + text.text() + '"';
    } else if (value instanceof Value.Number number) {
      return (xml ? number.integral() ? "an int " : "a double " : "a number ") + digits(number);
    } else if (value instanceof Value.NotFinite notFinite) {
      return "a double " + notFinite.text();
    } else if (value instanceof Value.Bool bool) {
      return "a boolean " + bool.truth();
    } else if (value instanceof Value.Time time) {
      return "a dateTime.iso8601 \"" + time.text() + '"';
    } else if (value instanceof Value.Binary) {
      return "a base64";
    } else if (value instanceof Value.Array array) {
      return "an array of " + array.elements().size() + first(array.elements(), xml);
    } else if (value instanceof Value.Struct struct) {
      return (xml ? "a struct" : "an object") + " with the members " + struct.members().keySet();
    }
    return xml ? "nil" : "null";
  }

  private static String first(List<Value> elements, boolean xml) {
    return elements.isEmpty() ? "" : ", the first " + describe(elements.get(0), xml);
  }

  public static String digits(Value.Number number) {
    return Math.abs((long) number.number().scale()) <= PLAIN_SCALE
        ? number.number().toPlainString()
        : number.number().toString();
  }
}
