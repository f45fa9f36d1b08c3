package org.xapitck.kit.text;

/** Texts as words of a POSIX shell. */
public final class Shell {
  private Shell() {}

  /** In single quotes, in which the shell leaves everything as it is. */
  public static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** In quotes only where it needs them. */
  public static String word(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : quoted(text);
  }
}
