package org.xapitck.simulator.event;

import org.xapitck.simulator.rpc.ApiFailure;
import org.xapitck.simulator.rpc.OcamlInt;

/**
 * How far a client has read: two numbers, zero-padded so that tokens compare as texts.
 *
 * @param generation the newest write it knows of
 * @param message the newest message object it knows of; there are none here
 */
record Token(long generation, long message) {

  /**
   * Reads a token; the empty one is the beginning of time.
   *
   * @throws ApiFailure EVENT_FROM_TOKEN_PARSE_FAILURE
   */
  static Token of(String text) {
    if (text.isEmpty()) {
      return new Token(0, 0);
    }
    String[] parts = text.split(",", -1);
    if (parts.length != 2) {
      throw ApiFailure.tokenUnreadable(text);
    }
    return new Token(number(parts[0], text), number(parts[1], text));
  }

  private static long number(String part, String text) {
    return OcamlInt.parse(part).orElseThrow(() -> ApiFailure.tokenUnreadable(text));
  }

  Token at(long newGeneration) {
    return new Token(newGeneration, message);
  }

  /** The token as text. */
  String text() {
    return padded(generation) + "," + padded(message);
  }

  private static String padded(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, 20 - digits.length())) + digits;
  }
}
