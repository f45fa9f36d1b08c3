package org.xapitck.kit.text;

import java.util.Map;
import org.xapitck.kit.model.Value;

/** Renders values for people, in the notation of JSON whatever the wire. */
public final class Rendering {
  private final StringBuilder out = new StringBuilder();

  private Rendering() {}

  public static String of(Value value) {
    Rendering rendering = new Rendering();
    rendering.value(value);
    return rendering.out.toString();
  }

  private void value(Value value) {
    if (value instanceof Value.Text text) {
      string(text.text());
    } else if (value instanceof Value.Number number) {
      out.append(ValueText.digits(number));
    } else if (value instanceof Value.NotFinite notFinite) {
      out.append(notFinite.text());
    } else if (value instanceof Value.Bool bool) {
      out.append(bool.truth());
    } else if (value instanceof Value.Time time) {
      string(time.text());
    } else if (value instanceof Value.Binary binary) {
      string(binary.base64());
    } else if (value instanceof Value.Array array) {
      array(array);
    } else if (value instanceof Value.Struct struct) {
      struct(struct);
    } else {
      out.append("null");
    }
  }

  private void array(Value.Array array) {
    out.append('[');
    String separator = "";
    for (Value element : array.elements()) {
      out.append(separator);
      value(element);
      separator = ",";
    }
    out.append(']');
  }

  private void struct(Value.Struct struct) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Value> member : struct.members().entrySet()) {
      out.append(separator);
      string(member.getKey());
      out.append(':');
      value(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), false, out);
    }
    out.append('"');
  }

  /** Appends a character as it stands in a JSON string. */
  public static void escape(char c, boolean asciiOnly, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || asciiOnly && c > '~') {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
