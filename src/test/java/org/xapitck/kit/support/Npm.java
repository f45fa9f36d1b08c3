package org.xapitck.kit.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * An npm package, installed once into the build folder exactly as its lock file says. Where there
 * is no npm, or no way to its registry, the test is skipped, and says so.
 */
public final class Npm {

  /** What npm prints when it cannot reach its registry. */
  private static final List<String> UNREACHABLE =
      List.of("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH", "ECONNRESET");

  private final Path folder;

  private Npm(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs what a folder's package.json and package-lock.json name, unless that is done; for one
   * test class after the other.
   *
   * @param without what cannot be shown where it is missing, for the reader of the skip
   */
  public static synchronized Npm install(Path wanted, String without)
      throws IOException, InterruptedException {
    if (Stream.of("npm", "node").anyMatch(name -> !onPath(name))) {
      skip("npm is not there", without);
    }
    Npm npm =
        new Npm(Files.createDirectories(Path.of("target", "npm").resolve(wanted.getFileName())));
    Path lock = wanted.resolve("package-lock.json");
    Path installed = npm.folder.resolve("installed.json");
    if (Files.exists(installed)
        && Arrays.equals(Files.readAllBytes(lock), Files.readAllBytes(installed))) {
      return npm;
    }
    for (Path file : List.of(lock, wanted.resolve("package.json"))) {
      Path copy = npm.folder.resolve(file.getFileName());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    Path log = npm.folder.resolve("install.log");
    int code = npm.run(log, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"));
    String said = Files.readString(log, StandardCharsets.UTF_8);
    if (code != 0 && UNREACHABLE.stream().anyMatch(said::contains)) {
      skip("npm cannot reach its registry", without);
    }
    if (code != 0) {
      throw new AssertionError("npm ci: " + said);
    }
    Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
    return npm;
  }

  /** Runs a program of the package, which has to succeed. */
  public void run(String program, String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve(program + ".log");
    Path file = folder.resolve("node_modules").resolve(".bin").resolve(program).toAbsolutePath();
    List<String> command = new ArrayList<>(List.of("node", file.toString()));
    command.addAll(List.of(arguments));
    int code = run(log, command);
    if (code != 0) {
      throw new AssertionError(
          program + " ended with " + code + ": " + Files.readString(log, StandardCharsets.UTF_8));
    }
  }

  private int run(Path log, List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    return Waiting.exit(process, String.join(" ", command), () -> Waiting.text(log));
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  private static void skip(String why, String without) {
    String message = "SKIPPED: " + why + ", so " + without;
    System.out.println(message);
    assumeTrue(false, message);
  }
}
