package org.xapitck.simulator.rpc.jsonrpc;

import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.FloatText;
import org.xapitck.simulator.rpc.Value;

/** Writes values as compact JSON, byte for byte as xapi's printer does. */
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  /** 256 bytes: all but lists and new records fit. */
  private final ByteSink sink = new ByteSink(256);

  ByteSink sink() {
    return sink;
  }

  /** Appends punctuation or anything else that is JSON already. */
  JsonWriter raw(String ascii) {
    sink.ascii(ascii);
    return this;
  }

  JsonWriter value(Value value) {
    if (value instanceof Value.Text v) {
      string(v.text());
    } else if (value instanceof Value.Int v) {
      sink.ascii(Long.toString(v.number()));
    } else if (value instanceof Value.Int32 v) {
      sink.ascii(Integer.toString(v.number()));
    } else if (value instanceof Value.Real v) {
      sink.ascii(real(v.number()));
    } else if (value instanceof Value.Bool v) {
      sink.ascii(v.flag() ? "true" : "false");
    } else if (value instanceof Value.Time v) {
      string(v.text());
    } else if (value instanceof Value.Base64 v) {
      string(v.text());
    } else if (value instanceof Value.Nil) {
      sink.ascii("null");
    } else if (value instanceof Value.Array v) {
      sink.put('[');
      String separator = "";
      for (Value item : v.items()) {
        sink.ascii(separator);
        value(item);
        separator = ",";
      }
      sink.put(']');
    } else if (value instanceof Value.Struct v) {
      v.encodings()
          .ifPresentOrElse(
              kept -> sink.shared(kept.of(JsonWriter.class, () -> encoded(v))), () -> struct(v));
    }
    return this;
  }

  private static byte[] encoded(Value.Struct struct) {
    JsonWriter writer = new JsonWriter();
    writer.struct(struct);
    return writer.sink.toBytes();
  }

  private void struct(Value.Struct struct) {
    sink.put('{');
    String separator = "";
    for (Value.Member member : struct.members()) {
      sink.ascii(separator);
      string(member.name());
      sink.put(':');
      value(member.value());
      separator = ",";
    }
    sink.put('}');
  }

  /** 16 significant digits, 17 where 16 would read back as another double; never an integer. */
  static String real(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    String text = FloatText.general(number, 16);
    if (Double.parseDouble(text) != number) {
      text = FloatText.general(number, 17);
    }
    boolean integral = text.indexOf('.') < 0 && text.indexOf('e') < 0;
    return integral ? text + ".0" : text;
  }

  JsonWriter string(String text) {
    sink.put('"');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '"' -> sink.ascii("\\\"");
        case '\\' -> sink.ascii("\\\\");
        case '\b' -> sink.ascii("\\b");
        case '\f' -> sink.ascii("\\f");
        case '\n' -> sink.ascii("\\n");
        case '\r' -> sink.ascii("\\r");
        case '\t' -> sink.ascii("\\t");
        default -> {
          if (c < ' ' || c == 0x7F) {
            sink.ascii("\\u00");
            sink.put(HEX.charAt(c >> 4));
            sink.put(HEX.charAt(c & 0xF));
          } else {
            sink.codePoint(c);
          }
        }
      }
      i += Character.charCount(c);
    }
    sink.put('"');
    return this;
  }
}
