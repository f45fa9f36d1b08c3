package org.xapitck.kit.steps;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** A text that differs so little from the right one that a careless server confuses them. */
public enum NearMiss {
  LAST("with another last character", right -> changed(right, right.length() - 1)),
  MIDDLE(
      "with another character in the middle",
      right -> changed(right, begin(right) + rest(right) / 2)),

  /** Behind what all references begin with, such as {@code OpaqueRef:}. */
  FIRST("with another first character", right -> changed(right, begin(right))),

  /** The first letter that has one. */
  ONE_CASE("with a letter in another case", NearMiss::oneCase),
  CASE("in another case", NearMiss::otherCase),
  BLANK("with a blank after it", right -> right + " "),
  SHORTER("without its last character", right -> right.substring(0, right.length() - 1)),
  LONGER("with one character more", right -> right + "x");

  private final String words;
  private final UnaryOperator<String> change;

  NearMiss(String words, UnaryOperator<String> change) {
    this.words = words;
    this.change = change;
  }

  /**
   * The near miss of this name.
   *
   * @throws java.util.NoSuchElementException where none has it
   */
  static NearMiss of(String words) {
    return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst().orElseThrow();
  }

  /** The text with the difference; equal to the right one where there can be none. */
  String to(String right) {
    return right.isEmpty() ? "" : change.apply(right);
  }

  private static int begin(String right) {
    int begin = right.lastIndexOf(':') + 1;
    return begin < right.length() ? begin : 0;
  }

  private static int rest(String right) {
    return right.length() - begin(right);
  }

  private static String changed(String right, int at) {
    return right.substring(0, at) + other(right.charAt(at)) + right.substring(at + 1);
  }

  /** A digit for a digit and a hexadecimal letter for such a letter, so that the form stays. */
  private static char other(char right) {
    return switch (right) {
      case '9' -> '0';
      case 'f' -> 'a';
      case 'F' -> 'A';
      case 'z' -> 'y';
      case 'Z' -> 'Y';
      default -> Character.isLetterOrDigit(right) ? (char) (right + 1) : 'x';
    };
  }

  private static String oneCase(String right) {
    for (int i = 0; i < right.length(); i++) {
      char swapped = otherCase(right.charAt(i));
      if (swapped != right.charAt(i)) {
        return right.substring(0, i) + swapped + right.substring(i + 1);
      }
    }
    return right;
  }

  private static String otherCase(String right) {
    StringBuilder swapped = new StringBuilder(right.length());
    for (char c : right.toCharArray()) {
      swapped.append(otherCase(c));
    }
    return swapped.toString();
  }

  private static char otherCase(char c) {
    return Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
  }
}
