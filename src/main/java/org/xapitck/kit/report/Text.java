package org.xapitck.kit.report;

import java.time.Duration;
import java.util.Locale;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.page.Html;
import org.xapitck.kit.page.Link;
import org.xapitck.kit.text.Printable;

/** Makes texts of servers harmless in the notation that they are put into. */
public final class Text {

  private Text() {}

  /** For element content and attribute values; what XML 1.0 cannot hold is left out. */
  static String xml(String text) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // a plain line end would become a space in an attribute
                case '\n' -> xml.append("&#10;");
                case '\t' -> xml.append("&#9;");
                default -> {
                  if (isXml(point)) {
                    xml.appendCodePoint(point);
                  }
                }
              }
            });
    return xml.toString();
  }

  private static boolean isXml(int point) {
    return point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000 && point <= 0x10FFFF;
  }

  /** For HTML text. */
  public static String html(String text) {
    return Html.escaped(text);
  }

  /** A place in the contract as a link of HTML, as far as its address is one of the web. */
  public static String anchor(Citation place) {
    Link link = Link.of(place.words(), place.address());
    return link.leads()
        ? "<a href=\"" + html(link.address()) + "\">" + html(link.words()) + "</a>"
        : html(link.words());
  }

  /** The same as a link of Markdown. */
  public static String link(Citation place) {
    Link link = Link.of(place.words(), place.address());
    return link.leads()
        ? "[" + markdown(link.words()) + "](" + link.address() + ")"
        : markdown(link.words());
  }

  /** For running text and table cells of Markdown, on one line. */
  public static String markdown(String text) {
    StringBuilder markdown = new StringBuilder(text.length() + 16);
    Printable.stripped(text)
        .codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> markdown.append("&amp;");
                case '<' -> markdown.append("&lt;");
                case '>' -> markdown.append("&gt;");
                // as entities: a service that renders Markdown would notify a user or load a page
                case '@' -> markdown.append("&#64;");
                case ':' -> markdown.append("&#58;");
                case '\n' -> markdown.append(' ');
                case '\\', '`', '*', '_', '[', ']', '(', ')', '#', '!', '|', '~', '$' ->
                    markdown.append('\\').append((char) point);
                default -> markdown.appendCodePoint(point);
              }
            });
    return markdown.toString();
  }

  /** A fenced block of Markdown; the fence is longer than any in the text. */
  public static String fenced(String text) {
    int longest = 2;
    int run = 0;
    for (char c : text.toCharArray()) {
      run = c == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    String fence = "`".repeat(longest + 1);
    return fence + "text\n" + Printable.stripped(text) + "\n" + fence + "\n";
  }

  /** Seconds with this many digits after the point. */
  public static String seconds(Duration duration, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", duration.toNanos() / 1e9);
  }

  /** {@code 1 call}, {@code 12,345 calls}. */
  public static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }
}
