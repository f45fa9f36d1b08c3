package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.arguments.ConfigFile;
import org.xapitck.kit.config.AccountsFile;
import org.xapitck.kit.config.BaselineFile;
import org.xapitck.kit.model.BadConfiguration;

/** Mistakes in files are named by file, line and key, each of them, and no password is quoted. */
class ConfigFileTest {
  @TempDir Path folder;

  @Test
  void everyMistakeOfAConfigurationIsNamedWithItsLine() throws IOException {
    Path file =
        config(
            """
            url: http://host/
            threads: 0
            relase: auto
            insecure: maybe
            wire: [xmlrpc, soap]
            path: xmlrpc
            threads2: {a: b}
            """);
    assertThatThrownBy(() -> ConfigFile.expand(run(file)))
        .isInstanceOf(BadConfiguration.class)
        .satisfies(
            mistake ->
                assertThat(mistake.getMessage().lines())
                    .hasSize(6)
                    .allMatch(line -> line.contains(file + ", line "))
                    .anyMatch(line -> line.contains("line 2, threads: --threads 0: allowed are 1"))
                    .anyMatch(line -> line.contains("line 3, relase: unknown option; allowed are"))
                    .anyMatch(line -> line.contains("line 4, insecure: expected true or false"))
                    .anyMatch(line -> line.contains("line 5, wire: --wire soap"))
                    .anyMatch(line -> line.contains("line 6, path: --path xmlrpc"))
                    .anyMatch(line -> line.contains("line 7, threads2: unknown option")));
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    Path file = config("threads: 2\nwire: [xmlrpc, jsonrpc2]\ninsecure: true\nread-only: false\n");
    assertThat(ConfigFile.expand(run(file, "--threads", "5", "--wire=jsonrpc1")))
        .containsExactly(
            "run", "--config", file.toString(), "--threads", "5", "--wire=jsonrpc1", "--insecure");
  }

  @Test
  void sourcesOfTasksStandOnALineEach() throws IOException {
    Path file = config("task-source:\n  - Async.VM.clone OpaqueRef:1 copy\n  - Async.a.b {host}\n");
    assertThat(ConfigFile.expand(run(file)))
        .endsWith(
            "--task-source=Async.VM.clone OpaqueRef:1 copy", "--task-source=Async.a.b {host}");
    assertThatThrownBy(() -> ConfigFile.expand(run(config("task-source: task.destroy x\n"))))
        .hasMessageContaining("line 1, task-source: --task-source task.destroy: not a message");
  }

  @Test
  void aKeyThatStandsTwiceIsNamed() throws IOException {
    Path file = config("threads: 2\nthreads: 3\n");
    assertThatThrownBy(() -> ConfigFile.expand(run(file)))
        .hasMessageContaining("line 2: threads stands twice");
  }

  @Test
  void aListOrAWordIsNoConfiguration() throws IOException {
    assertThatThrownBy(() -> ConfigFile.expand(run(config("- a\n"))))
        .hasMessageContaining("line 1: expected a map of option to value");
    assertThatThrownBy(() -> ConfigFile.expand(run(folder.resolve("missing"))))
        .hasMessageContaining("is not there");
  }

  @Test
  void everyMistakeOfAnAccountsFileIsNamedAndNoPasswordQuoted() throws IOException {
    Path file =
        config(
            """
            janitor: {username: j, password: planted-pw}
            read-only:
              username: r
              password: planted-pw
              pasword-env: X
            root: {username: root, password-env: NOT_SET}
            vm-admin: planted-pw
            """);
    assertThatThrownBy(() -> new AccountsFile(name -> null).read(file))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageNotContaining("planted-pw")
        .satisfies(
            mistake ->
                assertThat(mistake.getMessage().lines())
                    .hasSize(4)
                    .anyMatch(line -> line.contains("line 1, janitor: no such role"))
                    .anyMatch(line -> line.contains("read-only: unknown key pasword-env (line 5)"))
                    .anyMatch(line -> line.contains("line 6, root: the environment variable NOT"))
                    .anyMatch(line -> line.contains("line 7, vm-admin: expected username and")));
  }

  @Test
  void anEmptyPasswordIsNamedByFileLineAndKey() throws IOException {
    Path nothing = Files.writeString(folder.resolve("nothing"), "\n");
    Path file =
        config(
            """
            root:
              username: root
              password:
            read-only: {username: r, password: ""}
            vm-admin: {username: v, password-env: EMPTY}
            pool-admin: {username: p, password-file: %s}
            """
                .formatted(nothing));
    String empty = " gives an empty password; allowed is a text of one character or more";
    String where = "the accounts file " + file;
    assertThatThrownBy(() -> new AccountsFile(name -> "").read(file))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage(
            String.join(
                "\n",
                where + ", line 1, root: password (line 3)" + empty,
                where + ", line 4, read-only: password (line 4)" + empty,
                where + ", line 5, vm-admin: password-env (line 5)" + empty,
                where + ", line 6, pool-admin: password-file (line 6)" + empty));
  }

  static Stream<Arguments> readers() {
    return Stream.of(
        Arguments.of("the accounts file", reader(file -> new AccountsFile(name -> "").read(file))),
        Arguments.of("the configuration", reader(file -> ConfigFile.expand(run(file)))),
        Arguments.of("the baseline", reader(file -> BaselineFile.read(List.of(file)))));
  }

  private static Consumer<Path> reader(Consumer<Path> reader) {
    return reader;
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aFileBeyondOneMebibyteIsRefused(String what, Consumer<Path> reader) throws IOException {
    Path file = config("#" + "x".repeat(1024 * 1024));
    assertThatThrownBy(() -> reader.accept(file))
        .isInstanceOf(BadConfiguration.class)
        .hasMessage(what + " " + file + " is larger than 1 MiB, which is the most allowed");
  }

  @ParameterizedTest
  @MethodSource("readers")
  void aDeepFileIsOneSentence(String what, Consumer<Path> reader) throws IOException {
    for (String deeper : List.of("[", "{a: ", "- ", "? ")) {
      for (String start : List.of("", "root:\n  ", "- requirement: ")) {
        Path file = config(start + deeper.repeat(250_000));
        assertThatThrownBy(() -> reader.accept(file))
            .as(what + " " + start + deeper)
            .isInstanceOf(BadConfiguration.class)
            .hasMessageContaining(file.toString())
            .hasMessageNotContaining("Constraints")
            // a baseline has a line for each mistake: what stands there, and how deep it is
            .satisfies(e -> assertThat(e.getMessage().lines()).hasSizeLessThan(3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password=planted", "--password", "-pw=planted"})
  void aPasswordOnTheCommandLineIsRefusedAndNotRepeated(String word) {
    assertThatThrownBy(() -> ConfigFile.refusePasswords(new String[] {"run", word}))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("password-env")
        .hasMessageNotContaining("planted");
  }

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("tck.yaml"), text);
  }

  private static String[] run(Path file, String... more) {
    return java.util.stream.Stream.concat(
            List.of("run", "--config", file.toString()).stream(), List.of(more).stream())
        .toArray(String[]::new);
  }
}
