package org.xapitck.kit.guides;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The guides of the project, each for one kind of reader. */
final class Guides {
  static final Path TOP = Path.of("..").toAbsolutePath().normalize();

  /** In the order in which their blocks run; the first holds the first run of all. */
  static final List<String> ALL =
      List.of(
          "README.md",
          "src/CERTIFY.md",
          "features/README.md",
          "src/README.md",
          "simulator/README.md",
          "simulator/WORKBENCH.md",
          "reports/README.md");

  private Guides() {}

  /** The text of a guide, named by its path from the top folder. */
  static String text(String guide) throws IOException {
    return Files.readString(TOP.resolve(guide));
  }

  /** Every file of Markdown in the top folder and in the folders that hold guides. */
  static List<String> markdown() throws IOException {
    TreeSet<String> found = new TreeSet<>();
    for (String folder : List.of("", "features", "src", "simulator", "reports", ".ci")) {
      try (Stream<Path> files = Files.list(TOP.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".md"))
            .forEach(file -> found.add(TOP.relativize(file).toString().replace('\\', '/')));
      }
    }
    return List.copyOf(found);
  }
}
