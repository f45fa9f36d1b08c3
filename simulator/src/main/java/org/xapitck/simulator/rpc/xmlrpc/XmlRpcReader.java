package org.xapitck.simulator.rpc.xmlrpc;

import java.util.ArrayList;
import java.util.List;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.FloatText;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Nesting;
import org.xapitck.simulator.rpc.OcamlInt;
import org.xapitck.simulator.rpc.OcamlText;
import org.xapitck.simulator.rpc.Value;

/**
 * Reads a {@code methodCall} by recursive descent, as lenient and as strict as xapi: white space
 * between elements is fine, an empty {@code <int/>} is not, text around a typed value is not, and
 * whatever follows the closing tag is not looked at.
 */
final class XmlRpcReader {
  private final XmlTokens tokens;
  private int depth;

  XmlRpcReader(XmlTokens tokens) {
    this.tokens = tokens;
  }

  Call call() throws MalformedRequest {
    open("methodCall");
    open("methodName");
    String method = data();
    close("methodName");
    open("params");
    List<Value> parameters = new ArrayList<>();
    skipBlank();
    while (tokens.peek() != XmlTokens.Kind.END) {
      open("param");
      parameters.add(value());
      close("param");
      skipBlank();
    }
    close("params");
    close("methodCall");
    return new Call(method, parameters);
  }

  private Value value() throws MalformedRequest {
    if (++depth > Nesting.LIMIT) {
      throw new MalformedRequest("Stack_overflow");
    }
    String tag = openAny();
    if (!tag.equals("value")) {
      // the two texts stand this way round in xapi
      throw parseError("open_tag(value)", "open_tag(" + tag + ")");
    }
    Value value;
    switch (tokens.peek()) {
      case END -> value = Value.VOID;
      case TEXT -> {
        String text = tokens.take();
        boolean indentation = isBlank(text) && tokens.peek() == XmlTokens.Kind.START;
        value = indentation ? typed() : new Value.Text(text);
      }
      default -> value = typed();
    }
    close("value");
    depth--;
    return value;
  }

  private Value typed() throws MalformedRequest {
    String tag = openAny();
    Value value = tokens.peek() == XmlTokens.Kind.END ? empty(tag) : filled(tag);
    close(tag);
    return value;
  }

  private Value empty(String tag) throws MalformedRequest {
    return switch (tag) {
      case "string", "value" -> Value.VOID;
      case "array" -> new Value.Array(List.of());
      case "struct" -> new Value.Struct(List.of());
      case "nil" -> new Value.Nil();
      default -> throw parseError("empty_" + tag, tag);
    };
  }

  private Value filled(String tag) throws MalformedRequest {
    return switch (tag) {
      case "string" -> new Value.Text(data());
      case "int", "i4", "i8" -> new Value.Int(integer(data()));
      case "boolean" -> new Value.Bool(data().equals("1"));
      case "double" -> new Value.Real(real(data()));
      case "dateTime.iso8601" -> new Value.Time(data());
      case "base64" -> new Value.Base64(data());
      case "array" -> array();
      case "struct" -> struct();
      case "nil" -> new Value.Nil();
      default ->
          throw parseError(
              "open_tag(" + tag + ")",
              "open_tag(int/i8/i4/boolean/double/string/dateTime.iso8601/array/struct/nil)");
    };
  }

  private Value array() throws MalformedRequest {
    open("data");
    List<Value> items = new ArrayList<>();
    skipBlank();
    while (tokens.peek() != XmlTokens.Kind.END) {
      items.add(value());
      skipBlank();
    }
    close("data");
    return new Value.Array(items);
  }

  private Value struct() throws MalformedRequest {
    List<Value.Member> members = new ArrayList<>();
    skipBlank();
    while (tokens.peek() != XmlTokens.Kind.END) {
      open("member");
      open("name");
      String name = data();
      close("name");
      members.add(new Value.Member(name, value()));
      close("member");
      skipBlank();
    }
    return new Value.Struct(members);
  }

  private static long integer(String text) throws MalformedRequest {
    return OcamlInt.parse(text)
        .orElseThrow(() -> new MalformedRequest(OcamlText.failure("Int64.of_string")));
  }

  private static double real(String text) throws MalformedRequest {
    return FloatText.parse(text)
        .orElseThrow(() -> new MalformedRequest(OcamlText.failure("float_of_string")));
  }

  /** The text up to the next tag. Of an empty element the end tag is eaten, and then missed. */
  private String data() throws MalformedRequest {
    switch (tokens.peek()) {
      case START -> throw parseError("open_tag(" + tokens.take() + ")", "data");
      case END -> {
        tokens.take();
        return "";
      }
      default -> {
        return tokens.take();
      }
    }
  }

  private void open(String tag) throws MalformedRequest {
    String found = openAny();
    if (!found.equals(tag)) {
      throw parseError("open_tag(" + found + ")", "open_tag(" + tag + ")");
    }
  }

  private String openAny() throws MalformedRequest {
    skipBlank();
    switch (tokens.peek()) {
      case START -> {
        return tokens.take();
      }
      case TEXT -> throw parseError("data(" + escaped(tokens.take()) + ")", "open_tag");
      default -> throw parseError("close_tag", "open_tag");
    }
  }

  private void close(String tag) throws MalformedRequest {
    skipBlank();
    switch (tokens.peek()) {
      case END -> tokens.take();
      case TEXT -> throw notClosed("data(" + escaped(tokens.take()) + ")", tag);
      default -> throw notClosed("open_tag(" + tokens.take() + ")", tag);
    }
  }

  private static MalformedRequest notClosed(String got, String tag) {
    return parseError(got, "close_tag(" + tag + ")");
  }

  private void skipBlank() throws MalformedRequest {
    while (tokens.peek() == XmlTokens.Kind.TEXT && isBlank(tokens.peekContent())) {
      tokens.take();
    }
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    String quoted = OcamlText.quote(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static MalformedRequest parseError(String got, String expected) {
    return new MalformedRequest(
        "Xmlrpc.Parse_error(" + OcamlText.quote(got) + ", " + OcamlText.quote(expected) + ", _)");
  }
}
