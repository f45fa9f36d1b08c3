package org.xapitck.kit.forms;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.model.Wire.Notation;

/** Requests of JSON-RPC in a form; parameters are texts and numbers, the last one is the value. */
public final class JsonForms {
  private final RequestForm form;

  private JsonForms(RequestForm form) {
    this.form = form;
  }

  /**
   * The request in a form.
   *
   * @param id where the form is not about the id
   * @throws IllegalArgumentException where the form is not of JSON, or cannot write such a value
   */
  public static Sent of(RequestForm form, Wire wire, Call call, long id) {
    if (!form.isOf(Notation.JSON)) {
      throw new IllegalArgumentException("no form of JSON-RPC: " + form.words());
    }
    String json = new JsonForms(form).document(wire, call, id);
    return HttpForms.of(form, Sent.usual(Notation.JSON, json.getBytes(StandardCharsets.UTF_8)));
  }

  /** The id of such a request, which its answer has to bear. */
  public static Value id(RequestForm form, long id) {
    return switch (form) {
      case TEXT_ID -> new Value.Text("abc");
      case DIGIT_ID -> new Value.Text("1");
      case ZERO_ID -> number(0);
      case NEGATIVE_ID -> number(-5);
      default -> number(id);
    };
  }

  private static Value number(long id) {
    return new Value.Number(BigDecimal.valueOf(id), true);
  }

  private String document(Wire wire, Call call, long id) {
    List<String> members = new ArrayList<>();
    if (wire == Wire.JSONRPC2) {
      members.add(member("jsonrpc", "\"2.0\""));
    }
    members.add(member("method", text(call.method(), false)));
    members.add(member("params", parameters(call.parameters())));
    members.add(member("id", idText(id)));
    if (form == RequestForm.UNKNOWN_MEMBER) {
      members.add(member("extension", "{\"colour\":[\"green\",null]}"));
    }
    if (form == RequestForm.REVERSED_MEMBERS) {
      Collections.reverse(members);
    }
    return gap() + listed('{', members, '}') + gap();
  }

  private String idText(long id) {
    return switch (form) {
      case TEXT_ID -> "\"abc\"";
      case DIGIT_ID -> "\"1\"";
      case ZERO_ID -> "0";
      case NEGATIVE_ID -> "-5";
      default -> Long.toString(id);
    };
  }

  private String parameters(List<?> parameters) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      elements.add(parameter(parameters.get(i), i == parameters.size() - 1));
    }
    return listed('[', elements, ']');
  }

  private String parameter(Object parameter, boolean last) {
    if (parameter instanceof String text) {
      return text(text, last);
    }
    if (parameter instanceof Double number) {
      return number(number, last);
    }
    throw new IllegalArgumentException("no form writes the parameter " + parameter);
  }

  private String number(double number, boolean last) {
    return switch (last ? form : RequestForm.FRACTION_OF_ZERO) {
      case INTEGER -> Numbers.integer(number);
      case SMALL_EXPONENT -> Numbers.small(number);
      case CAPITAL_EXPONENT -> Numbers.capital(number);
      default -> Numbers.plain(number);
    };
  }

  private String member(String name, String value) {
    return '"' + name + '"' + gap() + ':' + gap() + value;
  }

  private String listed(char begin, List<String> parts, char end) {
    return begin + gap() + String.join(gap() + ',' + gap(), parts) + gap() + end;
  }

  /** What stands between two tokens. */
  private String gap() {
    return form == RequestForm.BLANKS_BETWEEN_TOKENS ? " \t\r\n" : "";
  }

  private String text(String text, boolean last) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (last && form == RequestForm.NUMERIC_ESCAPES && (isCapital(c) || c > '~')) {
        json.append("\\u%04x".formatted((int) c));
      } else if (last && form == RequestForm.SHORT_ESCAPES && c == '/') {
        json.append("\\/");
      } else {
        json.append(escaped(c));
      }
    }
    return json.append('"').toString();
  }

  /** A letter that needs no escape, and may have one. */
  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
