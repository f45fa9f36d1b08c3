package org.xapitck.kit.console;

/** How a piece of text stands out on a terminal that shows colours. */
enum Style {
  BAD("1;31"),
  GOOD("1;32"),
  DOUBTFUL("33"),
  STRONG("1"),
  FAINT("2");

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text between the escape sequences of ECMA-48, which every terminal understands. */
  String of(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
