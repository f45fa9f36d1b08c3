package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;

/** Documents that are dear to parse: each is refused before it takes stack, heap or time. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class HostileDocumentsTest {

  @ParameterizedTest
  @EnumSource(names = {"JSONRPC1", "JSONRPC2"})
  void jsonTenThousandDeepIsRefused(Wire wire) {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    Exchange exchange = Talk.answer(wire, Talk.success(wire, deep));
    assertThat(Talk.reason(exchange)).contains("more than 64 deep");
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONRPC1", "JSONRPC2"})
  void aNumberOfManyDigitsCostsNoTime(Wire wire) {
    String digits = "1".repeat(90_000);
    Exchange exchange = Talk.answer(wire, Talk.success(wire, digits));
    assertThat(Talk.reason(exchange)).contains("a number of more than 1100 digits");
  }

  @ParameterizedTest
  @EnumSource(names = "XMLRPC")
  void xmlTenThousandDeepIsRefused(Wire wire) {
    String deep = "<array><data><value>".repeat(10_000) + "</value></data></array>".repeat(10_000);
    Exchange exchange = Talk.answer(wire, Talk.success(wire, deep));
    assertThat(Talk.reason(exchange)).contains("more than 64 deep");
  }

  @ParameterizedTest
  @EnumSource
  void aMillionEmptyValuesTakeNoMemory(Wire wire) {
    String many =
        wire == Wire.XMLRPC
            ? "<array><data>" + "<value/>".repeat(400_000) + "</data></array>"
            : "[" + "[],".repeat(1_000_000) + "[]]";
    Exchange exchange = Talk.answer(wire, Talk.success(wire, many));
    assertThat(Talk.reason(exchange)).contains("more than 100000 values");
  }
}
