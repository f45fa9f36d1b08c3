package org.xapitck.simulator.rpc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects bytes: it writes text as UTF-8, and takes existing bytes between it without a copy. Not
 * safe for use by several threads.
 */
public final class ByteSink {
  private final List<ByteBuffer> finished = new ArrayList<>(1);
  private byte[] bytes;
  private int start;
  private int end;
  private int sizeOfFinished;

  /** A sink with room for so many bytes before it has to grow. */
  public ByteSink(int expectedSize) {
    this.bytes = new byte[Math.max(16, expectedSize)];
  }

  /** All bytes so far in one array, for those who change them. */
  public byte[] toBytes() {
    byte[] all = new byte[size()];
    int at = 0;
    for (ByteBuffer part : parts()) {
      int length = part.remaining();
      part.get(all, at, length);
      at += length;
    }
    return all;
  }

  /** The bytes so far, part by part, each to be read once. */
  public List<ByteBuffer> parts() {
    List<ByteBuffer> parts = new ArrayList<>(finished.size() + 1);
    finished.forEach(part -> parts.add(part.asReadOnlyBuffer()));
    parts.add(ByteBuffer.wrap(bytes, start, end - start).asReadOnlyBuffer());
    return parts;
  }

  /** Takes a range of an array, which it must not change. */
  @FunctionalInterface
  public interface Target {
    /** Takes so many bytes from there on. */
    void take(byte[] array, int offset, int length);
  }

  /** Gives all bytes so far, part by part, without a copy. */
  public void to(Target target) {
    for (ByteBuffer part : finished) {
      target.take(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }
    target.take(bytes, start, end - start);
  }

  /** How many bytes there are. */
  public int size() {
    return sizeOfFinished + end - start;
  }

  /** Appends bytes that nobody may change from now on. */
  public void shared(byte[] fragment) {
    finish(ByteBuffer.wrap(bytes, start, end - start));
    finish(ByteBuffer.wrap(fragment));
    start = end;
  }

  private void finish(ByteBuffer part) {
    if (part.hasRemaining()) {
      finished.add(part);
      sizeOfFinished += part.remaining();
    }
  }

  /** Appends one byte. */
  public void put(int b) {
    ensure(1);
    bytes[end++] = (byte) b;
  }

  /** Appends text of which every character is below 0x80. */
  public void ascii(String text) {
    latin1(text);
  }

  /** Appends text of which every character is below 0x100, one byte each. */
  // deprecated since it drops high bytes, of which there are none; it copies without a loop
  @SuppressWarnings("deprecation")
  public void latin1(String text) {
    int length = text.length();
    ensure(length);
    text.getBytes(0, length, bytes, end);
    end += length;
  }

  /**
   * Appends one code point as UTF-8. A lone surrogate is written as three bytes, as xapi would
   * store it, though no valid request can bring one in.
   */
  public void codePoint(int c) {
    ensure(4);
    if (c < 0x80) {
      bytes[end++] = (byte) c;
    } else if (c < 0x800) {
      bytes[end++] = (byte) (0xC0 | c >> 6);
      bytes[end++] = (byte) (0x80 | c & 0x3F);
    } else if (c < 0x10000) {
      bytes[end++] = (byte) (0xE0 | c >> 12);
      bytes[end++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[end++] = (byte) (0x80 | c & 0x3F);
    } else {
      bytes[end++] = (byte) (0xF0 | c >> 18);
      bytes[end++] = (byte) (0x80 | c >> 12 & 0x3F);
      bytes[end++] = (byte) (0x80 | c >> 6 & 0x3F);
      bytes[end++] = (byte) (0x80 | c & 0x3F);
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
    if (end + more > bytes.length) {
      // what is finished stays in the old array, so only the rest moves
      int open = end - start;
      int room = Math.max(open + more, Math.max(2 * open, bytes.length));
      byte[] larger = new byte[room];
      System.arraycopy(bytes, start, larger, 0, open);
      bytes = larger;
      start = 0;
      end = open;
    }
  }

  /** The bytes as text, for tests and messages. */
  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
