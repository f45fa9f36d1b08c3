package org.xapitck.simulator.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xapitck.simulator.support.Waiting;

/**
 * The npm clients with their drivers, installed once into the build folder. Where there is no npm,
 * or no way to its registry, the tests are skipped, and say so.
 */
final class NpmClients {
  private static final Path DRIVERS = Path.of("src", "test", "clients");
  private static final Path FOLDER = Path.of("target", "clients", "npm");

  /** What npm prints when it cannot reach its registry. */
  private static final List<String> UNREACHABLE =
      List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH", "ECONNRESET");

  private NpmClients() {}

  /** The outcome of a program. */
  record Outcome(int exit, String output) {}

  /**
   * Installs the clients exactly as their lock file says, unless that is done; for one test class
   * after the other, since npm starts by deleting what is there.
   */
  static synchronized void install() throws Exception {
    if (Stream.of("npm", "node").anyMatch(name -> !onPath(name))) {
      skip("npm is not there");
    }
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(DRIVERS)) {
      for (Path file : files.toList()) {
        Path copy = FOLDER.resolve(file.getFileName());
        if (!Files.exists(copy) || Files.mismatch(file, copy) >= 0) {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Path installed = FOLDER.resolve("installed.json");
    byte[] lock = Files.readAllBytes(DRIVERS.resolve("package-lock.json"));
    if (Files.exists(installed) && Arrays.equals(lock, Files.readAllBytes(installed))) {
      return;
    }
    Outcome outcome = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
    if (outcome.exit() != 0 && UNREACHABLE.stream().anyMatch(outcome.output()::contains)) {
      skip("npm cannot reach its registry");
    }
    if (outcome.exit() != 0) {
      throw new AssertionError("npm ci: " + outcome.output());
    }
    Files.write(installed, lock);
  }

  /** Runs a driver, which prints {@code passed} at its end. */
  static Outcome drive(String driver, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("node", driver));
    command.addAll(List.of(arguments));
    return run(command.toArray(String[]::new));
  }

  private static Outcome run(String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(FOLDER, "driver", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = Waiting.exit(process, String.join(" ", command), () -> read(output));
      return new Outcome(exit, read(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String read(Path output) {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void skip(String why) {
    String message = "SKIPPED: " + why + ", so no npm client is driven against the simulator";
    System.out.println(message);
    assumeTrue(false, message);
  }
}
