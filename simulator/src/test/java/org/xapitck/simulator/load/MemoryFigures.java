package org.xapitck.simulator.load;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * Prints the memory of the packed simulator after a long load. It is no test and runs only by its
 * name, after {@code package}: {@code mvn -f simulator test -Dtest=MemoryFigures}.
 */
class MemoryFigures {
  private static final int CONNECTIONS = 16;

  /** 35: more than a million calls on two cores. */
  private static final int SECONDS = Integer.getInteger("load.seconds", 35);

  private static final Path JAR = Path.of("target", "xapi-task-simulator.jar");

  @Test
  void printAll() throws Exception {
    afterLoad("-Xmx64m", "-XX:+UseSerialGC");
    afterLoad();
  }

  private static void afterLoad(String... options) throws Exception {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of(options));
    builder.command().addAll(List.of("-jar", JAR.toString(), "--port", "0"));
    Map<String, String> environment = builder.environment();
    // the options of somebody's environment are not those of this start
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(environment::remove);
    Process simulator = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = simulator.inputReader(StandardCharsets.UTF_8)) {
      String line = Waiting.line(out, "the line that names the port");
      URI uri = URI.create(line.substring(line.indexOf("http")));
      String session = text(uri, "session.login_with_password", "read-only", "secret");
      String task = text(uri, "task.create", session, "label", "description");
      String call = Wire.JSONRPC2.call("task.get_record", session, task);
      double rate = Load.perSecond(uri.getPort(), "/jsonrpc", call, CONNECTIONS, SECONDS);
      System.out.printf(
          Locale.ROOT,
          "java %s: %,d kB resident after %,d calls, %,d/s%n",
          String.join(" ", options),
          resident(simulator.pid()),
          Math.round(rate * SECONDS),
          Math.round(rate));
    } finally {
      simulator.destroy();
      Waiting.exit(simulator, "the simulator", () -> "none is kept");
    }
  }

  /** What a call gives. */
  private static String text(URI uri, String method, Object... parameters) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve("jsonrpc"))
            .POST(HttpRequest.BodyPublishers.ofString(Wire.JSONRPC2.call(method, parameters)))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return TestServer.text(Wire.JSONRPC2.outcome(body));
  }

  /** Resident kilobytes of a process. */
  private static long resident(long pid) throws Exception {
    Path out = Files.createTempFile("resident", ".txt");
    try {
      Process ps =
          new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      Waiting.exit(ps, "ps", () -> "");
      return Long.parseLong(Files.readString(out).trim());
    } finally {
      Files.delete(out);
    }
  }
}
