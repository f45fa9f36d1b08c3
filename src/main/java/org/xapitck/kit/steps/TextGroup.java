package org.xapitck.kit.steps;

import java.util.Arrays;
import java.util.List;

/**
 * Texts that a server might take for something else. Each is written alone, so that a failure names
 * it; {@code features/README.md} lists them.
 */
public enum TextGroup {
  /** Numbers, words of programs, empty values, escapes, references and times. */
  LOOKALIKES(
      "lookalikes",
      "42",
      "-7",
      "007",
      "1e3",
      "0.5",
      "true",
      "false",
      "null",
      "None",
      "NaN",
      "[]",
      "{}",
      "\"\"",
      "%41",
      "&amp;",
      "it's",
      "a\\b",
      "a/b",
      "$(x)",
      "#{x}",
      "OpaqueRef:NULL",
      "<value>x</value>",
      "2026-01-01T00:00:00Z",
      "20260101T00:00:00Z"),

  /** Blanks, tabs and line feeds, alone and at the ends. */
  WHITE_SPACE("white space", "a\tb", "a\nb", "abc\n", "\n", "\t", " ", "  a  "),

  /** An accent as a sign of its own and as part of its letter, and signs that are joined. */
  JOINED_SIGNS(
      "joined signs", "e\u0301", "\u00e9", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67"),

  /** Characters that are seldom seen, or not to be seen at all. */
  RARE_CHARACTERS(
      "rare characters",
      "\u200f\u202e",
      "\ufeffx",
      "\u0085",
      "\u2028",
      "\ufffd",
      "\ue000",
      "\u007f",
      "\u00a0"),

  /** With and without a line feed after it. */
  CARRIAGE_RETURNS("carriage returns", "a\r\nb", "a\rb");

  private final String words;
  private final List<String> texts;

  TextGroup(String words, String... texts) {
    this.words = words;
    this.texts = List.of(texts);
  }

  /** What a feature calls them. */
  public String words() {
    return words;
  }

  /** The texts, which all differ. */
  public List<String> texts() {
    return texts;
  }

  /**
   * The texts of this name.
   *
   * @throws java.util.NoSuchElementException where no group has it
   */
  public static TextGroup of(String words) {
    return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst().orElseThrow();
  }
}
