package org.xapitck.kit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.support.TurningServer;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/**
 * Whole runs against servers that turn hostile when the first scenarios are under way: each ends
 * with a verdict or not testable, and is never the kit's own fault.
 */
@Tag("slow")
class HostileServerTest {
  private static final String SOME = "@task.get_record.effect or @task.destroy.effect";

  /** Logins, release and the first scenario pass; then the server turns. */
  private static final int FAITHFUL = 14;

  @TempDir Path folder;

  static Stream<String> mischiefs() {
    return table().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mischiefs")
  void aServerThatTurnsHostileIsNeverTakenForRightNorForTheKitsFault(String name)
      throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        TurningServer server = new TurningServer(simulator.uri(), FAITHFUL, table().get(name))) {
      Runs.Done done = run(server, SOME, Wire.XMLRPC, Wire.JSONRPC2);
      assertThat(done.exitCode()).as(done.console()).isIn(1, 3);
      assertThat(done.results().get("totals").get("kit-error").asInt()).as(done.console()).isZero();
    }
  }

  @Test
  void aServerThatStopsAnsweringEndsTheWholeRunAndItsReportSaysWhy() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        TurningServer server =
            new TurningServer(
                simulator.uri(), 200, (right, earlier, out, socket) -> never.await())) {
      Runs.Done done = run(server, "", Wire.values());
      assertThat(done.exitCode()).isEqualTo(3);
      assertThat(done.word()).isEqualTo("incomplete");
      assertThat(done.results().toString()).contains("stopped answering");
      // three calls and a probe on each wire, and as many again for scenarios side by side
      assertThat(server.hostile()).isBetween(1, Wire.values().length * 8);
      assertThat(folder.resolve("report/allure-report/index.html")).exists();
    } finally {
      never.countDown();
    }
  }

  @Test
  void noSecretFollowsARedirectToAnotherHost() throws Exception {
    AtomicInteger visits = new AtomicInteger();
    Thread listener;
    try (ServerSocket other = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Simulator simulator = Simulator.start(SimulatorOptions.defaults());
        TurningServer server =
            new TurningServer(
                simulator.uri(),
                FAITHFUL,
                page(
                    "307 Temporary Redirect",
                    "Location: http://127.0.0.1:" + other.getLocalPort() + "/\r\n",
                    ""))) {
      listener = new Thread(() -> countVisits(other, visits));
      listener.start();
      run(server, SOME, Wire.XMLRPC, Wire.JSONRPC2);
    }
    Waiting.end(listener);
    assertThat(visits).hasValue(0);
  }

  private static void countVisits(ServerSocket other, AtomicInteger visits) {
    try (Socket visitor = other.accept()) {
      visits.addAndGet(visitor.isConnected() ? 1 : 0);
    } catch (IOException closed) {
      return;
    }
  }

  private Runs.Done run(TurningServer server, String tags, Wire... wires) throws IOException {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "pool-admin: {username: pool-admin, password: secret}\n");
    return Runs.run(
        Runs.options(folder.resolve("report"), server.uri(), accounts, tags, wires),
        hastening(server));
  }

  /**
   * Time that stands still as long as the server is right, so that no right answer is too late.
   * Then 40 s pass at each look, of which there are 20 a second: a call that may take 5 minutes
   * ends after 400 ms, a probe at once.
   */
  private static LongSupplier hastening(TurningServer server) {
    AtomicLong nanos = new AtomicLong();
    return () ->
        server.hostile() > 0 ? nanos.addAndGet(Duration.ofSeconds(40).toNanos()) : nanos.get();
  }

  private static Map<String, TurningServer.Mischief> table() {
    Map<String, TurningServer.Mischief> table = new LinkedHashMap<>();
    bodies(table);
    connections(table);
    table.put("204 without a body", page("204 No Content", "", ""));
    table.put("301 to itself", page("301 Moved Permanently", "Location: /\r\n", ""));
    table.put("401 with a form", page("401 Unauthorized", "", "<html>who are you?</html>"));
    table.put("404 with a page", page("404 Not Found", "", "<html>gone</html>"));
    table.put("502 with a page", page("502 Bad Gateway", "", "<html>bad gateway</html>"));
    table.put("503 without a body", page("503 Service Unavailable", "", ""));
    table.put("cookies", page("200 OK", "Set-Cookie: a=b\r\n".repeat(150), "x"));
    table.put("a flood of headers", page("200 OK", "X-Flood: x\r\n".repeat(20_000), "x"));
    table.put("gzip by its name", page("200 OK", "Content-Encoding: gzip\r\n", "not gzip"));
    return table;
  }

  private static void bodies(Map<String, TurningServer.Mischief> table) {
    table.put("an empty body", say(""));
    table.put("neither of the wires", say("hello"));
    table.put("half an answer", (right, earlier, out, socket) -> send(out, half(right)));
    table.put("NUL bytes", say("\0\0\0\0"));
    table.put("not a number", say("{\"jsonrpc\":\"2.0\",\"result\":NaN,\"id\":1}"));
    table.put("a trailing comma", say("{\"jsonrpc\":\"2.0\",\"result\":1,}"));
    table.put("members twice", say("{\"id\":1,\"id\":1,\"jsonrpc\":\"2.0\",\"result\":\"\"}"));
    table.put("10,000 nested arrays", say("[".repeat(10_000) + "]".repeat(10_000)));
    table.put(
        "a text of 50 MB",
        (right, earlier, out, socket) -> {
          send(out, "HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n\"".getBytes(UTF_8));
          byte[] block = "x".repeat(50_000).getBytes(UTF_8);
          for (int i = 0; i < 1_000; i++) {
            send(out, block);
          }
        });
    table.put(
        "an entity bomb",
        say(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]>"
                + "<methodResponse>&c;</methodResponse>"));
    table.put(
        "an external entity",
        say(
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                + "<methodResponse><params><param><value>&b;</value></param></params>"
                + "</methodResponse>"));
    table.put(
        "a fault with a Java object",
        say(
            "<?xml version=\"1.0\"?><methodResponse><fault><value><struct><member>"
                + "<name>faultCause</name><value><base64>rO0ABXA=</base64></value>"
                + "</member></struct></value></fault></methodResponse>"));
    table.put(
        "bytes that are no UTF-8",
        (right, earlier, out, socket) ->
            send(out, ok(new byte[] {'"', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, '"'})));
    table.put(
        "the answer to the request before",
        (right, earlier, out, socket) -> send(out, earlier.length == 0 ? right : earlier));
  }

  private static void connections(Map<String, TurningServer.Mischief> table) {
    table.put("a closed connection", (right, earlier, out, socket) -> socket.close());
    table.put(
        "a connection closed in the middle",
        (right, earlier, out, socket) -> {
          send(out, java.util.Arrays.copyOf(right, right.length - 5));
          socket.close();
        });
    table.put(
        "a length that is too great",
        (right, earlier, out, socket) ->
            send(out, "HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\nshort".getBytes(UTF_8)));
    table.put(
        "a length that is too small",
        (right, earlier, out, socket) ->
            send(
                out, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n{\"result\":1}".getBytes(UTF_8)));
    table.put(
        "a length below nothing",
        (right, earlier, out, socket) ->
            send(out, "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n".getBytes(UTF_8)));
    table.put(
        "TLS on a plain port",
        (right, earlier, out, socket) -> send(out, new byte[] {0x16, 3, 1, 0, 5, 1, 2, 3, 4, 5}));
    table.put(
        "one byte now and then",
        (right, earlier, out, socket) -> {
          for (byte b : right) {
            send(out, new byte[] {b});
            Waiting.pause();
          }
        });
    table.put(
        "a body without end",
        (right, earlier, out, socket) -> {
          send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n".getBytes(UTF_8));
          byte[] block = "x".repeat(65_536).getBytes(UTF_8);
          while (!socket.isClosed()) {
            send(out, block);
          }
        });
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private static TurningServer.Mischief say(String body) {
    return (right, earlier, out, socket) -> send(out, ok(body.getBytes(UTF_8)));
  }

  private static TurningServer.Mischief page(String status, String headers, String body) {
    byte[] answer =
        ("HTTP/1.1 "
                + status
                + "\r\n"
                + headers
                + "Content-Type: text/html\r\nContent-Length: "
                + body.length()
                + "\r\n\r\n"
                + body)
            .getBytes(UTF_8);
    return (right, earlier, out, socket) -> send(out, answer);
  }

  private static byte[] half(byte[] right) {
    String body = TurningServer.body(right);
    return ok(body.substring(0, body.length() / 2).getBytes(UTF_8));
  }

  private static byte[] ok(byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(UTF_8);
    byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  private static void send(OutputStream out, byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
