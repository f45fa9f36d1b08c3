package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.StandardStreams;
import org.xapitck.kit.support.TestJvm;
import org.xapitck.kit.support.Waiting;

/**
 * The real command, in processes of its own or in this one.
 *
 * @param folder working folder of the processes, and their user's state folder
 * @param before folders in front of the class path
 * @param jvm options of the JVM
 * @param path the rest of the class path
 */
record Kit(Path folder, List<Path> before, List<String> jvm, String path) {

  Kit(Path folder) {
    this(folder, List.of());
  }

  Kit(Path folder, List<Path> before) {
    this(folder, before, List.of());
  }

  Kit(Path folder, List<Path> before, List<String> jvm) {
    this(folder, before, jvm, System.getProperty("java.class.path"));
  }

  /** The runnable jar, which starts faster; for tests tagged "jars". */
  static Kit packed(Path folder) {
    Path target = Path.of("target").toAbsolutePath();
    String jar = target.resolve("xapi-task-tck.jar").toString();
    return new Kit(folder, List.of(), TestJvm.archive(target), jar);
  }

  /** How a process ended, and what it printed. */
  record Ended(int code, String out, String err) {}

  /** A process that runs the command, and where it prints. */
  record Running(Process process, Path out, Path err) {
    Ended end() throws InterruptedException {
      int code = Waiting.exit(process, "the command", this::printed);
      return new Ended(code, Waiting.text(out), Waiting.text(err));
    }

    /** All that it printed by now. */
    String printed() {
      return Waiting.text(out) + Waiting.text(err);
    }
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /**
   * The same command in this process, which saves the start of a JVM. Its working folder is that of
   * the tests, and its state folder the user's, so it needs absolute paths and {@code --ledger}.
   */
  Ended runHere(String... arguments) {
    StandardStreams.Printed<Integer> printed = StandardStreams.of(() -> Main.execute(arguments));
    return new Ended(printed.result(), printed.out(), printed.err());
  }

  Running start(String... arguments) throws IOException {
    return start(Main.class, List.of(arguments));
  }

  private Running start(Class<?> main, List<String> arguments) throws IOException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = builder(main, arguments);
    return new Running(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  private ProcessBuilder builder(Class<?> main, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(TestJvm.options());
    command.addAll(jvm);
    command.add("-cp");
    StringBuilder first = new StringBuilder();
    before.forEach(one -> first.append(one).append(File.pathSeparatorChar));
    command.add(first + path);
    command.add(main.getName());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            // nobody is there to answer a question
            .redirectInput(Files.createTempFile(folder, "in", ".txt").toFile());
    builder.environment().put("XDG_STATE_HOME", folder.resolve("state").toString());
    return builder;
  }

  /** A simulator in a process of its own; its URL is known when this returns. */
  Server server(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("--port", "0"));
    all.addAll(List.of(arguments));
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        builder(org.xapitck.simulator.Main.class, all).redirectError(err.toFile()).start();
    String line = Waiting.line(process.inputReader(), "the first line of the simulator");
    assertThat(line).as(Waiting.text(err)).startsWith("listening on ");
    return new Server(process, line.substring("listening on ".length()));
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
