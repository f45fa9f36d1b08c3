package org.xapitck.kit.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bodies as text: strictly where they are judged, leniently where people read them. */
public final class Bodies {
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
    return Excerpt.line(text, characters);
  }
}
