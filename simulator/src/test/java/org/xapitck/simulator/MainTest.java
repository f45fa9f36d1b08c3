package org.xapitck.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** The program: refusals in this process, a start in a process of its own. */
class MainTest {

  @Test
  void theFirstLineSaysWhereItListensAndNothingElseIsPrinted() throws Exception {
    Process process = start("--port", "0");
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = Waiting.line(out, "the first line of the simulator");
      assertThat(line).matches("listening on http://127\\.0\\.0\\.1:\\d+/");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(line.substring("listening on ".length())))
                      .POST(
                          HttpRequest.BodyPublishers.ofString(
                              Wire.XMLRPC.call("session.login_with_password", "root", "secret")))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).contains("<value>Success</value>");
      // by its handle: Process.destroy would close the stream that is looked at next
      process.toHandle().destroy();
      assertThat(Waiting.line(out, "the end of the output")).isNull();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1|Unknown option --prot; allowed are --host, --port",
        "--port 70000|Port 70000 is not allowed",
        "--release rome|Unknown release rome; allowed are rio, miami",
        "--accounts none.yaml|The accounts file none.yaml cannot be read",
        "--stubs none.yaml|The stub file none.yaml cannot be read",
        "--host 0.0.0.0|Listening on 0.0.0.0, beyond this machine, needs --accounts",
        "--host no.such.host.invalid|Unknown host no.such.host.invalid",
        "--host 192.0.2.1 --allow-default-passwords|Cannot listen on 192.0.2.1:8080"
      })
  void aRefusedStartIsOneSentenceAndExitCode2(String line, String sentence) {
    Ended ended = run(line.split(" "));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines()).singleElement().asString().startsWith(sentence).endsWith(".");
  }

  @Test
  void aStubThatStandsBeforeTheSimulatorIsRefusedWithItsLine(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("stubs.yaml");
    Files.writeString(file, "messages:\n  VM.start: x\n  Async.task.cancel: y\n");
    assertThat(run("--port", "0", "--stubs", file.toString()))
        .returns(2, Ended::code)
        .returns("", Ended::out)
        .extracting(Ended::err)
        .asString()
        .startsWith(
            "The stub file "
                + file
                + " is wrong in line 3: messages/Async.task.cancel: class task is the simulator's"
                + " own; allowed are ")
        .endsWith("." + System.lineSeparator());
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(run("--version"))
        .returns(0, Ended::code)
        .returns(
            "xapi-task-simulator "
                + System.getProperty("simulator.version")
                + System.lineSeparator(),
            Ended::out);
  }

  @Test
  void helpAndListsEndByThemselves() {
    assertThat(run("--help")).returns(0, Ended::code).returns("", Ended::err);
    assertThat(run("defects").out()).contains("destroy-forgets-nothing");
    assertThat(run("variants").code()).isZero();
  }

  @Test
  void aTakenPortIsNamedAndOnlyDebugShowsTheTrace() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Ended plain = run("--port", port);
      assertThat(plain.err()).contains("127.0.0.1:" + port).doesNotContain("\tat ");
      assertThat(plain.code()).isEqualTo(2);
      // in a process of its own, which shows that the code is that of the process
      Process debug = start("--port", port, "--debug");
      assertThat(text(debug.getErrorStream())).contains("\tat ");
      assertThat(Waiting.exit(debug, "the simulator", () -> "in its streams")).isEqualTo(2);
    }
  }

  /** How the program ended in this process, and what it printed. */
  private record Ended(int code, String out, String err) {}

  private static Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.execute(
            List.of(arguments),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Stream.of(System.getProperty("test.jvm", "").split(" "))
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    // whoever sets options for all JVMs gets a line about it on stderr
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return builder.start();
  }

  /** Without the libraries of the tests, whose logging would speak up. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("slf4j") && !entry.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
