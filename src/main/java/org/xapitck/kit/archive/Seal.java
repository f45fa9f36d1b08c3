package org.xapitck.kit.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.xapitck.kit.text.Sha256;

/**
 * The hash of a whole bundle, kept in the comment at its end. It covers every byte of the file, the
 * zip's own headers included; while it is computed, zeros stand in its place.
 */
final class Seal {
  private static final String PREFIX = "xapi-task-tck bundle 1 sha256:";

  /** 64 hexadecimal digits. */
  private static final int DIGITS = 64;

  private Seal() {}

  /** The comment before the hash is known. */
  static String open() {
    return PREFIX + "0".repeat(DIGITS);
  }

  /** The file with its hash put in. */
  static byte[] close(byte[] file) {
    byte[] sealed = file.clone();
    byte[] digits = Sha256.hex(file).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, sealed, sealed.length - DIGITS, DIGITS);
    return sealed;
  }

  /** Whether the file ends as a bundle does. */
  static boolean isBundle(byte[] file) {
    int length = PREFIX.length() + DIGITS;
    if (file.length < length) {
      return false;
    }
    byte[] prefix = Arrays.copyOfRange(file, file.length - length, file.length - DIGITS);
    return Arrays.equals(prefix, PREFIX.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether no byte was changed since. */
  static boolean holds(byte[] file) {
    byte[] opened = file.clone();
    Arrays.fill(opened, opened.length - DIGITS, opened.length, (byte) '0');
    return Arrays.equals(close(opened), file);
  }
}
