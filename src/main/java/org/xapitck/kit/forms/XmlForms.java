package org.xapitck.kit.forms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire.Notation;

/**
 * Requests of XML-RPC in a form; parameters are texts and numbers, the last one is the value. Texts
 * stand in string elements, as most clients write them; the kit's client library leaves them out.
 */
public final class XmlForms {
  private static final String MARK = "\ufeff";

  private final RequestForm form;
  private final Call call;
  private final StringBuilder xml = new StringBuilder();

  private XmlForms(RequestForm form, Call call) {
    this.form = form;
    this.call = call;
  }

  /**
   * The request in a form.
   *
   * @throws IllegalArgumentException where the form is not of XML, or cannot write such a value
   */
  public static Sent of(RequestForm form, Call call) {
    if (!form.isOf(Notation.XML)) {
      throw new IllegalArgumentException("no form of XML-RPC: " + form.words());
    }
    XmlForms request = new XmlForms(form, call);
    request.document();
    Charset charset = request.charset();
    byte[] body = bytes(request.xml.toString(), charset);
    return HttpForms.of(form, new Sent(body, charset, Notation.XML.mediaType(), List.of()));
  }

  private Charset charset() {
    return switch (form) {
      case UTF_16 -> StandardCharsets.UTF_16BE;
      case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
      case US_ASCII -> StandardCharsets.US_ASCII;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static byte[] bytes(String text, Charset charset) {
    try {
      ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException unwritable) {
      throw new IllegalArgumentException("a text that " + charset + " cannot write", unwritable);
    }
  }

  private void document() {
    xml.append(prolog());
    gap();
    tag("<methodCall>");
    xml.append("<methodName>").append(escaped(call.method())).append("</methodName>");
    gap();
    tag("<params>");
    for (int i = 0; i < call.parameters().size(); i++) {
      tag("<param>");
      value(call.parameters().get(i), i == call.parameters().size() - 1);
      gap();
      tag("</param>");
    }
    tag("</params>");
    xml.append("</methodCall>");
  }

  private String prolog() {
    return switch (form) {
      case NO_DECLARATION -> "";
      case DECLARATION_IN_LOWER_CASE -> "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
      case STANDALONE_DECLARATION ->
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
      case BYTE_ORDER_MARK -> MARK + "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
      case UTF_16 -> MARK + "<?xml version=\"1.0\" encoding=\"UTF-16\"?>";
      default -> "<?xml version=\"1.0\" encoding=\"" + charset().name() + "\"?>";
    };
  }

  private void tag(String tag) {
    xml.append(tag);
    gap();
  }

  /** What stands between two elements. */
  private void gap() {
    switch (form) {
      case BLANKS_BETWEEN_ELEMENTS -> xml.append("\n\t ");
      case COMMENTS -> xml.append("<!-- a comment -->");
      default -> {}
    }
  }

  private void value(Object parameter, boolean last) {
    boolean untyped =
        form == RequestForm.UNTYPED_VALUES || form == RequestForm.UNTYPED_VALUE && last;
    if (untyped && parameter instanceof String text) {
      xml.append("<value>").append(escaped(text)).append("</value>");
      return;
    }
    xml.append("<value>");
    gap();
    xml.append(typed(parameter, last));
    gap();
    xml.append("</value>");
  }

  private String typed(Object parameter, boolean last) {
    if (parameter instanceof String text) {
      return last && form == RequestForm.EMPTY_ELEMENT ? empty(text) : string(text, last);
    }
    if (parameter instanceof Double number) {
      return last ? number(number) : element("double", Numbers.plain(number));
    }
    throw new IllegalArgumentException("no form writes the parameter " + parameter);
  }

  private static String empty(String text) {
    if (!text.isEmpty()) {
      throw new IllegalArgumentException("an empty element holds no text");
    }
    return "<string/>";
  }

  private String string(String text, boolean last) {
    return element("string", last ? characters(text) : escaped(text));
  }

  private String characters(String text) {
    return switch (form) {
      case CDATA -> section(text);
      case DECIMAL_REFERENCES -> references(text, "&#%d;");
      case HEXADECIMAL_REFERENCES -> someReferences(text);
      case ENTITIES -> escaped(text).replace("\"", "&quot;").replace("'", "&apos;");
      default -> escaped(text);
    };
  }

  private static String section(String text) {
    if (text.contains("]]>")) {
      throw new IllegalArgumentException("the text would end its CDATA section");
    }
    return "<![CDATA[" + text + "]]>";
  }

  /** Each character as a reference. */
  private static String references(String text, String reference) {
    return text.codePoints().mapToObj(reference::formatted).collect(Collectors.joining());
  }

  /** Capital letters and what is beyond ASCII as references, among other text and entities. */
  private static String someReferences(String text) {
    return text.codePoints()
        .mapToObj(
            c ->
                c >= 'A' && c <= 'Z' || c > '~'
                    ? "&#x%X;".formatted(c)
                    : escaped(Character.toString(c)))
        .collect(Collectors.joining());
  }

  private String number(double number) {
    return switch (form) {
      case SIGNED_DOUBLE -> element("double", "+" + Numbers.plain(number));
      case INTEGRAL_DOUBLE -> element("double", Numbers.integer(number));
      case INT -> element("int", Numbers.integer(number));
      case I4 -> element("i4", Numbers.integer(number));
      default -> element("double", Numbers.plain(number));
    };
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
