package org.xapitck.simulator.record;

import org.xapitck.simulator.rpc.ApiFailure;

/** The characters that xapi's database can store: those of XML. */
public final class LegalText {
  private LegalText() {}

  /** The text up to its first illegal character: how xapi stores labels and map entries. */
  public static String legalPrefix(String text) {
    int end = firstIllegal(text);
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * The text, if all of it is legal: how xapi stores other fields.
   *
   * @throws ApiFailure INTERNAL_ERROR
   */
  public static String requireLegal(String text) {
    if (firstIllegal(text) >= 0) {
      throw ApiFailure.internalError("Db_exn.Invalid_value");
    }
    return text;
  }

  private static int firstIllegal(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean legal =
          c >= ' '
              ? c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF
              : c == '\t' || c == '\n' || c == '\r';
      if (!legal) {
        return i;
      }
      i += Character.charCount(c);
    }
    return -1;
  }
}
