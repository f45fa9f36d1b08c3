package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.support.Waiting;

/** The launcher beside the jar, in a folder with a blank, started by a link from elsewhere. */
@Tag("jars")
class LauncherTest {
  private static final int OF_SIGTERM = 143;

  @TempDir Path folder;
  private Path launcher;

  @BeforeEach
  void install() throws IOException {
    Path place = Files.createDirectory(folder.resolve("a place"));
    // with its time, without which the JVM takes no archive of its classes
    for (String file : List.of("xapi-task-tck", "xapi-task-tck.jar", "xapi-task-tck.jsa")) {
      Files.copy(Path.of("target", file), place.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    launcher =
        Files.createSymbolicLink(
            folder.resolve("tck"), Path.of("a place").resolve("xapi-task-tck"));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  @Test
  void argumentsWithBlanksArriveWhole() throws Exception {
    Process list =
        start("list", "--wire", "jsonrpc2", "--tags", "@task.create.result or @task.create.unique");
    List<String> lines = list.inputReader().lines().toList();
    assertThat(Waiting.exit(list, "list", lines::toString)).isZero();
    assertThat(lines).anyMatch(line -> line.contains("task.create.unique"));
    assertThat(lines.get(lines.size() - 1)).startsWith("2 on jsonrpc2; ");
  }

  @Test
  void theExitCodeIsTheKits() throws Exception {
    Process run = start("run", "--wire", "no such wire");
    assertThat(Waiting.exit(run, "run", () -> Waiting.text(folder.resolve("err")))).isEqualTo(2);
    assertThat(Waiting.text(folder.resolve("err"))).contains("no such wire");
  }

  /** One process: so signals, standard input and locale are those of whoever starts it. */
  @Test
  void theProcessBecomesTheKitAndHearsSignals() throws Exception {
    Process simulate = start("simulate", "--port", "0");
    assertThat(Waiting.line(simulate.inputReader(), "the simulator's first line"))
        .startsWith("listening on ");
    assertThat(simulate.children()).isEmpty();
    assertThat(simulate.info().command().orElseThrow()).endsWith("java");
    simulate.destroy();
    assertThat(Waiting.exit(simulate, "simulate", () -> "")).isEqualTo(OF_SIGTERM);
  }
}
