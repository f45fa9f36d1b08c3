package org.xapitck.kit.allure;

/**
 * Texts as Allure's application may be given them. It puts messages into the page as HTML and makes
 * links of what looks like an address, so that a server could write parts of the report. A browser
 * takes neither a {@code <} nor a {@code &} for markup that a sign without width follows, and shows
 * the text as it is.
 */
final class PageText {

  /** U+2060, word joiner: it has no width, and is neither a letter nor a blank. */
  private static final String NOTHING = "\u2060";

  /** U+2011: where it stands no line is broken. */
  private static final String HYPHEN = "\u2011";

  private PageText() {}

  /** A text that may hold anything. */
  static String harmless(String text) {
    if (text == null) {
      return null;
    }
    String plain = text.replace("<", "<" + NOTHING).replace("&", "&" + NOTHING);
    // the quote would end the attribute of the link that is made of the whole text
    return plain.contains("://") && plain.contains("\"") ? NOTHING + plain : plain;
  }

  /** A title whose words are not broken at a hyphen. */
  static String whole(String title) {
    return title.replace("-", HYPHEN);
  }
}
