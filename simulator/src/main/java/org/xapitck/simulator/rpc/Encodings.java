package org.xapitck.simulator.rpc;

import java.util.function.Supplier;

/**
 * The encodings of one value that never changes, so that each wire encodes it once. Safe for any
 * number of threads: if two come first at the same time, both encode, which costs time and changes
 * nothing.
 */
public final class Encodings {
  private volatile Encoding newest;

  private record Encoding(Class<?> writer, byte[] bytes, Encoding older) {}

  /**
   * The bytes that a writer makes of the value. They are shared and must not be changed.
   *
   * @param writer tells the forms apart; there are two, so a list is searched
   * @param encode makes them if they are not there yet
   */
  public byte[] of(Class<?> writer, Supplier<byte[]> encode) {
    for (Encoding each = newest; each != null; each = each.older) {
      if (each.writer == writer) {
        return each.bytes;
      }
    }
    byte[] bytes = encode.get();
    newest = new Encoding(writer, bytes, newest);
    return bytes;
  }
}
