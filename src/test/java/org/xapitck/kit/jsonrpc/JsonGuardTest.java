package org.xapitck.kit.jsonrpc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.text.NotWellFormed;

/** Each limit on both of its sides, so that no right answer is refused. */
class JsonGuardTest {
  private static final String DIGITS = "1".repeat(1100);

  private static void check(String document) throws NotWellFormed {
    JsonGuard.check(document.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertRefused(String document, String why) {
    assertThatThrownBy(() -> check(document)).isInstanceOf(NotWellFormed.class).hasMessage(why);
  }

  private static void assertTaken(String document) {
    assertThatCode(() -> check(document)).doesNotThrowAnyException();
  }

  @Test
  void sixtyFourLevelsAreNotTooDeep() {
    assertTaken("[".repeat(64) + "]".repeat(64));
    assertTaken("[" + "{}[]".repeat(70) + "]");
    assertRefused("[".repeat(65), "values within each other more than 64 deep");
    assertRefused("{".repeat(65), "values within each other more than 64 deep");
  }

  @Test
  void aHundredThousandValuesAreNotTooMany() {
    assertTaken(",".repeat(100_000));
    assertRefused(",".repeat(100_001), "more than 100000 values");
    assertTaken("[]".repeat(100_000));
    assertRefused("{}".repeat(100_001), "more than 100000 values");
  }

  @Test
  void aNumberOfElevenHundredDigitsIsNotTooLong() {
    assertTaken(DIGITS);
    assertTaken(DIGITS + "." + DIGITS);
    assertRefused(DIGITS + "0", "a number of more than 1100 digits");
    assertRefused("9".repeat(1101), "a number of more than 1100 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e", "1E", "1e+", "1e-", "1.5e", "9E-"})
  void anExponentOfNineDigitsIsNotTooLong(String begin) {
    assertTaken(begin + "123456789");
    assertTaken(begin + "090909090");
    assertRefused(begin + "1234567890", "an exponent of more than 9 digits");
  }

  @Test
  void digitsThatAreNoExponentAreNotCountedAsOne() {
    assertTaken("12345678901234567890");
    assertTaken("[1e5,12345678901234567890]");
    assertTaken("true,12345678901234567890");
    assertTaken("-12345678901234567890");
  }

  @Test
  void aTextIsNotCounted() {
    assertTaken('"' + "[".repeat(100) + '"');
    assertTaken("\"\\\"" + "[".repeat(100) + '"');
    assertTaken('"' + DIGITS + DIGITS + '"');
    assertTaken("\"1e12345678901\"");
    assertRefused("\"\\\\\"" + "[".repeat(65), "values within each other more than 64 deep");
  }
}
