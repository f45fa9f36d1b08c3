package org.xapitck.simulator.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The three wires as the tests speak them. Encoding and decoding are the tests' own and share
 * nothing with the codecs under test; every answer is brought to one form, JSON text, so that one
 * expectation serves all three.
 */
public enum Wire {
  XMLRPC("/"),
  JSONRPC1("/jsonrpc"),
  JSONRPC2("/jsonrpc");

  private final String path;

  Wire(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** The body of a call. */
  public String call(String method, Object... parameters) {
    if (this == XMLRPC) {
      String list =
          List.of(parameters).stream()
              .map(p -> "<param>" + xml(p) + "</param>")
              .collect(Collectors.joining());
      return "<?xml version=\"1.0\"?><methodCall><methodName>"
          + escape(method)
          + "</methodName><params>"
          + list
          + "</params></methodCall>";
    }
    String version = this == JSONRPC2 ? "\"jsonrpc\":\"2.0\"," : "";
    String list =
        List.of(parameters).stream().map(Wire::json).collect(Collectors.joining(",", "[", "]"));
    return "{" + version + "\"method\":" + json(method) + ",\"params\":" + list + ",\"id\":7}";
  }

  /**
   * The result of an answer as JSON text, or {@code !} and the error description as a JSON array.
   *
   * @throws AssertionError if the envelope is not that of this wire, byte for byte
   */
  public String outcome(String answer) {
    return switch (this) {
      case XMLRPC -> xmlOutcome(answer);
      case JSONRPC1 ->
          answer.startsWith("{\"result\":null,\"error\":[")
              ? "!" + between(answer, "{\"result\":null,\"error\":", ",\"id\":7}")
              : between(answer, "{\"result\":", ",\"error\":null,\"id\":7}");
      case JSONRPC2 -> {
        String error = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":1,\"message\":";
        if (!answer.startsWith(error)) {
          yield between(answer, "{\"jsonrpc\":\"2.0\",\"result\":", ",\"id\":7}");
        }
        String inner = between(answer, error, "]},\"id\":7}");
        int data = inner.indexOf(",\"data\":[");
        String rest = inner.substring(data + ",\"data\":[".length());
        yield "![" + inner.substring(0, data) + (rest.isEmpty() ? "" : "," + rest) + "]";
      }
    };
  }

  private static String between(String text, String start, String end) {
    if (!text.startsWith(start) || !text.endsWith(end)) {
      throw new AssertionError("not " + start + "..." + end + ": " + text);
    }
    return text.substring(start.length(), text.length() - end.length());
  }

  private static String xmlOutcome(String answer) {
    Element value = firstElement(parse(answer), "params", "param", "value");
    Element struct = firstElement(value);
    List<Element> members = elements(struct);
    if (!struct.getTagName().equals("struct") || members.size() != 2) {
      return canonical(value);
    }
    String status = elements(members.get(0)).get(1).getTextContent();
    String second = canonical(elements(members.get(1)).get(1));
    return status.equals("Success") ? second : "!" + second;
  }

  private static Element parse(String xml) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + xml, e);
    }
  }

  private static String canonical(Element value) {
    List<Element> children = elements(value);
    if (children.isEmpty()) {
      return json(value.getTextContent());
    }
    Element typed = children.get(0);
    return switch (typed.getTagName()) {
      case "double" -> Double.toString(Double.parseDouble(typed.getTextContent()));
      case "boolean" -> String.valueOf(typed.getTextContent().equals("1"));
      case "dateTime.iso8601" -> json(typed.getTextContent());
      case "array" ->
          elements(firstElement(typed)).stream()
              .map(Wire::canonical)
              .collect(Collectors.joining(",", "[", "]"));
      case "struct" ->
          elements(typed).stream()
              .map(Wire::canonicalMember)
              .collect(Collectors.joining(",", "{", "}"));
      default -> throw new AssertionError("unexpected " + typed.getTagName());
    };
  }

  private static String canonicalMember(Element member) {
    List<Element> parts = elements(member);
    return json(parts.get(0).getTextContent()) + ":" + canonical(parts.get(1));
  }

  private static Element firstElement(Element parent, String... path) {
    Element found = parent;
    for (String name : path) {
      found = firstElement(found);
      if (!found.getTagName().equals(name)) {
        throw new AssertionError(name + " expected, not " + found.getTagName());
      }
    }
    return path.length > 0 ? found : elements(parent).get(0);
  }

  private static List<Element> elements(Node parent) {
    List<Element> elements = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  private static String xml(Object value) {
    if (value instanceof Boolean flag) {
      return "<value><boolean>" + (flag ? 1 : 0) + "</boolean></value>";
    }
    if (value instanceof Integer || value instanceof Long) {
      return "<value><int>" + value + "</int></value>";
    }
    if (value instanceof Double number) {
      return "<value><double>" + number + "</double></value>";
    }
    if (value instanceof List<?> list) {
      return list.stream()
          .map(Wire::xml)
          .collect(Collectors.joining("", "<value><array><data>", "</data></array></value>"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(
              e ->
                  "<member><name>"
                      + escape(String.valueOf(e.getKey()))
                      + "</name>"
                      + xml(e.getValue())
                      + "</member>")
          .collect(Collectors.joining("", "<value><struct>", "</struct></value>"));
    }
    return "<value><string>" + escape(String.valueOf(value)) + "</string></value>";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A value as JSON text: the form in which tests state what they expect. */
  public static String json(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Wire::json).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    StringBuilder text = new StringBuilder("\"");
    for (char c : String.valueOf(value).toCharArray()) {
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.append('"').toString();
  }
}
