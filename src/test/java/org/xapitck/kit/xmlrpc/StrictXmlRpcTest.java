package org.xapitck.kit.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.client.Talk;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.text.Rendering;

/** Forms that are no XML-RPC, most of which the client library takes. */
class StrictXmlRpcTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<string>a</string>b",
        "a<string>b</string>",
        "<string>a</string><string>b</string>",
        "<string><b/></string>",
        "<text>a</text>",
        "<i1>1</i1>",
        "<float>1</float>",
        "<int/>",
        "<int>1.5</int>",
        "<int>0x1</int>",
        "<double>1,5</double>",
        "<double>one</double>",
        "<boolean>true</boolean>",
        "<nil>x</nil>",
        "<array/>",
        "<array><data/><data/></array>",
        "<array><value>a</value></array>",
        "<array><data>x</data></array>",
        "<struct>x</struct>",
        "<struct><member><name>a</name></member></struct>",
        "<struct><member><value>a</value><name>a</name></member></struct>",
        "<struct><member><name>a</name><value/><value/></member></struct>",
        "<struct><member><name>a</name><value/></member><member><name>a</name><value/></member></struct>",
        "<struct><member><name><b/></name><value/></member></struct>",
        "<struct xmlns=\"urn:x\"/>",
        "&undefined;",
        "&#0;",
        "\u0001",
        "<string>a",
        "a</value></value>",
      })
  void aValueThatIsNoXmlRpcIsRefused(String value) {
    Exchange exchange = Talk.answer(Wire.XMLRPC, Talk.success(Wire.XMLRPC, value));
    assertThat(exchange.answer()).isInstanceOf(Answer.Malformed.class);
    assertThat(Talk.rules(exchange)).containsExactly("wire.xmlrpc.well_formed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " <?xml version=\"1.0\"?><methodResponse><params/></methodResponse>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><methodResponse><params/></methodResponse>",
        "<methodCall><methodName>x</methodName></methodCall>",
        "<methodResponse/>",
        "<methodResponse><params/></methodResponse>x",
        "<methodResponse><params/></methodResponse><methodResponse/>",
        "<methodResponse><params/><params/></methodResponse>",
        "<methodResponse><params><param/></params></methodResponse>",
        "<methodResponse><params><param><value/><value/></param></params></methodResponse>",
        "<methodResponse><fault/></methodResponse>",
        "<methodResponse xmlns=\"urn:x\"><params/></methodResponse>",
      })
  void aDocumentThatIsNoAnswerIsRefused(String document) {
    Exchange exchange = Talk.answer(Wire.XMLRPC, document);
    assertThat(exchange.answer()).isInstanceOf(Answer.Malformed.class);
    assertThat(Talk.rules(exchange)).containsExactly("wire.xmlrpc.well_formed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ufeff",
        "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n",
        "<!-- a comment --><?a pi?>\n",
      })
  void whatXmlAllowsBeforeTheAnswerIsNoDefect(String prolog) {
    String answer = Talk.success(Wire.XMLRPC, "v").replaceFirst("<\\?xml[^>]*>", "");
    Exchange exchange = Talk.answer(Wire.XMLRPC, prolog + answer + "\n<!-- end -->\n");
    assertThat(exchange.answer()).isEqualTo(new Answer.Success(new Value.Text("v")));
    assertThat(exchange.violations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n  ", "\r\n\t"})
  void aPrettyPrintedAnswerIsTheSame(String space) {
    String answer =
        Talk.success(
                Wire.XMLRPC,
                "<array><data><value><string>a</string></value><value><struct><member><name>k</name>"
                    + "<value><int>1</int></value></member></struct></value></data></array>")
            .replaceAll(
                "(</?(?:struct|member|array|data|int|string|params?|methodResponse)>)",
                space + "$1" + space)
            .replaceAll("(<(?:int|string)>)\\s+", "$1")
            .replaceAll("\\s+(</(?:int|string)>)", "$1");
    Exchange exchange = Talk.answer(Wire.XMLRPC, answer.strip());
    assertThat(exchange.violations()).isEmpty();
    assertThat(Rendering.of(((Answer.Success) exchange.answer()).value()))
        .isEqualTo("[\"a\",{\"k\":1}]");
  }
}
