package org.xapitck.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** The program in a process of its own, started from the class path of the test. */
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
        "--host 0.0.0.0|Listening on 0.0.0.0, beyond this machine, needs --accounts",
        "--host no.such.host.invalid|Unknown host no.such.host.invalid",
        "--host 192.0.2.1 --allow-default-passwords|Cannot listen on 192.0.2.1:8080"
      })
  void aRefusedStartIsOneSentenceAndExitCode2(String line, String sentence) throws Exception {
    Process process = start(line.split(" "));
    assertThat(exit(process)).isEqualTo(2);
    assertThat(text(process.getInputStream())).isEmpty();
    assertThat(text(process.getErrorStream()).lines())
        .singleElement()
        .asString()
        .startsWith(sentence)
        .endsWith(".");
  }

  @Test
  void aTakenPortIsNamedAndOnlyDebugShowsTheTrace() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      Process plain = start("--port", port);
      assertThat(text(plain.getErrorStream()))
          .contains("127.0.0.1:" + port)
          .doesNotContain("\tat ");
      assertThat(exit(plain)).isEqualTo(2);
      Process debug = start("--port", port, "--debug");
      assertThat(text(debug.getErrorStream())).contains("\tat ");
      assertThat(exit(debug)).isEqualTo(2);
    }
  }

  private static int exit(Process process) throws InterruptedException {
    return Waiting.exit(process, "the simulator", () -> "in its streams");
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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
