package org.xapitck.kit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The overall verdict as a picture for a README, and as the JSON that badge services read. */
public final class Badge {

  private static final String LABEL = "XenAPI class task";

  /** 6.6 of 11: the mean width of a letter of the badge's font, in pixels. */
  private static final double LETTER = 6.6;

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" \
      aria-label="%5$s: %6$s">
      <title>%5$s: %6$s</title>
      <rect width="%1$d" height="20" rx="3" fill="#444"/>
      <path d="M%2$d 0h%3$d a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-%3$d z" fill="%4$s"/>
      <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
      <text x="7" y="14">%5$s</text>
      <text x="%7$d" y="14">%6$s</text>
      </g>
      </svg>
      """;

  private Badge() {}

  public static String svg(RunReport report) {
    int left = width(LABEL);
    int right = width(word(report));
    return String.format(
        SVG,
        left + right,
        left,
        right - 3,
        colour(report),
        Text.xml(LABEL),
        Text.xml(word(report)),
        left + 7);
  }

  /** The endpoint form of shields.io. */
  public static String json(RunReport report) {
    Map<String, Object> badge = new LinkedHashMap<>();
    badge.put("schemaVersion", 1);
    badge.put("label", LABEL);
    badge.put("message", word(report));
    badge.put("color", colour(report));
    try {
      return JsonMapper.builder().build().writeValueAsString(badge) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }

  /** The word speaks for itself, so that nobody needs the colour. */
  private static String word(RunReport report) {
    return report.word();
  }

  private static int width(String text) {
    return (int) Math.ceil(text.length() * LETTER) + 14;
  }

  /** White text is readable on each of them: contrast 4.5 and more. */
  private static String colour(RunReport report) {
    if (report.verdicts().scope().isFiltered()) {
      return "#595959";
    }
    return switch (report.overall()) {
      case CONFORMANT -> "#00629b";
      case NON_CONFORMANT -> "#b03a00";
      case INCOMPLETE -> "#6a3d9a";
    };
  }
}
