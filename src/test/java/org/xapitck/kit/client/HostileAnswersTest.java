package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.WireClient;

/** Whatever a server answers, a call ends with an exchange that says what was wrong. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class HostileAnswersTest {
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final int LIMIT = 100_000;

  private static Exchange call(Wire wire, ScriptedServer server) throws IOException {
    return call(wire, server, Waiting.LIMIT);
  }

  private static Exchange call(Wire wire, ScriptedServer server, Duration patience)
      throws IOException {
    try (server;
        WireClient client = Talk.client(wire, server.url(), patience, LIMIT)) {
      return client.call("task.get_all", List.of("session"));
    }
  }

  private static Stream<Arguments> onEachWire(List<Arguments> cases) {
    return Stream.of(Wire.values())
        .flatMap(
            wire ->
                cases.stream()
                    .map(each -> arguments(wire, each.get()[0], each.get()[1], each.get()[2])));
  }

  static Stream<Arguments> bytes() throws IOException {
    byte[] html = "<html><body>Bad gateway</body></html>".getBytes(StandardCharsets.UTF_8);
    String location = "Location: http://elsewhere.example/x?session=secret";
    return onEachWire(
        List.of(
            arguments("an HTML page", ScriptedServer.ok(html), "got HTTP 200 OK, text/xml: <html>"),
            arguments("nothing", ScriptedServer.ok(new byte[0]), "an empty body"),
            arguments(
                "HTTP 204", "HTTP/1.1 204 No Content\r\n\r\n".getBytes(), "HTTP 204 No Content"),
            arguments(
                "HTTP 301",
                ScriptedServer.http("301 Moved", location, html),
                "HTTP 301 Moved to host elsewhere.example"),
            arguments(
                "HTTP 401",
                ScriptedServer.http("401 No", "WWW-Authenticate: Basic realm=\"x\"", html),
                "HTTP 401 No"),
            arguments(
                "HTTP 502",
                ScriptedServer.http("502 Bad", "Content-Type: text/html", html),
                "HTTP 502 Bad, text/html: <html><body>Bad gateway"),
            arguments("gzip", gzip(), "a gzip body that nobody asked for"),
            arguments(
                "too short a body",
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<?xml".getBytes(),
                "broke off after 5 bytes"),
            arguments(
                "a chunk cut off",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\n{\"result\"".getBytes(),
                "broke off after"),
            arguments(
                "a chunk of no size",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n".getBytes(),
                "broke off after 0 bytes"),
            arguments(
                "half a status line", "HTTP/1.1 2".getBytes(), "no HTTP answer from 127.0.0.1"),
            arguments("nothing at all", new byte[0], "no HTTP answer from 127.0.0.1"),
            arguments("bytes of TLS", new byte[] {22, 3, 3, 0, 5, 1, 2, 3, 4, 5}, "no HTTP answer"),
            arguments("a header flood", headers(5000), "no HTTP answer"),
            arguments("one endless header", endlessHeader(), "no HTTP answer"),
            arguments("NUL bytes", ScriptedServer.ok(new byte[300]), "not "),
            arguments(
                "invalid UTF-8",
                ScriptedServer.ok(new byte[] {'{', '"', (byte) 0xC3, '"', '}'}),
                "bytes that are not UTF-8"),
            arguments(
                "UTF-16",
                ScriptedServer.ok("{\"result\":1}".getBytes(StandardCharsets.UTF_16LE)),
                "not "),
            arguments("a body beyond the limit", large(), "cut off beyond 100000 bytes")));
  }

  @ParameterizedTest(name = "{0} answered by {1}")
  @MethodSource("bytes")
  void noAnswerHarmsTheClient(Wire wire, String name, byte[] bytes, String reason)
      throws IOException {
    Exchange exchange = call(wire, ScriptedServer.sending(bytes));
    assertThat(Talk.reason(exchange)).contains(reason).doesNotContain("secret");
    assertThat(exchange.response().length).isLessThanOrEqualTo(LIMIT);
    assertThat(exchange.request()).isNotEmpty();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(new byte[1_000_000]);
    }
    return ScriptedServer.http("200 OK", "Content-Encoding: gzip", bytes.toByteArray());
  }

  private static byte[] headers(int count) {
    return ("HTTP/1.1 200 OK\r\n" + "X-Flood: 1\r\n".repeat(count) + "\r\n").getBytes();
  }

  private static byte[] endlessHeader() {
    return ("HTTP/1.1 200 OK\r\nX-Flood: " + "1".repeat(1_000_000) + "\r\n\r\n").getBytes();
  }

  private static byte[] large() {
    return ScriptedServer.ok(("\"" + "x".repeat(2 * LIMIT) + "\"").getBytes());
  }

  @ParameterizedTest
  @EnumSource
  void anEndlessBodyIsCutOff(Wire wire) throws IOException {
    Exchange exchange =
        call(
            wire,
            new ScriptedServer(
                (request, connection) -> {
                  connection.send("HTTP/1.1 200 OK\r\n\r\n");
                  while (true) {
                    connection.send(" ".repeat(8192));
                  }
                }));
    assertThat(Talk.reason(exchange)).contains("cut off beyond 100000 bytes");
    assertThat(exchange.response()).hasSize(LIMIT);
    assertThat(Talk.rules(exchange)).singleElement().asString().endsWith(".well_formed");
  }

  @ParameterizedTest
  @EnumSource
  void aByteATimeEndsWithTheCall(Wire wire) throws IOException {
    Exchange exchange =
        call(
            wire,
            new ScriptedServer(
                (request, connection) -> {
                  connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                  drip(connection);
                }),
            PATIENCE);
    assertThat(Talk.reason(exchange)).contains("no complete answer within 300 ms");
    assertThat(Talk.rules(exchange)).isEmpty();
    assertThat(exchange.took()).isGreaterThanOrEqualTo(PATIENCE);
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderByteATimeEndsWithTheCall(Wire wire) throws IOException {
    Exchange exchange =
        call(
            wire,
            new ScriptedServer(
                (request, connection) -> {
                  connection.send("HTTP/1.1 200 OK\r\nX-Slow: ");
                  drip(connection);
                }),
            PATIENCE);
    assertThat(Talk.reason(exchange)).contains("no complete answer within 300 ms");
    assertThat(exchange.answered()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void endlessInterimAnswersEndWithTheCall(Wire wire) throws IOException {
    Exchange exchange =
        call(
            wire,
            new ScriptedServer(
                (request, connection) -> {
                  while (true) {
                    connection.send("HTTP/1.1 100 Continue\r\n\r\n");
                    Waiting.pause();
                  }
                }),
            PATIENCE);
    assertThat(Talk.reason(exchange)).contains("no complete answer within 300 ms");
  }

  @ParameterizedTest
  @EnumSource
  void silenceEndsWithTheCall(Wire wire) throws IOException {
    Exchange exchange =
        call(wire, new ScriptedServer((request, connection) -> connection.untilClosed()), PATIENCE);
    assertThat(Talk.reason(exchange)).contains("no complete answer within 300 ms");
  }

  /** Gives bytes more often than any time-out of a socket would notice. */
  private static void drip(ScriptedServer.Connection connection) throws Exception {
    while (true) {
      connection.send("x");
      Waiting.pause();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectIsNeverFollowed(Wire wire) throws IOException {
    try (ScriptedServer other = ScriptedServer.saying(Talk.success(wire, "[]"))) {
      ScriptedServer server =
          ScriptedServer.sending(
              ScriptedServer.http("307 Here", "Location: " + other.url(), new byte[0]));
      assertThat(Talk.reason(call(wire, server))).contains("HTTP 307 Here to host 127.0.0.1");
      assertThat(other.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCookieIsNeverSentBack(Wire wire) throws IOException {
    byte[] answer =
        ScriptedServer.http(
            "200 OK",
            "Set-Cookie: a=b; Expires=never\r\n".repeat(50) + "Set-Cookie: =",
            "x".getBytes());
    try (ScriptedServer server =
            new ScriptedServer((request, connection) -> connection.send(answer));
        WireClient client = Talk.client(wire, server.url())) {
      client.call("task.get_all", List.of("session"));
      client.call("task.get_all", List.of("session"));
      assertThat(server.requests)
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.head()).doesNotContainIgnoringCase("cookie"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyThereIsNoAnswer(Wire wire) {
    try (WireClient client = Talk.client(wire, URI.create("http://127.0.0.1:1/"))) {
      Exchange exchange = client.call("task.get_all", List.of("session"));
      assertThat(exchange.answered()).isFalse();
      assertThat(Talk.reason(exchange))
          .isEqualTo("no HTTP answer from 127.0.0.1:1: Connection refused");
    }
  }

  @ParameterizedTest
  @EnumSource
  void theRestOfAnAnswerIsNotTakenForTheNext(Wire wire) throws IOException {
    try (ScriptedServer server =
            new ScriptedServer(
                (request, connection) -> {
                  String body = Talk.success(wire, "\"\"").replace("{id}", request.id());
                  int length = body.length() - (request.text().contains("first") ? 9 : 0);
                  connection.send(
                      "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + body);
                });
        WireClient client = Talk.client(wire, server.url())) {
      Exchange first = client.call("task.create", List.of("first"));
      Exchange second = client.call("task.create", List.of("second"));
      assertThat(Talk.rules(first)).singleElement().asString().endsWith(".well_formed");
      assertThat(second.answer()).isInstanceOf(Answer.Success.class);
      assertThat(second.violations()).isEmpty();
    }
  }
}
