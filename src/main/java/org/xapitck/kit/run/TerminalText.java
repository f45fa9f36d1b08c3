package org.xapitck.kit.run;

/** Texts of servers for a terminal. */
final class TerminalText {
  private TerminalText() {}

  /** No control character but the line end, so nothing that a server sends can move a cursor. */
  static String of(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || !Character.isISOControl(point)) {
                printable.appendCodePoint(point);
              } else if (point != '\r') {
                printable.append(String.format("\\u%04x", point));
              }
            });
    return printable.toString();
  }
}
