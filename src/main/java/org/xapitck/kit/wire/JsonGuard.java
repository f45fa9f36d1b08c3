package org.xapitck.kit.wire;

/**
 * Keeps documents from REST Assured that would hurt the JVM: its parser calls itself for each level
 * of depth, and turns any number of digits into a number, which takes minutes for a million of
 * them. It is no judge: the strict parser refuses the same documents, with the reason.
 */
final class JsonGuard {
  private int depth;
  private int digits;
  private boolean inString;
  private boolean escaped;

  private JsonGuard() {}

  /**
   * Looks at the brackets and digits outside of strings.
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
    digits = b >= '0' && b <= '9' ? digits + 1 : 0;
    switch (b) {
      case '"' -> inString = true;
      case '[', '{' -> depth++;
      case ']', '}' -> depth--;
      default -> {}
    }
    if (depth > Limits.DEPTH || digits > Limits.NUMBER_LENGTH) {
      throw new NotWellFormed("too deep, or too many digits");
    }
  }
}
