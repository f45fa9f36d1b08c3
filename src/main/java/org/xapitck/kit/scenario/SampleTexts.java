package org.xapitck.kit.scenario;

import java.util.Map;

/** The texts that scenarios name instead of spelling them out. */
public final class SampleTexts {
  /** 64 KiB of ASCII; with its envelope far below xapi's limit of 300 KiB for one request. */
  private static final int LONG = 64 * 1024;

  private static final Map<String, String> NAMED =
      Map.of(
          "empty", "",
          "spaces", "  two  spaces before, between and after  ",
          "markup", "<a href=\"x\">R&D</a> 'quoted' &amp; &lt;b&gt;",
          "end of CDATA", "<![CDATA[ x ]]> y ]]>",
          "accents", "D\u00e9j\u00e0 vu, Gr\u00fc\u00dfe, \u00d1and\u00fa",
          "Chinese", "\u4efb\u52a1\u5df2\u5b8c\u6210",
          "emoji", "\ud83d\ude80 and \ud835\udd4f");

  private SampleTexts() {}

  /** The text that a word or a quotation stands for. */
  public static String of(String words) {
    if (words.startsWith("\"") && words.endsWith("\"") && words.length() > 1) {
      return words.substring(1, words.length() - 1);
    }
    if (words.equals("64 KiB of ASCII")) {
      return longAscii();
    }
    return NAMED.getOrDefault(words, words);
  }

  /** Every printable character in turn, so that a lost or doubled chunk shows. */
  private static String longAscii() {
    StringBuilder text = new StringBuilder(LONG);
    for (int i = 0; i < LONG; i++) {
      text.append((char) (' ' + i % 95));
    }
    return text.toString();
  }
}
