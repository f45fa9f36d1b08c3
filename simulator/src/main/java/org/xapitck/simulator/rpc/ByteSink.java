package org.xapitck.simulator.rpc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that text is written to as UTF-8; not for several threads. */
public final class ByteSink {
  private byte[] bytes;
  private int size;

  /** A sink with room for so many bytes before it has to grow. */
  public ByteSink(int expectedSize) {
    this.bytes = new byte[Math.max(16, expectedSize)];
  }

  /** The bytes so far; only the first {@link #size()} count. */
  public byte[] array() {
    return bytes;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** Appends one byte. */
  public void put(int b) {
    ensure(1);
    bytes[size++] = (byte) b;
  }

  /** Appends text of which every character is below 0x80. */
  public void ascii(String text) {
    latin1(text);
  }

  /** Appends text of which every character is below 0x100, one byte each. */
  public void latin1(String text) {
    int length = text.length();
    ensure(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
  }

  /**
   * Appends one code point as UTF-8. A lone surrogate is written as three bytes, as xapi would
   * store it, though no valid request can bring one in.
   */
  public void codePoint(int c) {
    ensure(4);
    if (c < 0x80) {
      bytes[size++] = (byte) c;
    } else if (c < 0x800) {
      bytes[size++] = (byte) (0xC0 | c >> 6);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      bytes[size++] = (byte) (0xE0 | c >> 12);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    } else {
      bytes[size++] = (byte) (0xF0 | c >> 18);
      bytes[size++] = (byte) (0x80 | c >> 12 & 0x3F);
      bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[size++] = (byte) (0x80 | c & 0x3F);
    }
  }

  /** Appends text as UTF-8. */
  public void utf8(String text) {
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      codePoint(c);
      i += Character.charCount(c);
    }
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** The bytes as text, for tests and messages. */
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
