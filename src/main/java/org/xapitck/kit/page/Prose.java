package org.xapitck.kit.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in which what stands in backquotes is code.
 *
 * @param parts in their order
 */
public record Prose(List<Part> parts) {

  public Prose {
    parts = List.copyOf(parts);
  }

  /** A piece of the text. */
  public record Part(String text, boolean code) {}

  /** Reads a text; a backquote without a second one stays as it is. */
  public static Prose of(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int open = text.indexOf('`');
    int close = open < 0 ? -1 : text.indexOf('`', open + 1);
    while (close > 0) {
      parts.add(new Part(text.substring(from, open), false));
      parts.add(new Part(text.substring(open + 1, close), true));
      from = close + 1;
      open = text.indexOf('`', from);
      close = open < 0 ? -1 : text.indexOf('`', open + 1);
    }
    parts.add(new Part(text.substring(from), false));
    return new Prose(parts);
  }
}
