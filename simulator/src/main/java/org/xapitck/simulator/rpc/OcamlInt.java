package org.xapitck.simulator.rpc;

import java.util.Optional;

/** Reads 64-bit integers as OCaml's {@code Int64.of_string} does. */
public final class OcamlInt {
  private OcamlInt() {}

  /**
   * Reads decimal text, or {@code 0x}, {@code 0o}, {@code 0b} with their digits, after a sign and
   * with underscores between digits.
   *
   * @return empty if the text is no integer or is beyond 64 bits
   */
  public static Optional<Long> parse(String text) {
    boolean negative = text.startsWith("-");
    String digits = negative || text.startsWith("+") ? text.substring(1) : text;
    int radix = radix(digits);
    digits = radix == 10 ? digits : digits.substring(2);
    if (digits.isEmpty() || Character.digit(digits.charAt(0), radix) < 0) {
      return Optional.empty();
    }
    String plain = digits.replace("_", "");
    try {
      if (radix == 10) {
        return Optional.of(Long.parseLong(negative ? "-" + plain : plain));
      }
      // the other bases fill all 64 bits: 0xFFFFFFFFFFFFFFFF is -1
      long bits = Long.parseUnsignedLong(plain, radix);
      return Optional.of(negative ? -bits : bits);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int radix(String digits) {
    if (digits.length() < 2 || digits.charAt(0) != '0') {
      return 10;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }
}
