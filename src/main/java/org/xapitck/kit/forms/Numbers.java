package org.xapitck.kit.forms;

import java.math.BigDecimal;

/** Numbers as digits. */
final class Numbers {
  private Numbers() {}

  /** The shortest decimal number that reads back equal. */
  static BigDecimal decimal(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros();
  }

  /** With digits and a period, no exponent: {@code 0.25}, {@code 1.0}. */
  static String plain(double number) {
    BigDecimal decimal = decimal(number);
    return (decimal.scale() < 1 ? decimal.setScale(1) : decimal).toPlainString();
  }

  /**
   * With digits alone.
   *
   * @throws IllegalArgumentException where the number has a fraction
   */
  static String integer(double number) {
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException(number + " cannot be written without a fraction");
    }
    return decimal(number).toBigIntegerExact().toString();
  }

  /** One digit, a period, the others: {@code 2.5e-1}. */
  static String small(double number) {
    BigDecimal decimal = decimal(number);
    int exponent = decimal.precision() - 1 - decimal.scale();
    return plain(decimal.movePointLeft(exponent).doubleValue()) + "e" + exponent;
  }

  /** All digits as an integer: {@code 25E-2}. */
  static String capital(double number) {
    BigDecimal decimal = decimal(number);
    return decimal.unscaledValue() + "E" + -decimal.scale();
  }
}
