package org.xapitck.kit.model;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request as it was sent.
 *
 * @param body its bytes
 * @param charset in which they are written
 * @param mediaType the value of its header Content-Type
 * @param headers further header lines, beyond those that every request of the kit has
 */
public record Sent(byte[] body, Charset charset, String mediaType, List<String> headers) {
  public Sent {
    headers = List.copyOf(headers);
  }

  /** A request as every client sends it. */
  public static Sent usual(Wire.Notation notation, byte[] body) {
    return new Sent(body, StandardCharsets.UTF_8, notation.mediaType(), List.of());
  }

  /** The body as people read it; what is no text in its charset is replaced. */
  public String text() {
    return new String(body, charset);
  }
}
