package org.xapitck.kit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        Arguments.of(List.of("run", "--wrong"), "run: unknown option --wrong; run --help"),
        Arguments.of(List.of("run", "--acounts", "x"), "--acounts; did you mean --accounts?"),
        Arguments.of(List.of("doctr"), "unknown command doctr; did you mean doctor?"),
        Arguments.of(List.of("run", "here"), "run here: run takes options only"),
        Arguments.of(List.of("run", "--url"), "--url needs a value, URL. The server"),
        Arguments.of(List.of("run", "--url", "a", "--url", "b"), "--url is given twice"),
        Arguments.of(List.of("run", "--insecure=x"), "--insecure x: it takes no value"),
        Arguments.of(List.of("baseline"), "baseline needs --write FILE"),
        Arguments.of(List.of("bundle", "--out", "x"), "bundle needs DIR"),
        Arguments.of(List.of("run", "--wire", "xmlrp"), "did you mean xmlrpc?"),
        Arguments.of(List.of("run", "--release", "stokholm"), "did you mean stockholm?"),
        Arguments.of(List.of("run", "--tags", "@task.cancel.efect"), "mean @task.cancel.effect?"),
        Arguments.of(List.of("rerun", "task.destroy.efect"), "did you mean task.destroy.effect?"),
        Arguments.of(List.of("run", "--color", "red"), "--color red: allowed are auto, always"),
        Arguments.of(List.of("run", "--time-scale", "x"), "--time-scale x: not a number. "),
        Arguments.of(List.of("walk"), "walk"),
        Arguments.of(List.of(), "command is missing"),
        Arguments.of(List.of("run", "--wire", "soap"), "soap"),
        Arguments.of(List.of("run", "--release", "atlantis"), "atlantis"),
        Arguments.of(List.of("run", "--tags", "@no.such"), "@no.such"),
        Arguments.of(List.of("run", "--tags", "(@a"), "(@a"),
        Arguments.of(List.of("run", "--tags", "@task.create.result or @no.such"), "hold @no.such,"),
        Arguments.of(List.of("list", "--tags", "@task.create or @no.such"), "hold @no.such,"),
        Arguments.of(List.of("run", "--threads", "0"), "0"),
        Arguments.of(List.of("run", "--threads", "many"), "--threads many: not a whole number. "),
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
        Arguments.of(List.of("run", "--report", "a\0b"), "b: not the name of a file"),
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

  @Tag("slow")
  @Test
  void aNameThatTheLocaleCannotWriteIsSaidInASentence() throws Exception {
    Path home = Files.createDirectories(folder.resolve("plain"));
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "LC_ALL=C exec \"$0\" -cp \"$1\" org.xapitck.kit.cli.Main run --report $'caf\\xc3\\xa9'",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(2);
    assertThat(said).contains("--report caf", "set LC_ALL=C.UTF-8").doesNotContain("java.", "Exc");
  }

  @Test
  void noHelpShowsAnOptionThatChangesNothingThere() {
    Kit kit = new Kit(folder);
    assertThat(kit.runHere("run", "--help").out())
        .contains("The server, and the way to it:\n      --url=URL", "--baseline", "--verbose")
        .contains("What is judged, and by what:", "Reports and console:");
    assertThat(kit.runHere("doctor", "--help").out())
        .contains("--url", "--task-source")
        .doesNotContain("--baseline", "--report", "--verbose");
    assertThat(kit.runHere("cleanup", "--help").out())
        .contains("--orphans", "--pin", "--ledger")
        .doesNotContain("--tags", "--threads", "--report");
    assertThat(kit.runHere("list", "--help").out())
        .contains("--tags", "--shard")
        .doesNotContain("--pin", "--ledger");
    assertThat(kit.runHere("config", "--help").out()).doesNotContain("--url");
    assertThat(kit.runHere("merge", "--help").out()).contains("--out").doesNotContain("--url");
  }

  @Test
  void theHelpNamesEveryCommand() {
    Kit kit = new Kit(folder);
    String all = kit.runHere("walk").err().replaceFirst("(?s).*the commands are ", "").strip();
    assertThat(kit.runHere("--help").out().lines().map(line -> line.strip().split(" ")[0]))
        .contains(all.split(", "));
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
