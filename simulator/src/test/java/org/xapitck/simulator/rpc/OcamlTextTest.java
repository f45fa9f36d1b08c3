package org.xapitck.simulator.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcamlTextTest {

  @Test
  void everyKindOfValueHasItsLetter() {
    Value inner =
        new Value.Struct(
            List.of(new Value.Member("k", Value.of("v")), new Value.Member("n", new Value.Nil())));
    Value all =
        new Value.Array(
            List.of(
                Value.of("a"),
                new Value.Int(5),
                new Value.Int32(6),
                new Value.Real(0.5),
                new Value.Bool(true),
                new Value.Time("t"),
                new Value.Base64("YQ=="),
                inner));
    assertThat(OcamlText.print(all))
        .isEqualTo("[S(a);I(5);I32(6);F(0.5);B(true);D(t);B64(YQ==);{k:S(v);n:N}]");
  }

  @Test
  void quotingEscapesEveryByteThatIsNotPrintableAscii() {
    assertThat(OcamlText.quote("a\"b\\c\n\t\r\b\u0001\u007fé"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\b\\001\\127\\195\\169\"");
  }

  @ParameterizedTest
  @CsvSource({
    "5, 5",
    "-5, -5",
    "+5, 5",
    "0x1F, 31",
    "0b101, 5",
    "0o17, 15",
    "1_000, 1000",
    "9223372036854775807, 9223372036854775807",
    "0xFFFFFFFFFFFFFFFF, -1"
  })
  void integersMayHaveBasesAndUnderscores(String text, long number) {
    assertThat(OcamlInt.parse(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "x", "5 ", " 5", "0x", "5.0", "9223372036854775808", "_5", "1e3"})
  void otherTextIsNoInteger(String text) {
    assertThat(OcamlInt.parse(text)).isEmpty();
  }
}
