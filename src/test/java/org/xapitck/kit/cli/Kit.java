package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.xapitck.kit.support.DefaultAccounts;

/**
 * The real command in processes of its own.
 *
 * @param folder working folder of the processes, and their user's state folder
 * @param before folders in front of the class path
 */
record Kit(Path folder, List<Path> before) {

  Kit(Path folder) {
    this(folder, List.of());
  }

  /** How a process ended, and what it printed. */
  record Ended(int code, String out, String err) {}

  /** A process that runs the command, and where it prints. */
  record Running(Process process, Path out, Path err) {
    Ended end() throws IOException, InterruptedException {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("the command ends").isTrue();
      return new Ended(
          process.exitValue(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    }
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /**
   * The same command in this process, which spares a matrix of many rows the start of as many JVMs.
   */
  Ended runHere(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
      int code = Main.execute(arguments);
      return new Ended(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  Running start(String... arguments) throws IOException {
    return start(Main.class, List.of(arguments));
  }

  Running start(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // C1 alone: a short run never earns back what C2 costs
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    StringBuilder path = new StringBuilder();
    before.forEach(one -> path.append(one).append(File.pathSeparatorChar));
    command.add(path + System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            // nobody is there to answer a question
            .redirectInput(Files.createTempFile(folder, "in", ".txt").toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    return new Running(builder.start(), out, err);
  }

  /** A simulator in a process of its own; its URL is known when this returns. */
  Server server() throws IOException, InterruptedException {
    return listening(start(org.xapitck.simulator.Main.class, List.of("--port", "0")));
  }

  /** Waits until a simulator says where it listens. */
  static Server listening(Running running) throws IOException, InterruptedException {
    String said = "";
    for (int i = 0; i < 1000 && !said.contains("\n"); i++) {
      running.process().waitFor(20, TimeUnit.MILLISECONDS);
      said = Files.readString(running.out());
    }
    assertThat(said).startsWith("listening on ");
    return new Server(running.process(), said.substring("listening on ".length()).strip());
  }

  /** A running simulator. */
  record Server(Process process, String url) implements AutoCloseable {
    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  /** The accounts of a simulator's default. */
  Path accounts() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
  }

  JsonNode results(String report) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(report).resolve("results.json").toFile());
  }
}
