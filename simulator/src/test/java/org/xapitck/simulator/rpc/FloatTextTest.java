package org.xapitck.simulator.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, -0",
    "1, 1",
    "-1, -1",
    "0.5, 0.5",
    "0.1, 0.1",
    "1e-7, 1e-07",
    "1e-4, 0.0001",
    "0.00012345, 0.00012345",
    "1e15, 1000000000000000",
    "1e16, 1e+16",
    "1.5e300, 1.5e+300",
    "0.12345678901234568, 0.1234567890123457",
    "0.3333333333333333, 0.3333333333333333",
    "9007199254740991, 9007199254740991",
    "99999999999999995, 1e+17",
    "4.9e-324, 4.940656458412465e-324",
    "NaN, nan",
    "Infinity, inf",
    "-Infinity, -inf"
  })
  void sixteenDigitsAreThoseOfC(double number, String text) {
    assertThat(FloatText.general(number, 16)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5", "1234567, 1.23457e+06", "0.1, 0.1", "100000, 100000", "1e6, 1e+06"})
  void sixDigitsAreThoseOfErrorTexts(double number, String text) {
    assertThat(FloatText.general(number, 6)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 0.25",
    "1, 1.0",
    "+.5, 0.5",
    "5., 5.0",
    "1_000.5, 1000.5",
    "1e3, 1000.0",
    "0x1p3, 8.0",
    "0x10, 16.0",
    "-0x.8, -0.5",
    "nan, NaN",
    "NAN, NaN",
    "inf, Infinity",
    "-Infinity, -Infinity",
    "' 2', 2.0"
  })
  void whatTheLanguageReadsIsANumber(String text, double number) {
    assertThat(FloatText.parse(text)).hasValue(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "half", "1e", "1.2.3", "1 ", "0x", "--1", "1d", "1f", "e5", "."})
  void whatItDoesNotReadIsNone(String text) {
    assertThat(FloatText.parse(text)).isEmpty();
  }

  @Test
  void seventeenDigitsReadBackAsTheSameDouble() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(number)) {
        assertThat(FloatText.parse(FloatText.general(number, 17))).hasValue(number);
      }
    }
  }
}
