package org.xapitck.kit.jsonrpc;

import org.xapitck.kit.text.Limits;
import org.xapitck.kit.text.NotWellFormed;

/**
 * Looks at a document before any parser does, as some would hurt the JVM: REST Assured's parser
 * calls itself for each level of depth and turns any number of digits into a number, which takes
 * minutes for a million of them.
 */
final class JsonGuard {
  private int depth;
  private int digits;
  private int values;
  private boolean inExponent;
  private boolean inString;
  private boolean escaped;

  private JsonGuard() {}

  /**
   * Counts the brackets, commas and digits outside of strings.
   *
   * @throws NotWellFormed where there are too many
   */
  static void check(byte[] document) throws NotWellFormed {
    JsonGuard guard = new JsonGuard();
    for (byte b : document) {
      guard.see(b);
    }
  }

  private void see(byte b) throws NotWellFormed {
    if (inString) {
      inString = escaped || b != '"';
      escaped = !escaped && b == '\\';
      return;
    }
    boolean digit = b >= '0' && b <= '9';
    boolean exponentBegins = digits > 0 && (b == 'e' || b == 'E');
    boolean exponentGoesOn = inExponent && (digit || b == '+' || b == '-');
    inExponent = exponentBegins || exponentGoesOn;
    digits = digit ? digits + 1 : 0;
    if (inExponent && digits > Limits.EXPONENT_LENGTH) {
      throw new NotWellFormed("an exponent of more than " + Limits.EXPONENT_LENGTH + " digits");
    }
    switch (b) {
      case '"' -> inString = true;
      case ',' -> values++;
      case '[', '{' -> {
        depth++;
        values++;
      }
      case ']', '}' -> depth--;
      default -> {}
    }
    if (depth > Limits.DEPTH) {
      throw new NotWellFormed("values within each other more than " + Limits.DEPTH + " deep");
    } else if (values > Limits.VALUES) {
      throw new NotWellFormed("more than " + Limits.VALUES + " values");
    } else if (digits > Limits.NUMBER_LENGTH) {
      throw new NotWellFormed("a number of more than " + Limits.NUMBER_LENGTH + " digits");
    }
  }
}
