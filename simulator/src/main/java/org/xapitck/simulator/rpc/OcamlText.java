package org.xapitck.simulator.rpc;

import java.nio.charset.StandardCharsets;

/** Prints values and strings as xapi's language does; its error texts are made of that. */
public final class OcamlText {
  private OcamlText() {}

  /** A value as an error text shows it: {@code I(5)}, {@code S(a)}, {@code [S(a);N]}. */
  public static String print(Value value) {
    StringBuilder text = new StringBuilder();
    print(value, text);
    return text.toString();
  }

  private static void print(Value value, StringBuilder text) {
    if (value instanceof Value.Text v) {
      text.append("S(").append(v.text()).append(')');
    } else if (value instanceof Value.Int v) {
      text.append("I(").append(v.number()).append(')');
    } else if (value instanceof Value.Int32 v) {
      text.append("I32(").append(v.number()).append(')');
    } else if (value instanceof Value.Real v) {
      text.append("F(").append(FloatText.general(v.number(), 6)).append(')');
    } else if (value instanceof Value.Bool v) {
      text.append("B(").append(v.flag()).append(')');
    } else if (value instanceof Value.Time v) {
      text.append("D(").append(v.text()).append(')');
    } else if (value instanceof Value.Base64 v) {
      text.append("B64(").append(v.text()).append(')');
    } else if (value instanceof Value.Nil) {
      text.append('N');
    } else if (value instanceof Value.Array v) {
      text.append('[');
      String separator = "";
      for (Value item : v.items()) {
        text.append(separator);
        print(item, text);
        separator = ";";
      }
      text.append(']');
    } else if (value instanceof Value.Struct v) {
      text.append('{');
      String separator = "";
      for (Value.Member member : v.members()) {
        text.append(separator).append(member.name()).append(':');
        print(member.value(), text);
        separator = ";";
      }
      text.append('}');
    }
  }

  /** The exception {@code Failure} with its message, as a printed exception shows it. */
  public static String failure(String message) {
    return "Failure(" + quote(message) + ")";
  }

  /** A string literal: quoted, with every byte outside printable ASCII as an escape. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        case '\r' -> quoted.append("\\r");
        case '\b' -> quoted.append("\\b");
        default -> {
          if (c >= ' ' && c < 0x7F) {
            quoted.append((char) c);
          } else {
            quoted.append('\\').append((char) ('0' + c / 100));
            quoted.append((char) ('0' + c / 10 % 10)).append((char) ('0' + c % 10));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
