package org.xapitck.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** How an answer is laid out on the connection, whoever gives it. */
class AnswerFormTest {

  @ParameterizedTest
  @CsvSource({"/, 501 Method not implemented", "/__admin/health, 405 Method Not Allowed"})
  void aQuestionForTheHeadGetsNoBody(String path, String status) throws IOException {
    assertHeadAlone("HEAD " + path + " HTTP/1.1\r\nHost: localhost\r\n", status);
  }

  @Test
  void aQuestionForTheHeadThatIsTooLongGetsNoBody() throws IOException {
    String header = "X: " + "a".repeat(1100) + "\r\n";
    assertHeadAlone("HEAD / HTTP/1.1\r\n" + header, "431 Request Header Fields Too Large");
    String target = "/" + "a".repeat(500);
    assertHeadAlone(
        "HEAD " + target + " HTTP/1.1\r\nX: " + "a".repeat(600) + "\r\n",
        "431 Request Header Fields Too Large");
  }

  private static void assertHeadAlone(String head, String status) throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = new RawClient(server.port())) {
      String answer = client.send(head + "Connection: close\r\n\r\n").untilClosed();
      assertThat(answer)
          .startsWith("HTTP/1.1 " + status + "\r\ncontent-length: ")
          .endsWith("\r\n\r\n");
      assertThat(answer).doesNotContain("content-length: 0\r\n");
    }
  }

  /** Who reads the other length takes the rest for a request of its own. */
  @ParameterizedTest
  @CsvSource({"OPTIONS, /", "DELETE, /__admin/faults"})
  void aRequestOfTwoLengthsIsRefused(String verb, String path) throws IOException {
    try (TestServer server = TestServer.start();
        RawClient client = new RawClient(server.port())) {
      String head = verb + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n";
      String answer =
          client.send(head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").untilClosed();
      assertThat(answer).startsWith("HTTP/1.1 500 ");
    }
  }

  @Test
  void chunksHoldTheBodyWhateverItsSize() throws Exception {
    try (TestServer server = TestServer.start(inChunks());
        RawClient client = new RawClient(server.port())) {
      String call = Wire.JSONRPC2.call("task.get_all", "x");
      String head = "POST /jsonrpc HTTP/1.1\r\nContent-Length: " + call.length() + "\r\n";
      String body = server.post("/jsonrpc", call).body();
      assertThat(client.send(head + "Connection: close\r\n\r\n" + call).untilClosed())
          .startsWith("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n")
          .endsWith(
              "\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n");
      for (int i = 0; i < 300; i++) {
        server.task("read-only");
      }
      // in several pieces, twice on one connection
      String all = server.as("read-only", Wire.JSONRPC2, "task.get_all_records");
      assertThat(all.length()).isGreaterThan(2 * Transfer.PIECE_BYTES);
      assertThat(server.as("read-only", Wire.JSONRPC2, "task.get_all_records")).isEqualTo(all);
    }
  }

  private static SimulatorOptions inChunks() throws UnknownSeed {
    return SimulatorOptions.defaults().withSeeds(Seeds.of(List.of(), List.of("chunked")));
  }

  @Test
  void olderClientsGetNoChunks() throws Exception {
    try (TestServer server = TestServer.start(inChunks());
        RawClient client = new RawClient(server.port())) {
      String call = Wire.JSONRPC2.call("task.get_all", "x");
      String head = "POST /jsonrpc HTTP/1.0\r\nContent-Length: " + call.length() + "\r\n\r\n";
      assertThat(client.send(head + call).untilClosed())
          .startsWith("HTTP/1.0 200 OK\r\ncontent-length: ")
          .doesNotContain("chunked");
    }
  }
}
