package org.xapitck.simulator.rpc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How xapi's language prints and reads floats: C's {@code %g} and {@code strtod}. */
public final class FloatText {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Pattern HEX =
      Pattern.compile(
          "[+-]?0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)(?:[pP][+-]?[0-9]+)?");

  private FloatText() {}

  /**
   * Prints as C's {@code %.<precision>g}: that many significant digits, trailing zeros cut, an
   * exponent of at least two digits below 1e-4 and from 1e{precision} on.
   */
  public static String general(double number, int precision) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    // the exact binary value, rounded once: the same digits as the C library gives
    BigDecimal rounded =
        new BigDecimal(number).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    BigDecimal digits = rounded.stripTrailingZeros();
    int exponent = digits.precision() - digits.scale() - 1;
    if (exponent >= -4 && exponent < precision) {
      return digits.toPlainString();
    }
    String unscaled = digits.unscaledValue().abs().toString();
    StringBuilder text = new StringBuilder(24);
    if (number < 0) {
      text.append('-');
    }
    text.append(unscaled.charAt(0));
    if (unscaled.length() > 1) {
      text.append('.').append(unscaled, 1, unscaled.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    if (Math.abs(exponent) < 10) {
      text.append('0');
    }
    return text.append(Math.abs(exponent)).toString();
  }

  /**
   * Reads as OCaml's {@code float_of_string}: decimal and hexadecimal, {@code nan} and {@code
   * infinity} in any case, underscores anywhere, white space before but not behind.
   *
   * @return empty if the text is no number
   */
  public static OptionalDouble parse(String text) {
    String plain = text.replace("_", "");
    int start = 0;
    while (start < plain.length() && isSpace(plain.charAt(start))) {
      start++;
    }
    plain = plain.substring(start);
    if (DECIMAL.matcher(plain).matches()) {
      return OptionalDouble.of(Double.parseDouble(plain));
    }
    if (HEX.matcher(plain).matches()) {
      boolean exponent = plain.indexOf('p') >= 0 || plain.indexOf('P') >= 0;
      return OptionalDouble.of(Double.parseDouble(exponent ? plain : plain + "p0"));
    }
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
