package org.xapitck.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** HTTP as xapi speaks it: status lines, headers in order, limits, time-outs, and who closes. */
class HttpBehaviourTest {
  private static final String CALL = "{\"method\":\"task.get_all\",\"params\":[\"x\"],\"id\":1}";
  private static final String ANSWER =
      "{\"result\":null,\"error\":[\"SESSION_INVALID\",\"x\"],\"id\":1}";
  private static final String SORRY =
      "<html><body><h1>HTTP 500 internal server error</h1>An unexpected error occurred; please wait"
          + " a while and try again. If the problem persists, please contact your support"
          + " representative.<h1> Additional information </h1>";

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, '', keep-alive",
    "1.1, Connection: close, close",
    "1.0, '', close",
    "1.0, Connection: Keep-Alive, keep-alive"
  })
  void anAnswerHasItsHeadersInOrderAndKeepsTheConnectionAsAsked(
      String version, String header, String connection) throws IOException {
    String line = header.isEmpty() ? "" : header + "\r\n";
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST /jsonrpc HTTP/" + version + "\r\n" + line + length(CALL) + "\r\n" + CALL);
      assertThat(client.response())
          .isEqualTo(
              "HTTP/"
                  + version
                  + " 200 OK\r\ncontent-length: "
                  + ANSWER.length()
                  + "\r\nconnection: "
                  + connection
                  + "\r\ncache-control: no-cache, no-store\r\ncontent-type: application/json\r\n"
                  + "Access-Control-Allow-Origin: *\r\n"
                  + "Access-Control-Allow-Headers: X-Requested-With\r\n\r\n"
                  + ANSWER);
      assertThat(client.staysOpen(200)).isEqualTo(connection.equals("keep-alive"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/jsonrpc", "/jsonrpc/x", "/jsonrpcx", "/jsonrpc?a=/", "http://h/jsonrpc"})
  void whateverBeginsWithJsonrpcSpeaksJson(String target) throws IOException {
    assertThat(exchange("POST " + target + " HTTP/1.1\r\n" + length(CALL) + "\r\n" + CALL))
        .endsWith(ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/RPC2", "/xmlrpc", "/json", "/a/b?c", "/json%72"})
  void everyOtherPathSpeaksXml(String target) throws IOException {
    String call = Wire.XMLRPC.call("task.get_all", "x");
    assertThat(exchange("POST " + target + " HTTP/1.1\r\n" + length(call) + "\r\n" + call))
        .contains("content-type: text/xml\r\n")
        .contains("<value>SESSION_INVALID</value>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|Failure(&quot;We require a content-length: HTTP header&quot;)",
        "Transfer-Encoding: chunked|Failure(&quot;We require a content-length: HTTP header&quot;)",
        "Content-Length: 307201|Http_svr.Client_requested_size_over_limit",
        "Content-Length: 99999999999|Http_svr.Client_requested_size_over_limit",
        "Content-Length: many|The HTTP headers could not be parsed.",
        "Content-Length: -1|The HTTP headers could not be parsed."
      })
  void aBodyOfUnknownOrExcessiveLengthIsNotRead(String header, String why) throws IOException {
    String line = header.isEmpty() ? "" : header + "\r\n";
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.send("POST / HTTP/1.1\r\n" + line + "\r\n").untilClosed())
          .isEqualTo(internalError("1.1", why));
    }
  }

  @Test
  void aBodyOfExactlyTheLimitIsRead() throws IOException {
    String padded = CALL + " ".repeat(300 * 1024 - CALL.length());
    assertThat(exchange("POST /jsonrpc HTTP/1.1\r\n" + length(padded) + "\r\n" + padded))
        .endsWith(ANSWER);
  }

  @Test
  void aClientThatSendsTooMuchStillReadsWhy() throws IOException {
    String body = "x".repeat(400_000);
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST / HTTP/1.1\r\n" + length(body) + "\r\n" + body);
      assertThat(client.untilClosed()).startsWith("HTTP/1.1 500 Internal Error\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/|<methodCall>|Xmlm.Error(1:",
        "/|{}|Xmlm.Error(1:",
        "/jsonrpc|[]|Jsonrpc.Malformed_method_request(&quot;Invalid request body&quot;)",
        "/jsonrpc|{\"method\":\"m\",\"params\":[]}|Invalid field &apos;id&apos; in request body",
        "/jsonrpc|<methodCall/>|Yojson.Json_error("
      })
  void aMalformedBodyIsAnsweredWithThePrintedExceptionAndTheEnd(
      String path, String body, String printed) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      client.send("POST " + path + " HTTP/1.0\r\n" + length(body) + "\r\n" + body);
      assertThat(client.untilClosed())
          .startsWith("HTTP/1.0 500 Internal Error\r\ncontent-length: ")
          .contains(
              "\r\ncontent-type: text/html\r\nconnection: close\r\n"
                  + "cache-control: no-cache, no-store\r\n\r\n"
                  + SORRY)
          .contains(printed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "POST /", "POST / FOO/1", "POST / HTTP", "\u0001\u0002\u0003"})
  void aRequestLineThatIsNoneIsAnError(String line) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.send(line + "\r\n\r\n").untilClosed())
          .isEqualTo(internalError("1.1", "The HTTP headers could not be parsed."));
    }
  }

  @Test
  void moreThanOneKibibyteOfHeadIsTooMuch() throws IOException {
    String one = "POST / HTTP/1.1\r\nX: " + "a".repeat(1100) + "\r\n\r\n";
    String many = "POST / HTTP/1.1\r\n" + "X: aaaaaaaaaa\r\n".repeat(100) + "\r\n";
    String both = "POST /" + "p".repeat(600) + " HTTP/1.1\r\nX: " + "a".repeat(600) + "\r\n\r\n";
    String line = "POST /" + "p".repeat(1100) + " HTTP/1.1\r\n\r\n";
    for (String head : List.of(one, many, both, line)) {
      try (RawClient client = new RawClient(server.port())) {
        assertThat(client.send(head).untilClosed())
            .isEqualTo(
                page(
                    "1.1 431 Request Header Fields Too Large",
                    "<html><body><h1>HTTP 431 request header fields too large</h1>Exceeded the"
                        + " maximum header size.</body></html>"));
      }
    }
    String fits = "X: " + "a".repeat(900) + "\r\n";
    assertThat(exchange("POST /jsonrpc HTTP/1.1\r\n" + fits + length(CALL) + "\r\n" + CALL))
        .endsWith(ANSWER);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 403 Forbidden, 403 forbidden</h1>Access to the requested resource is forbidden.",
    "PUT, 403 Forbidden, 403 forbidden</h1>Access to the requested resource is forbidden.",
    "CONNECT, 403 Forbidden, 403 forbidden</h1>Access to the requested resource is forbidden.",
    "DELETE, 501 Method not implemented, 501 Method Not Implemented</h1><p>Unknown DELETE not supported.<br /></p>",
    "post, 501 Method not implemented, 501 Method Not Implemented</h1><p>Unknown post not supported.<br /></p>"
  })
  void otherVerbsAreRefused(String verb, String status, String text) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      assertThat(client.send(verb + " / HTTP/1.1\r\n\r\n").untilClosed())
          .isEqualTo(page("1.1 " + status, "<html><body><h1>HTTP " + text + "</body></html>"));
    }
  }

  @Test
  void optionsAllowsWhatTheBrowserAsksForAndNamesPut() throws IOException {
    String end =
        "connection: keep-alive\r\ncache-control: no-cache, no-store\r\n"
            + "Access-Control-Allow-Origin: *\r\nAccess-Control-Allow-Headers: %s\r\n"
            + "Access-Control-Allow-Methods: PUT\r\n\r\n";
    String asked = "Access-Control-Request-Headers: content-type\r\n";
    assertThat(exchange("OPTIONS / HTTP/1.1\r\n\r\n"))
        .isEqualTo("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n" + end.formatted("X-Requested-With"));
    assertThat(exchange("OPTIONS /jsonrpc HTTP/1.1\r\n" + asked + "\r\n"))
        .endsWith(end.formatted("content-type, X-Requested-With"));
  }

  @Test
  void manyRequestsInOnePieceAreAnsweredInOrder() throws IOException {
    int count = 500;
    StringBuilder requests = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String call = CALL.replace("\"id\":1", "\"id\":" + i);
      requests
          .append("POST /jsonrpc HTTP/1.1\r\n")
          .append(length(call))
          .append("\r\n")
          .append(call);
    }
    try (RawClient client = new RawClient(server.port())) {
      client.send(requests.toString());
      for (int i = 0; i < count; i++) {
        assertThat(client.response()).endsWith("\"id\":" + i + "}");
      }
    }
  }

  @Test
  void aRequestThatComesByteByByteAndAnEndedInputAreNoTrouble() throws IOException {
    String request = "POST /jsonrpc HTTP/1.1\r\n" + length(CALL) + "\r\n" + CALL;
    try (RawClient client = new RawClient(server.port())) {
      for (char c : request.toCharArray()) {
        client.send(String.valueOf(c));
      }
      assertThat(client.endInput().untilClosed()).endsWith(ANSWER);
    }
  }

  @Test
  void aSlowFirstHeadTimesOutButAnIdleConnectionDoesNot() throws IOException {
    HttpLimits quick = new HttpLimits(1024, 1024, Duration.ofMillis(200), Duration.ofMillis(700));
    String request = "POST /jsonrpc HTTP/1.1\r\n" + length(CALL) + "\r\n" + CALL;
    try (TestServer impatient = TestServer.start(SimulatorOptions.defaults().withLimits(quick));
        RawClient silent = new RawClient(impatient.port());
        RawClient dripping = new RawClient(impatient.port());
        RawClient idle = served(impatient.port(), request)) {
      String timeout =
          page(
              "1.1 408 Request Timeout",
              "<html><body><h1>HTTP 408 request timeout</h1>Timed out waiting for the request."
                  + "</body></html>");
      assertThat(silent.send("POST ").untilClosed()).isEqualTo(timeout);
      // 100 ms apart: never silent for 200 ms, but not done after 700 ms either
      Waiting.until(() -> !dripping.isQuietAfter("x", 100), "the end of a head that never ends");
      assertThat(idle.staysOpen(1000)).isTrue();
      assertThat(idle.send(request).response()).endsWith(ANSWER);
    }
  }

  /**
   * A connection that was answered once; on a slow machine the first may come too late for that.
   */
  private static RawClient served(int port, String request) throws IOException {
    RawClient client = new RawClient(port);
    while (!client.send(request).response().endsWith(ANSWER)) {
      client.close();
      client = new RawClient(port);
    }
    return client;
  }

  @Test
  void aThousandBrokenConnectionsLeaveTheOthersServed() throws IOException {
    List<RawClient> broken = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        RawClient client = new RawClient(server.port());
        broken.add(client);
        switch (i % 4) {
          case 0 -> client.send("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n<methodCall>");
          case 1 -> client.send("\u0000\u00ff\r\n\r\n");
          case 2 -> client.send("POST");
          default -> client.send("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n<<<<<").close();
        }
      }
      assertThat(exchange("POST /jsonrpc HTTP/1.1\r\n" + length(CALL) + "\r\n" + CALL))
          .endsWith(ANSWER);
    } finally {
      for (RawClient client : broken) {
        client.close();
      }
    }
  }

  private static String exchange(String request) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      return client.send(request).response();
    }
  }

  private static String length(String body) {
    return "Content-Length: " + body.length() + "\r\n";
  }

  private static String internalError(String version, String why) {
    return page(version + " 500 Internal Error", SORRY + why + "</body></html>");
  }

  private static String page(String status, String html) {
    return "HTTP/"
        + status
        + "\r\ncontent-length: "
        + html.length()
        + "\r\ncontent-type: text/html\r\nconnection: close\r\ncache-control: no-cache, no-store\r\n\r\n"
        + html;
  }
}
