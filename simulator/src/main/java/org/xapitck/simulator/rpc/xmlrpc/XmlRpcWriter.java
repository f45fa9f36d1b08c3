package org.xapitck.simulator.rpc.xmlrpc;

import java.util.List;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.ByteSink;
import org.xapitck.simulator.rpc.FloatText;
import org.xapitck.simulator.rpc.Value;

/**
 * Writes a {@code methodResponse} as xapi does: on one line, strings bare, no {@code <fault>} ever.
 *
 * <p>One deviation, on purpose: member names are escaped. xapi sends them raw, and a map with a
 * {@code <} in a key makes its answer malformed XML.
 */
final class XmlRpcWriter {
  private static final String HEAD = "<?xml version=\"1.0\"?><methodResponse><params><param>";
  private static final String TAIL = "</param></params></methodResponse>";

  /** 384 bytes: all but lists and new records fit. */
  private final ByteSink sink = new ByteSink(384);

  private XmlRpcWriter() {}

  static ByteSink write(Answer answer) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.sink.ascii(HEAD);
    if (answer instanceof Answer.Success success) {
      writer.envelope("Success", "Value", success.value());
    } else if (answer instanceof Answer.Bare bare) {
      writer.value(bare.value());
    } else if (answer instanceof Answer.Failure failure) {
      writer.failure(failure);
    }
    writer.sink.ascii(TAIL);
    return writer.sink;
  }

  /** A value alone: {@code <value>...</value>}. */
  static String fragment(Value value) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.value(value);
    return writer.sink.toString();
  }

  private void envelope(String status, String name, Value value) {
    sink.ascii("<value><struct>");
    member("Status", new Value.Text(status));
    member(name, value);
    sink.ascii("</struct></value>");
  }

  private void failure(Answer.Failure failure) {
    sink.ascii("<value><struct>");
    member("Status", new Value.Text("Failure"));
    sink.ascii("<member><name>ErrorDescription</name><value><array><data>");
    text(failure.code());
    failure.parameters().forEach(this::text);
    sink.ascii("</data></array></value></member></struct></value>");
  }

  private void member(String name, Value value) {
    sink.ascii("<member><name>");
    escaped(name);
    sink.ascii("</name>");
    value(value);
    sink.ascii("</member>");
  }

  private void text(String text) {
    sink.ascii("<value>");
    escaped(text);
    sink.ascii("</value>");
  }

  private void value(Value value) {
    if (value instanceof Value.Text v) {
      text(v.text());
    } else if (value instanceof Value.Int v) {
      tagged("", Long.toString(v.number()), "");
    } else if (value instanceof Value.Int32 v) {
      tagged("<i4>", Integer.toString(v.number()), "</i4>");
    } else if (value instanceof Value.Real v) {
      tagged("<double>", FloatText.general(v.number(), 16), "</double>");
    } else if (value instanceof Value.Bool v) {
      tagged("<boolean>", v.flag() ? "1" : "0", "</boolean>");
    } else if (value instanceof Value.Time v) {
      tagged("<dateTime.iso8601>", v.text(), "</dateTime.iso8601>");
    } else if (value instanceof Value.Base64 v) {
      tagged("<base64>", v.text(), "</base64>");
    } else if (value instanceof Value.Nil) {
      sink.ascii("<value><nil/></value>");
    } else if (value instanceof Value.Array v) {
      array(v.items());
    } else if (value instanceof Value.Struct v) {
      v.encodings()
          .ifPresentOrElse(
              kept -> sink.shared(kept.of(XmlRpcWriter.class, () -> encoded(v))), () -> struct(v));
    }
  }

  private static byte[] encoded(Value.Struct struct) {
    XmlRpcWriter writer = new XmlRpcWriter();
    writer.struct(struct);
    return writer.sink.toBytes();
  }

  private void struct(Value.Struct struct) {
    sink.ascii("<value><struct>");
    struct.members().forEach(member -> member(member.name(), member.value()));
    sink.ascii("</struct></value>");
  }

  private void array(List<Value> items) {
    sink.ascii("<value><array><data>");
    items.forEach(this::value);
    sink.ascii("</data></array></value>");
  }

  private void tagged(String open, String content, String close) {
    sink.ascii("<value>");
    sink.ascii(open);
    sink.utf8(content);
    sink.ascii(close);
    sink.ascii("</value>");
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      switch (c) {
        case '<' -> sink.ascii("&lt;");
        case '>' -> sink.ascii("&gt;");
        case '&' -> sink.ascii("&amp;");
        case '"' -> sink.ascii("&quot;");
        case '\t', '\n', '\r' -> sink.put(c);
        default -> {
          // XML has no form for the other control characters; xapi leaves them out
          if (c >= ' ') {
            sink.codePoint(c);
          }
        }
      }
      i += Character.charCount(c);
    }
  }
}
