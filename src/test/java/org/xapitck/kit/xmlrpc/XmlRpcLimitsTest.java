package org.xapitck.kit.xmlrpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.text.NotWellFormed;

/** What the strict parser takes and refuses, without a client library behind it. */
class XmlRpcLimitsTest {
  private static final String FRONT = "<methodResponse><params><param><value>";
  private static final String BACK = "</value></param></params></methodResponse>";

  private static Value read(String value) throws NotWellFormed {
    XmlRpcDocument.Params params = (XmlRpcDocument.Params) parse(FRONT + value + BACK);
    return params.values().get(0);
  }

  private static XmlRpcDocument parse(String document) throws NotWellFormed {
    return StrictXmlRpc.parse(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String document, String why) {
    assertThatThrownBy(() -> parse(document)).isInstanceOf(NotWellFormed.class).hasMessage(why);
  }

  private static String arrays(int depth) {
    return "<array><data><value>".repeat(depth) + "</value></data></array>".repeat(depth);
  }

  private static String structs(int depth) {
    return "<struct><member><name>a</name><value>".repeat(depth)
        + "</value></member></struct>".repeat(depth);
  }

  @Test
  void sixtyFourLevelsAreNotTooDeep() throws NotWellFormed {
    String why = "values within each other more than 64 deep";
    assertThat(read(arrays(63))).isInstanceOf(Value.Array.class);
    assertRefused(FRONT + arrays(64) + BACK, why);
    assertThat(read(structs(63))).isInstanceOf(Value.Struct.class);
    assertRefused(FRONT + structs(64) + BACK, why);
  }

  @Test
  void aHundredThousandValuesAreNotTooMany() throws NotWellFormed {
    String most = "<array><data>" + "<value/>".repeat(99_999);
    assertThat(((Value.Array) read(most + "</data></array>")).elements()).hasSize(99_999);
    assertRefused(FRONT + most + "<value/></data></array>" + BACK, "more than 100000 values");
  }

  @Test
  void aNumberOfElevenHundredCharactersIsNotTooLong() throws NotWellFormed {
    String digits = "1".repeat(1100);
    assertThat(read("<int>" + digits + "</int>"))
        .isEqualTo(new Value.Number(new BigDecimal(digits), true));
    assertRefused(FRONT + "<int>" + digits + "1</int>" + BACK, "a number of 1101 characters");
    assertThat(read("<double>" + digits + "</double>")).isInstanceOf(Value.Number.class);
    assertRefused(FRONT + "<double>" + digits + "1</double>" + BACK, "a number of 1101 characters");
  }

  @ParameterizedTest
  @CsvSource({
    "<double>1e999999999</double>, true",
    "<double>1e1234567890</double>, false",
    "<double>.5</double>, true",
    "<double>-INF</double>, true",
    "<boolean>0</boolean>, true",
    "<boolean>2</boolean>, false",
    "<nil/>, true",
    "<nil> </nil>, true",
    "<nil>x</nil>, false"
  })
  void aScalarIsNotTakenForWhatItIsNot(String value, boolean right) {
    if (right) {
      assertThat(catchThrowable(() -> read(value))).isNull();
    } else {
      assertThatThrownBy(() -> read(value)).isInstanceOf(NotWellFormed.class);
    }
  }

  @Test
  void aTruthIsNotConfusedWithAnother() throws NotWellFormed {
    assertThat(read("<boolean>1</boolean>")).isEqualTo(new Value.Bool(true));
    assertThat(read("<boolean>0</boolean>")).isEqualTo(new Value.Bool(false));
    assertThat(read("<nil/>")).isEqualTo(new Value.Nil());
    assertThat(read("<double>-INF</double>")).isEqualTo(new Value.NotFinite("-INF"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<other/> | <other> where <methodResponse> is due",
        "<methodResponse><other/></methodResponse> | <other> where <params> is due",
        "<methodResponse></methodResponse> | </methodResponse> where <params> is due",
        "<methodResponse><params/><params/></methodResponse>"
            + " | <params> where </methodResponse> is due",
        "<methodResponse><params><other/></params></methodResponse>"
            + " | <other> where <param> is due",
        "<methodResponse><params><param><other/></param></params></methodResponse>"
            + " | <other> where <value> is due",
        "<methodResponse><params><param><value/><value/></param></params></methodResponse>"
            + " | <value> where </param> is due",
        "<methodResponse><fault><other/></fault></methodResponse>"
            + " | <other> where <value> is due",
        "<methodResponse><fault><value/><value/></fault></methodResponse>"
            + " | <value> where </fault> is due",
        "<methodResponse>x<params/></methodResponse> | text where an element is due: \"x\"",
      })
  void whatStandsInAWrongPlaceIsNamed(String document, String why) {
    assertRefused(document, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<array><other/></array> | <other> where <data> is due",
        "<array><data><other/></data></array> | <other> where <value> is due",
        "<array><data/><data/></array> | <data> where </array> is due",
        "<struct><other/></struct> | <other> where <member> is due",
        "<struct><member><value/></member></struct> | <value> where <name> is due",
        "<struct><member><name>a</name><other/></member></struct> | <other> where <value> is due",
        "<struct><member><name>a</name><value/><x/></member></struct>"
            + " | <x> where </member> is due",
        "<struct xmlns='urn:x'/> | the element <struct> in a namespace",
        "<int>1</int><int>2</int> | <int> where </value> is due",
      })
  void whatStandsInAWrongPlaceOfAValueIsNamed(String value, String why) {
    assertRefused(FRONT + value + BACK, why);
  }

  @Test
  void theJdksPositionIsNotPartOfTheReason() {
    assertThatThrownBy(() -> parse("<methodResponse>"))
        .isInstanceOf(NotWellFormed.class)
        .hasMessageStartingWith("not XML: XML document structures must start and end")
        .hasMessageNotContaining("Message:");
  }
}
