package org.xapitck.kit.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.RequestForm;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire.Notation;

/** What a form of XML-RPC sends, byte by byte, and that it is the same call to a strict reader. */
class XmlFormsTest {
  private static final String ROCKET = "\ud83d\ude80";

  private static Call call(Object value) {
    return Call.judged("task.set_result", List.of("s", "r", value));
  }

  private static String text(RequestForm form, Object value) {
    return XmlForms.of(form, call(value)).text();
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(RequestForm.STRING_ELEMENTS, "a&b", "<value><string>a&amp;b</string></value>"),
        arguments(RequestForm.UNTYPED_VALUE, " a<b ", "<value> a&lt;b </value>"),
        arguments(RequestForm.UNTYPED_VALUES, "a", "<value>a</value>"),
        arguments(
            RequestForm.CDATA, "<a> & b", "<value><string><![CDATA[<a> & b]]></string></value>"),
        arguments(
            RequestForm.DECIMAL_REFERENCES,
            "\u00e9\r" + ROCKET,
            "<value><string>&#233;&#13;&#128640;</string></value>"),
        arguments(
            RequestForm.HEXADECIMAL_REFERENCES,
            "A&b\u00e9" + ROCKET,
            "<value><string>&#x41;&amp;b&#xE9;&#x1F680;</string></value>"),
        arguments(
            RequestForm.ENTITIES,
            "<&>\"'",
            "<value><string>&lt;&amp;&gt;&quot;&apos;</string></value>"),
        arguments(RequestForm.EMPTY_ELEMENT, "", "<value><string/></value>"),
        arguments(RequestForm.PLAIN_DOUBLE, 0.25, "<value><double>0.25</double></value>"),
        arguments(RequestForm.PLAIN_DOUBLE, 1.0, "<value><double>1.0</double></value>"),
        arguments(RequestForm.SIGNED_DOUBLE, 0.25, "<value><double>+0.25</double></value>"),
        arguments(RequestForm.INTEGRAL_DOUBLE, 1.0, "<value><double>1</double></value>"),
        arguments(RequestForm.INT, 1.0, "<value><int>1</int></value>"),
        arguments(RequestForm.I4, 1.0, "<value><i4>1</i4></value>"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theLastParameterIsWrittenInTheFormAndNothingElseIs(
      RequestForm form, Object value, String written) {
    boolean untyped = form == RequestForm.UNTYPED_VALUES;
    String before = untyped ? "<value>" : "<value><string>";
    String behind = untyped ? "</value>" : "</string></value>";
    assertThat(text(form, value))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><methodCall>"
                + "<methodName>task.set_result</methodName><params><param>"
                + before
                + "s"
                + behind
                + "</param><param>"
                + before
                + "r"
                + behind
                + "</param><param>"
                + written
                + "</param></params></methodCall>");
  }

  @Test
  void theDocumentIsWrittenInTheForm() {
    assertThat(text(RequestForm.NO_DECLARATION, "a")).startsWith("<methodCall>");
    assertThat(text(RequestForm.DECLARATION_IN_LOWER_CASE, "a"))
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><methodCall>");
    assertThat(text(RequestForm.STANDALONE_DECLARATION, "a"))
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><methodCall>");
    assertThat(text(RequestForm.BLANKS_BETWEEN_ELEMENTS, "a"))
        .contains(
            "<params>\n\t <param>\n\t <value>\n\t <string>s</string>\n\t </value>\n\t </param>")
        .contains("</methodName>\n\t <params>");
    assertThat(text(RequestForm.COMMENTS, "a"))
        .contains("<param><!-- a comment --><value><!-- a comment --><string>s</string>");
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        arguments(RequestForm.BYTE_ORDER_MARK, List.of(0xEF, 0xBB, 0xBF, (int) '<'), "UTF-8"),
        arguments(RequestForm.UTF_16, List.of(0xFE, 0xFF, 0, (int) '<'), "UTF-16"),
        arguments(RequestForm.ISO_8859_1, List.of((int) '<', (int) '?'), "ISO-8859-1"),
        arguments(RequestForm.US_ASCII, List.of((int) '<', (int) '?'), "US-ASCII"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void theBytesAreInTheEncodingThatTheDeclarationNames(
      RequestForm form, List<Integer> first, String name) {
    Sent sent = XmlForms.of(form, call("abc"));
    List<Integer> bytes = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      bytes.add(sent.body()[i] & 0xFF);
    }
    assertThat(bytes).isEqualTo(first);
    assertThat(sent.text()).contains("encoding=\"" + name + "\"");
  }

  @Test
  void anAccentIsOneByteInIso88591() {
    byte[] body = XmlForms.of(RequestForm.ISO_8859_1, call("\u00e9")).body();
    assertThat(new String(body, StandardCharsets.ISO_8859_1)).contains("<string>\u00e9</string>");
  }

  /** A form that changes the meaning would blame a right server. */
  @ParameterizedTest
  @MethodSource("legal")
  void aStrictReaderSeesTheSameCall(RequestForm form, Object value) throws Exception {
    byte[] body = XmlForms.of(form, call(value)).body();
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(body))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("methodCall");
    assertThat(root.getElementsByTagName("methodName").item(0).getTextContent())
        .isEqualTo("task.set_result");
    List<Object> parameters = new ArrayList<>();
    var values = root.getElementsByTagName("value");
    for (int i = 0; i < values.getLength(); i++) {
      parameters.add(value((Element) values.item(i)));
    }
    assertThat(parameters).containsExactly("s", "r", value);
  }

  static Stream<Arguments> legal() {
    Stream<Arguments> documents =
        Arrays.stream(RequestForm.values())
            .filter(form -> form.isOf(Notation.XML))
            .filter(form -> values().noneMatch(row -> row.get()[0] == form))
            .map(form -> arguments(form, form == RequestForm.US_ASCII ? "a<b" : "a<b \u00e9"));
    return Stream.concat(documents, values().map(row -> arguments(row.get()[0], row.get()[1])));
  }

  private static Object value(Element value) {
    for (Node child = value.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element typed) {
        return typed.getTagName().equals("string")
            ? typed.getTextContent()
            : Double.valueOf(typed.getTextContent());
      }
    }
    return value.getTextContent();
  }

  @Test
  void aValueThatTheFormCannotWriteIsAFaultOfTheScenario() {
    assertThatThrownBy(() -> text(RequestForm.CDATA, "a]]>b"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(RequestForm.EMPTY_ELEMENT, "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(RequestForm.INT, 0.5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(RequestForm.US_ASCII, "\u00e9"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> text(RequestForm.SHORT_ESCAPES, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theHeadIsWrittenInTheForm() {
    Sent charset = XmlForms.of(RequestForm.CHARSET_PARAMETER, call("a"));
    assertThat(charset.mediaType()).isEqualTo("text/xml; charset=utf-8");
    assertThat(charset.headers()).isEmpty();
    assertThat(XmlForms.of(RequestForm.EXPECT_CONTINUE, call("a")).headers())
        .containsExactly("Expect: 100-continue");
    assertThat(XmlForms.of(RequestForm.FURTHER_HEADERS, call("a")).headers())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("Accept", "Cookie", "User-Agent");
    assertThat(XmlForms.of(RequestForm.CDATA, call("a")).mediaType()).isEqualTo("text/xml");
  }
}
