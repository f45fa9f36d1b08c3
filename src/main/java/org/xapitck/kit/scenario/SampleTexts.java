package org.xapitck.kit.scenario;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The texts that scenarios quote or name. */
public final class SampleTexts {
  /** 64 KiB of ASCII; with its envelope far below xapi's limit of 300 KiB for one request. */
  private static final int LONG = 64 * 1024;

  private static final String LONG_NAME = "64 KiB of ASCII";

  private static final Map<String, Supplier<String>> NAMED =
      Map.ofEntries(
          entry("empty", () -> ""),
          entry("spaces", () -> "  two  spaces before, between and after  "),
          entry("markup", () -> "<a href=\"x\">R&D</a> 'quoted' &amp; &lt;b&gt;"),
          entry("end of CDATA", () -> "<![CDATA[ x ]]> y ]]>"),
          entry("accents", () -> "D\u00e9j\u00e0 vu, Gr\u00fc\u00dfe, \u00d1and\u00fa"),
          entry("Chinese", () -> "\u4efb\u52a1\u5df2\u5b8c\u6210"),
          entry("emoji", () -> "\ud83d\ude80 and \ud835\udd4f"),
          entry("marks and breaks", () -> "a/b\tc\nd \"e\" f\\g"),
          entry("accents and marks", () -> "D\u00e9j\u00e0/Vu\t\"\u00d1and\u00fa\"\nR&D <b>"),
          entry("carriage return", () -> "a\rb"),
          entry("line feed", () -> "a\nb"),
          entry(LONG_NAME, SampleTexts::longAscii));

  private SampleTexts() {}

  /** The text that a quotation or a name stands for; empty where the words are neither. */
  public static Optional<String> find(String words) {
    if (words.startsWith("\"") && words.endsWith("\"") && words.length() > 1) {
      return Optional.of(words.substring(1, words.length() - 1));
    }
    return Optional.ofNullable(NAMED.get(words)).map(Supplier::get);
  }

  /** The text of a table's cell, where what is neither quoted nor a name stands for itself. */
  public static String ofCell(String cell) {
    return find(cell).orElse(cell);
  }

  /** The names of texts, sorted. */
  public static Set<String> names() {
    return new TreeMap<>(NAMED).navigableKeySet();
  }

  /** Whether this is the name of the text that takes a long time to send and to read. */
  public static boolean isLong(String words) {
    return words.equals(LONG_NAME);
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
