package org.xapitck.kit.text;

/**
 * Texts without control characters: nothing that a server sends can move a cursor or break a file.
 */
public final class Printable {
  private static final char REPLACEMENT = '\ufffd';

  private Printable() {}

  /**
   * With each control character but the line end written as {@code \}{@code u001b}; so are
   * bidirectional marks and lone surrogates, which can make one text look like another.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point != '\n' && (Character.isISOControl(point) || isFormat(point))) {
                escaped.append(String.format("\\u%04x", point));
              } else {
                escaped.appendCodePoint(point);
              }
            });
    return escaped.toString();
  }

  private static boolean isFormat(int point) {
    int type = Character.getType(point);
    return type == Character.FORMAT || type == Character.SURROGATE;
  }

  /** Without control characters other than line ends, and without lone surrogates. */
  public static String stripped(String text) {
    StringBuilder stripped = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point == '\n' || !Character.isISOControl(point))
        .filter(point -> Character.getType(point) != Character.SURROGATE)
        .forEach(stripped::appendCodePoint);
    return stripped.toString();
  }

  /** On one line: line ends and tabs become blanks, other control characters a replacement. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        line.setCharAt(i, ' ');
      } else if (Character.isISOControl(c)) {
        line.setCharAt(i, REPLACEMENT);
      }
    }
    return line.toString();
  }
}
