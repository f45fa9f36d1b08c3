package org.xapitck.kit.book;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads what is packed with the kit. */
final class Packed {

  private Packed() {}

  /** The text of one resource. */
  static Optional<String> text(String name) {
    try (InputStream in = Packed.class.getClassLoader().getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read from the kit", e);
    }
  }

  /** The text of one resource that the kit cannot be without. */
  static String need(String name) {
    return text(name).orElseThrow(() -> new IllegalStateException("the kit carries no " + name));
  }
}
