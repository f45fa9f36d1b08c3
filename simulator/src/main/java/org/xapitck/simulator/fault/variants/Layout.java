package org.xapitck.simulator.fault.variants;

import java.nio.charset.StandardCharsets;

/** Other layouts of a body that mean the same; the characters are bytes of UTF-8. */
final class Layout {
  private static final String STATUS =
      "<member><name>Status</name><value>[A-Z][a-z]*</value></member>";

  private Layout() {}

  /** A line for each element; never within an empty value, which would get blanks for its text. */
  static String prettyXml(String body) {
    return body.replaceAll("><(?!/value>)", ">\n<")
        .replaceAll("(</[a-z]+>)</value>", "$1\n</value>");
  }

  /** A line for each member and item. */
  static String prettyJson(String body) {
    StringBuilder text = new StringBuilder(body.length() * 2);
    boolean quoted = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      text.append(c);
      if (quoted && c == '\\') {
        text.append(body.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted) {
        text.append(c == ':' ? " " : c == ',' || c == '{' || c == '[' ? "\n  " : "");
      }
    }
    return text.append('\n').toString();
  }

  /** The first member of the envelope last. */
  static String reversedEnvelope(String body) {
    if (body.startsWith("<")) {
      return body.replaceFirst(
          "(?s)<value><struct>(" + STATUS + ")(.*)</struct></value></param>",
          "<value><struct>$2$1</struct></value></param>");
    }
    return body.replaceFirst("(?s)^\\{(.*),(\"id\":\\d+)\\}$", "{$2,$1}");
  }

  /** Slashes, and all beyond ASCII, as escapes. */
  static String escapedJson(String body) {
    String text = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    StringBuilder escaped = new StringBuilder(body.length() * 2);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        escaped.append("\\/");
      } else if (c > 0x7E) {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
