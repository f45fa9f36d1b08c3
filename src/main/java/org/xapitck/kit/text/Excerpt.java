package org.xapitck.kit.text;

/** Parts of texts for people; none ends in the middle of a character. */
public final class Excerpt {
  private static final String CUT = "...";

  private Excerpt() {}

  /** The first line; empty where there is none. */
  public static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** At most so many characters of a text, and three dots where some are missing. */
  public static String shortened(String text, int characters) {
    return text.length() <= characters ? text : beginning(text, characters) + CUT;
  }

  /** The same on one line, without what cannot be printed. */
  public static String line(String text, int characters) {
    return Printable.oneLine(shortened(text, characters));
  }

  /** At most so many characters with the three dots. */
  public static String fitting(String text, int width) {
    return text.length() <= width ? text : beginning(text, width - CUT.length()) + CUT;
  }

  /** One character less where the last is the first half of a surrogate pair. */
  private static String beginning(String text, int characters) {
    boolean half = characters > 0 && Character.isHighSurrogate(text.charAt(characters - 1));
    return text.substring(0, half ? characters - 1 : characters);
  }
}
