package org.xapitck.simulator.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;

class XmlRpcCodecTest {
  private final XmlRpcCodec codec = new XmlRpcCodec();

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("<value>a</value>", Value.of("a")),
        Arguments.of("<value/>", Value.of("")),
        Arguments.of("<value>  </value>", Value.of("  ")),
        Arguments.of("<value><string> a </string></value>", Value.of(" a ")),
        Arguments.of("<value><string/></value>", Value.of("")),
        Arguments.of("<value> <string>a</string> </value>", Value.of("a")),
        Arguments.of("<value><!-- c --><string>a<!-- c -->b</string></value>", Value.of("ab")),
        Arguments.of("<value><string>a<![CDATA[<&>]]>b</string></value>", Value.of("a<&>b")),
        Arguments.of(
            "<value>&lt;&gt;&amp;&quot;&apos;&#233;&#x1F680;</value>", Value.of("<>&\"'é🚀")),
        Arguments.of("<value>a\r\nb</value>", Value.of("a\nb")),
        Arguments.of("<value><int>5</int></value>", new Value.Int(5)),
        Arguments.of("<value><i4>-5</i4></value>", new Value.Int(-5)),
        Arguments.of("<value><i8>0x10</i8></value>", new Value.Int(16)),
        Arguments.of("<value><double>0.5</double></value>", new Value.Real(0.5)),
        Arguments.of("<value><boolean>1</boolean></value>", new Value.Bool(true)),
        Arguments.of("<value><boolean>true</boolean></value>", new Value.Bool(false)),
        Arguments.of("<value><nil/></value>", new Value.Nil()),
        Arguments.of("<value><dateTime.iso8601>x</dateTime.iso8601></value>", new Value.Time("x")),
        Arguments.of("<value><array/></value>", new Value.Array(List.of())),
        Arguments.of("<value><array><data/></array></value>", new Value.Array(List.of())),
        Arguments.of(
            "<value><array> <data> <value>a</value> </data> </array></value>",
            new Value.Array(List.of(Value.of("a")))),
        Arguments.of("<value><struct/></value>", new Value.Struct(List.of())),
        Arguments.of(
            "<value><struct> <member> <name>k</name> <value/> </member> </struct></value>",
            new Value.Struct(List.of(new Value.Member("k", Value.of(""))))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aValueIsReadAsXapiReadsIt(String xml, Value value) throws MalformedRequest {
    assertThat(read(request(xml)).parameters()).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<value><int/></value>",
        "<value><int>five</int></value>",
        "<value><double>half</double></value>",
        "<value><boolean></boolean></value>",
        "<value><unknown>a</unknown></value>",
        "<value>a<string>b</string></value>",
        "<value><string>a</string>b</value>",
        "<value><string>a</string><string>b</string></value>",
        "<string>a</string>",
        "<value><struct><member><name></name><value/></member></struct></value>",
        "<value><struct><name>k</name></struct></value>",
        "<value>&unknown;</value>",
        "<value>&#1;</value>",
        "<value>a</value",
        "<value>a</valve>"
      })
  void aValueThatXapiCannotReadIsMalformed(String xml) {
    assertThatThrownBy(() -> read(request(xml))).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{}",
        "<methodCall/>",
        "<methodCall><methodName>m</methodName></methodCall>",
        "<methodCall><methodName></methodName><params/></methodCall>",
        "<methodCall><params/></methodCall>",
        "<methodResponse><params/></methodResponse>",
        "<methodCall><methodName>m</methodName><params><value/></params></methodCall>",
        "<!DOCTYPE m [<!ENTITY e \"x\">]><methodCall><methodName>&e;</methodName><params/></methodCall>",
        "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<methodCall><methodName>m</methodName><params><param><value>&e;</value></param></params></methodCall>"
      })
  void aDocumentThatIsNoCallIsMalformed(String xml) {
    assertThatThrownBy(() -> read(xml)).isInstanceOf(MalformedRequest.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "UTF-32BE",
        "ISO-8859-1",
        "windows-1252"
      })
  void aDocumentIsReadInTheEncodingThatItNames(String encoding) throws MalformedRequest {
    // longer than what a parser looks at to find the encoding out, and than its buffers
    String text = "\u00e9".repeat(5_000);
    String head = "<?xml version='1.0' encoding='" + encoding + "'?>";
    byte[] document =
        (head + request("<value>" + text + "</value>")).getBytes(Charset.forName(encoding));
    assertThat(((Codec.Request.Dispatch) codec.read(document)).call().parameters())
        .containsExactly(Value.of(text));
  }

  @Test
  void whatFollowsTheCallIsNotLookedAt() throws MalformedRequest {
    assertThat(read("<methodCall><methodName>m</methodName><params/></methodCall>junk").method())
        .isEqualTo("m");
  }

  @Test
  void nestingWithoutEndIsRefusedInsteadOfEndingTheThread() {
    String deep = "<value><array><data>".repeat(15_000);
    assertThatThrownBy(() -> read(request(deep))).isInstanceOf(MalformedRequest.class);
  }

  @Test
  void anAnswerIsOneLineWithBareStrings() throws MalformedRequest {
    Value value =
        new Value.Struct(
            List.of(
                new Value.Member("a<b", Value.of("<>&\"'\u0001\n")),
                new Value.Member("n", new Value.Int(2)),
                new Value.Member("i", new Value.Int32(3)),
                new Value.Member("b", new Value.Bool(false)),
                new Value.Member("t", new Value.Time("20240101T00:00:00Z")),
                new Value.Member("l", new Value.Array(List.of(new Value.Real(1)))),
                new Value.Member("x", new Value.Nil())));
    assertThat(write(new Answer.Bare(value)))
        .isEqualTo(
            "<?xml version=\"1.0\"?><methodResponse><params><param><value><struct>"
                + "<member><name>a&lt;b</name><value>&lt;&gt;&amp;&quot;'\n</value></member>"
                + "<member><name>n</name><value>2</value></member>"
                + "<member><name>i</name><value><i4>3</i4></value></member>"
                + "<member><name>b</name><value><boolean>0</boolean></value></member>"
                + "<member><name>t</name><value><dateTime.iso8601>20240101T00:00:00Z"
                + "</dateTime.iso8601></value></member>"
                + "<member><name>l</name><value><array><data><value><double>1</double></value>"
                + "</data></array></value></member>"
                + "<member><name>x</name><value><nil/></value></member>"
                + "</struct></value></param></params></methodResponse>");
  }

  @Test
  void whatIsSentIsWhatIsRead() throws MalformedRequest {
    RandomValues random = new RandomValues(7);
    for (int i = 0; i < 2_000; i++) {
      Value value = random.next(3);
      assertThat(read(request(xml(value))).parameters()).containsExactly(value);
    }
  }

  @Test
  void damagedRequestsAreCallsOrMalformedAndNothingElse() {
    RandomValues random = new RandomValues(8);
    for (int i = 0; i < 20_000; i++) {
      byte[] body = random.damage(request(xml(random.next(2))).getBytes(StandardCharsets.UTF_8));
      try {
        codec.read(body);
      } catch (MalformedRequest expected) {
        assertThat(expected.getMessage()).isNotEmpty();
      }
    }
  }

  private Call read(String xml) throws MalformedRequest {
    return ((Codec.Request.Dispatch) codec.read(xml.getBytes(StandardCharsets.UTF_8))).call();
  }

  private String write(Answer answer) throws MalformedRequest {
    byte[] any = request("<value/>").getBytes(StandardCharsets.UTF_8);
    return ((Codec.Request.Dispatch) codec.read(any)).writer().write(answer).toString();
  }

  private static String request(String value) {
    return "<methodCall><methodName>m</methodName><params><param>"
        + value
        + "</param></params></methodCall>";
  }

  private static String xml(Value value) {
    StringBuilder text = new StringBuilder("<value>");
    if (value instanceof Value.Text v) {
      text.append("<string>").append(escape(v.text())).append("</string>");
    } else if (value instanceof Value.Int v) {
      text.append("<i8>").append(v.number()).append("</i8>");
    } else if (value instanceof Value.Real v) {
      text.append("<double>").append(v.number()).append("</double>");
    } else if (value instanceof Value.Bool v) {
      text.append("<boolean>").append(v.flag() ? 1 : 0).append("</boolean>");
    } else if (value instanceof Value.Nil) {
      text.append("<nil/>");
    } else if (value instanceof Value.Array v) {
      text.append("<array><data>\n");
      v.items().forEach(item -> text.append(xml(item)).append('\n'));
      text.append("</data></array>");
    } else if (value instanceof Value.Struct v) {
      text.append("<struct>");
      for (Value.Member m : v.members()) {
        text.append("<member><name>").append(escape(m.name())).append("</name>");
        text.append(xml(m.value())).append("</member>");
      }
      text.append("</struct>");
    }
    return text.append("</value>").toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
