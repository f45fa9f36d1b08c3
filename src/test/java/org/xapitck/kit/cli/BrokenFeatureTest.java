package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.support.ClosedPort;

/** A typo in a feature is a fault of the kit, found before any server can be blamed for it. */
class BrokenFeatureTest {
  private static final Path FEATURES = Path.of("../features");

  @TempDir Path folder;

  @Test
  void aTypoInAFeatureIsRefusedBeforeAnyServerIsContacted() throws Exception {
    Path feature = copied().resolve("task/uuid.feature");
    List<String> lines = Files.readAllLines(feature);
    int typo = lines.indexOf("      Then its uuid is a uuid");
    lines.set(typo, "      Then its uuid is a uiud");
    Files.write(feature, lines);
    Kit kit = new Kit(folder, List.of(folder.resolve("kit")));

    try (ClosedPort nobody = new ClosedPort()) {
      Kit.Ended ended =
          kit.run("run", "--url", nobody.uri().toString(), "--accounts", kit.accounts().toString());
      assertThat(ended.err())
          .isEqualTo(
              "xapi-task-tck: the kit failed: features/task/uuid.feature:"
                  + (typo + 1)
                  + ": \"a uiud\" is no expectation; nearest: a uuid (--debug shows where)\n");
      // 4 where it had looked for the server
      assertThat(ended.code()).isEqualTo(5);
    }
  }

  private Path copied() throws IOException {
    Path copy = folder.resolve("kit/features");
    try (Stream<Path> files = Files.walk(FEATURES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(FEATURES.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return copy;
  }
}
