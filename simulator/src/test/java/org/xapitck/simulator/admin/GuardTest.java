package org.xapitck.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.http.HttpLimits;
import org.xapitck.simulator.http.SideDoor;
import org.xapitck.simulator.support.RawHttp;
import org.xapitck.simulator.support.TestServer;

/** Who may control a simulator. If this fails, any page in the user's browser may. */
class GuardTest {

  private static String get(TestServer server, String headers) throws Exception {
    return RawHttp.exchange(
        server.port(), "GET /__admin/health HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:80", "localhost", "localhost:8080", "[::1]:80"})
  void thisMachineIsServedByItsOwnNames(String host) throws Exception {
    try (TestServer server = TestServer.start()) {
      assertThat(get(server, "Host: " + host + "\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example\r\n",
        "Host: 127.0.0.1.evil.example\r\n",
        "Host: localhost.evil.example:80\r\n",
        "Host: 192.0.2.1\r\n",
        "Host: x\r\n",
        "",
        "Host: localhost\r\nOrigin: http://evil.example\r\n",
        "Host: localhost\r\nOrigin: null\r\n",
        "Host: localhost:80\r\nOrigin: http://localhost:81\r\n",
        "Host: localhost\r\nOrigin: https://localhost\r\n"
      })
  void foreignPagesAndNamesAreRefused(String headers) throws Exception {
    try (TestServer server = TestServer.start()) {
      assertThat(get(server, headers))
          .startsWith("HTTP/1.1 403 ")
          .doesNotContainIgnoringCase("access-control");
    }
  }

  @Test
  void aPageOfItsOwnIsServedAndNoHeaderLetsOthersRead() throws Exception {
    try (TestServer server = TestServer.start()) {
      assertThat(get(server, "Host: localhost:1\r\nOrigin: http://localhost:1\r\n"))
          .startsWith("HTTP/1.1 200 ")
          .doesNotContainIgnoringCase("access-control");
      String options =
          RawHttp.exchange(
              server.port(),
              "OPTIONS /__admin/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      assertThat(options).startsWith("HTTP/1.1 405 ").contains("allow: GET");
      assertThat(options).doesNotContainIgnoringCase("access-control");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer right, 200",
    "Bearer wrong, 401",
    "Basic right, 401",
    "right, 401",
    "Bearer right2, 401"
  })
  void whereThereIsATokenItIsAskedFor(String header, int status) throws Exception {
    SimulatorOptions options = SimulatorOptions.defaults().withAdminToken("right");
    try (TestServer server = TestServer.start(options)) {
      assertThat(get(server, "Host: localhost\r\nAuthorization: " + header + "\r\n"))
          .startsWith("HTTP/1.1 " + status + " ");
      assertThat(get(server, "Host: localhost\r\n"))
          .startsWith("HTTP/1.1 401 ")
          .contains("www-authenticate: Bearer");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', simulator, 403",
    "'', 127.0.0.1, 403",
    "right, simulator:8080, 200",
    "right, 192.0.2.1, 200",
    "right, evil.example, 403"
  })
  void beyondThisMachineItTakesAToken(String token, String host, int status) {
    Optional<String> needed = Optional.of(token).filter(text -> !text.isEmpty());
    Guard guard = new Guard("0.0.0.0", needed);
    SideDoor.Request request =
        new SideDoor.Request(
            "GET",
            "/__admin/health",
            name ->
                switch (name) {
                  case "host" -> host;
                  case "authorization" -> "Bearer " + token;
                  default -> "";
                },
            "192.0.2.1",
            false,
            Optional.of(new byte[0]));
    int found = 200;
    try {
      guard.check(request);
    } catch (Problem problem) {
      found = problem.status();
    }
    assertThat(found).isEqualTo(status);
  }

  @Test
  void whereItIsOffThePathIsLikeAnyOther() throws Exception {
    try (TestServer server = TestServer.start(SimulatorOptions.defaults().withoutAdmin())) {
      assertThat(get(server, "Host: localhost\r\n"))
          .startsWith("HTTP/1.1 403 ")
          .contains("<h1>HTTP 403 forbidden</h1>");
      // as in xapi a POST to any path is a call
      assertThat(server.post("/__admin/reset", "<methodCall>").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void thePathsOfTheApiHaveTheirLimitsAndNoOthers() throws Exception {
    try (TestServer server = TestServer.start()) {
      int limit = HttpLimits.ofXapi().bodyBytes();
      String long1 = "{\"label\":\"" + "x".repeat(limit) + "\"}";
      assertThat(server.post("/__admin/tasks", long1).statusCode()).isEqualTo(201);
      assertThat(server.post("/jsonrpc", long1).statusCode()).isEqualTo(500);
      String longer = "{\"label\":\"" + "x".repeat(1024 * 1024) + "\"}";
      assertThat(server.post("/__admin/tasks", longer).statusCode()).isEqualTo(413);
      // the beginning of a name is no path
      assertThat(server.post("/__administration", "<methodCall>").statusCode()).isEqualTo(500);
      assertThat(server.post("/__administration", "<methodCall>").body()).startsWith("<html>");
    }
  }
}
