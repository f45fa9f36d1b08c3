package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The real command: bad input is one sentence and exit code 2. */
class CommandLineTest {
  @TempDir static Path folder;

  static Stream<Arguments> badInput() throws IOException {
    Path malformed = Files.writeString(folder.resolve("malformed.yaml"), "root: [not, a, map]\n");
    Path twoPasswords =
        Files.writeString(
            folder.resolve("two.yaml"),
            "root: {username: r, password: planted-pw, password-env: X}\n");
    Path unknownRole =
        Files.writeString(folder.resolve("role.yaml"), "janitor: {username: j, password: p}\n");
    Path aFile = Files.writeString(folder.resolve("a-file"), "");
    String url = "http://127.0.0.1:9/";
    return Stream.of(
        Arguments.of(List.of("run", "--wrong"), "--wrong"),
        Arguments.of(List.of("walk"), "walk"),
        Arguments.of(List.of(), "command is missing"),
        Arguments.of(List.of("run", "--wire", "soap"), "soap"),
        Arguments.of(List.of("run", "--release", "atlantis"), "atlantis"),
        Arguments.of(List.of("run", "--tags", "@no.such"), "@no.such"),
        Arguments.of(List.of("run", "--tags", "(@a"), "(@a"),
        Arguments.of(List.of("run", "--tags", "@task.create.result or @no.such"), "hold @no.such,"),
        Arguments.of(List.of("list", "--tags", "@task.create or @no.such"), "hold @no.such,"),
        Arguments.of(List.of("run", "--threads", "0"), "0"),
        Arguments.of(List.of("run", "--threads", "many"), "many"),
        Arguments.of(List.of("run", "--url", "ftp://x/"), "ftp://x/"),
        Arguments.of(List.of("run", "--url", url), "--accounts"),
        Arguments.of(List.of("run", "--url", url, "--accounts", "no-such-file"), "no-such-file"),
        Arguments.of(
            List.of("run", "--url", url, "--accounts", malformed.toString()), "malformed.yaml"),
        Arguments.of(
            List.of("run", "--url", url, "--accounts", twoPasswords.toString()), "exactly one of"),
        Arguments.of(List.of("run", "--url", url, "--accounts", unknownRole.toString()), "janitor"),
        Arguments.of(List.of("run", "--url", url, "--pin", "abc"), "--pin abc"),
        Arguments.of(List.of("run", "--roles", "janitor"), "janitor"),
        Arguments.of(List.of("run", "--proxy", "socks://x:1"), "socks://x:1"),
        Arguments.of(List.of("run", "--time-scale", "0"), "--time-scale 0.0"),
        Arguments.of(List.of("run", "--task-source"), "--task-source"),
        Arguments.of(List.of("run", "--task-source", "--threads", "2"), "--task-source needs"),
        Arguments.of(List.of("run", "--task-source", "task.destroy", "x"), "task.destroy"),
        Arguments.of(List.of("run", "--task-source", "Async.a.b [1"), "[1 is no JSON"),
        Arguments.of(List.of("run", "--task-source", "Async.a.b", "--read-only"), "--read-only"),
        Arguments.of(List.of("run", "--task-patience", "0"), "--task-patience 0"),
        Arguments.of(List.of("run", "--task-patience", "3601"), "--task-patience 3601"),
        Arguments.of(List.of("run", "--client-cert", "own.pem"), "--client-key"),
        Arguments.of(List.of("doctor", "--password", "planted-pw"), "password-env"),
        Arguments.of(List.of("run", "--report", aFile.toString()), "a-file"),
        Arguments.of(List.of("run", "--report", ""), "report folder \"\""),
        Arguments.of(List.of("run", "--report", "/"), "report folder \"/\""));
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void badInputIsOneSentenceThatNamesTheValue(List<String> arguments, String named) {
    Kit.Ended ended = new Kit(folder).runHere(arguments.toArray(String[]::new));
    assertThat(ended.err()).contains(named).doesNotContain("planted-pw").doesNotContain("\tat ");
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void helpTellsTheExitCodes() {
    Kit.Ended ended = new Kit(folder).runHere("--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("conformant", "unreachable");
  }

  @Tag("slow")
  @Test
  void aRunFromAnEmptyFolderEndsConformantAndSaysWhereTheReportIs() throws Exception {
    // a process of its own has the folder as its working folder
    Kit.Ended ended = new Kit(folder).run("run", "--tags", "@task.create.result");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("conformant", "index.html");
    assertThat(folder.resolve("reports/latest/results.json")).exists();
  }
}
