package org.xapitck.kit.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the machine, if it has one. */
final class Chromium {
  private Chromium() {}

  /** Its program; skips the test where there is none, and says so. */
  static Path found() {
    Optional<Path> found =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name ->
                    Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(place -> Path.of(place, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      String why = "SKIPPED: no Chromium on the PATH, so nobody looks at the pages";
      System.out.println(why);
      assumeTrue(false, why);
    }
    return found.orElseThrow();
  }
}
