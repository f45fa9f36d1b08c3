package org.xapitck.simulator.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of this program, which the build writes into a resource. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The version, for example {@code 0.1.0}. */
  public static String text() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream("version.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
