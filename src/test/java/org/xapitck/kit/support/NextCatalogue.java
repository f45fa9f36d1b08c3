package org.xapitck.kit.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.catalogue.Catalogues;

/** The kit's catalogue with a version after the newest, in which some requirements changed. */
public final class NextCatalogue {
  private static final Path REAL = Path.of("../features/catalogue");

  /** The number of the version that is not there yet. */
  public static final int NUMBER = Catalogue.packed().number() + 1;

  private NextCatalogue() {}

  /**
   * Makes it.
   *
   * @param folder an empty one
   * @param histories by id: the keys that its entry gets, such as {@code added: 2}
   */
  public static Catalogues with(Path folder, Map<String, String> histories) throws IOException {
    Map<String, String> left = new TreeMap<>(histories);
    try (Stream<Path> files = Files.walk(REAL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
          text.append(line).append('\n');
          String history = line.startsWith("- id: ") ? left.remove(line.substring(6)) : null;
          text.append(history == null ? "" : "  " + history + "\n");
        }
        Path copy = folder.resolve(REAL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
      }
    }
    if (!left.isEmpty()) {
      throw new IllegalArgumentException("the catalogue has no " + left.keySet());
    }
    return Catalogues.read(folder);
  }

  /** The same with requirements that the next version is the first to have. */
  public static Catalogues adding(Path folder, String... ids) throws IOException {
    Map<String, String> histories = new TreeMap<>();
    for (String id : ids) {
      histories.put(id, "added: " + NUMBER);
    }
    return with(folder, histories);
  }
}
