package org.xapitck.simulator.fault.alter;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.Wire;

/** A wire that reads some requests otherwise. */
record MisreadingCodec(Codec right, Set<Wire> wires, Misreading misreading) implements Codec {

  /** What is read instead of a body; its characters are bytes, so that any can be read. */
  @FunctionalInterface
  interface Misreading {
    String misread(String body) throws MalformedRequest;
  }

  @Override
  public String contentType() {
    return right.contentType();
  }

  @Override
  public Request read(byte[] body) throws MalformedRequest {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return wires.contains(Wire.asked(contentType(), text))
        ? right.read(misreading.misread(text).getBytes(StandardCharsets.ISO_8859_1))
        : right.read(body);
  }
}
