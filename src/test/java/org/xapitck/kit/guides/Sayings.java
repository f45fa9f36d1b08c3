package org.xapitck.kit.guides;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a piece of Java says to people: an expression that makes a text, with {@code ...} for all
 * that is no literal.
 */
final class Sayings {
  private static final String VARIES = "...";

  /** Fewer letters than this are no words that a reader could look up. */
  private static final int LETTERS = 4;

  private Sayings() {}

  /**
   * The texts that stand at this place in calls that begin like this.
   *
   * @param call the call up to its bracket, such as {@code new Breach}
   * @param place 0 for the first argument
   */
  static List<String> of(String source, String call, int place) {
    List<String> texts = new ArrayList<>();
    Matcher calls = Pattern.compile("\\b" + Pattern.quote(call) + "\\(").matcher(source);
    while (calls.find()) {
      List<String> arguments = arguments(source, calls.end());
      if (arguments.size() > place && hasWords(arguments.get(place))) {
        texts.add(arguments.get(place));
      }
    }
    return texts;
  }

  /** Whether enough of it is certain. */
  static boolean hasWords(String text) {
    return text.chars().filter(Character::isLetter).count() >= LETTERS;
  }

  /** All that the source writes literally, one after the other, sums put together. */
  static String literals(String source) {
    return source.replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
  }

  /** A text with {@code ...} as a pattern. */
  static Pattern pattern(String text) {
    return Pattern.compile(
        Stream.of(text.split(Pattern.quote(VARIES), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")));
  }

  private static List<String> arguments(String source, int start) {
    List<String> arguments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = start; depth >= 0; i++) {
      char c = source.charAt(i);
      if (c == '"') {
        int end = endOfLiteral(source, i);
        if (depth == 0) {
          text.append(source, i + 1, end);
        }
        i = end;
      } else if (c == ',' && depth == 0) {
        arguments.add(whole(text));
        text.setLength(0);
      } else if (depth == 0 && !Character.isWhitespace(c) && "+()".indexOf(c) < 0) {
        vary(text);
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    arguments.add(whole(text));
    return arguments;
  }

  private static int endOfLiteral(String source, int start) {
    int end = start + 1;
    while (source.charAt(end) != '"') {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }

  /** 0 marks what varies, as the literals themselves may hold dots. */
  private static void vary(StringBuilder text) {
    if (text.isEmpty() || text.charAt(text.length() - 1) != 0) {
      text.append('\0');
    }
  }

  private static String whole(StringBuilder text) {
    return text.toString().replace("\0", VARIES).replace("\\\"", "\"");
  }
}
