package org.xapitck.kit.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bodies as text: strictly where they are judged, leniently where people read them. */
public final class Bodies {
  private static final char REPLACEMENT = '\ufffd';

  private Bodies() {}

  /**
   * The text of a body that has to be UTF-8.
   *
   * @throws NotWellFormed at the first byte that is not
   */
  public static String strictText(byte[] body) throws NotWellFormed {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return decoder.decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw new NotWellFormed("bytes that are not UTF-8");
    }
  }

  /** At most the given number of characters of a body on one line, for a message to people. */
  public static String sample(byte[] body, int characters) {
    // a character takes at most 4 bytes
    int bytes = Math.min(body.length, 4 * characters + 4);
    String text = new String(body, 0, bytes, StandardCharsets.UTF_8);
    return shorten(text, characters);
  }

  /**
   * A text on one line, cut to the given number of characters; what cannot be printed is replaced.
   */
  public static String shorten(String text, int characters) {
    boolean cut = text.length() > characters;
    StringBuilder line = new StringBuilder(cut ? text.substring(0, characters) : text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\n' || c == '\r' || c == '\t') {
        line.setCharAt(i, ' ');
      } else if (Character.isISOControl(c)) {
        line.setCharAt(i, REPLACEMENT);
      }
    }
    if (cut && Character.isHighSurrogate(line.charAt(line.length() - 1))) {
      line.setLength(line.length() - 1);
    }
    return cut ? line.append("...").toString() : line.toString();
  }
}
