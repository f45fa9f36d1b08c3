package org.xapitck.kit.page;

import org.xapitck.kit.text.Printable;

/**
 * Makes any text harmless in HTML. A template's code escapes nothing unless it is made with this;
 * {@code ArchitectureTest} holds that each is.
 */
public final class Html {

  private Html() {}

  /** For element content and quoted attribute values, without control characters. */
  public static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    Printable.stripped(text)
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(point);
              }
            });
    return html.toString();
  }
}
