package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Value;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.WireClient;

/**
 * How the clients use connections: kept, never trusted, and no call that changes something is sent
 * twice.
 */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class ConnectionsTest {

  private static byte[] answer(Wire wire, ScriptedServer.Request request, String text) {
    String value = wire == Wire.XMLRPC ? text : '"' + text + '"';
    return ScriptedServer.ok(Talk.success(wire, value).replace("{id}", request.id()).getBytes());
  }

  @ParameterizedTest
  @EnumSource
  void callsInARowShareAConnection(Wire wire) throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""));
        WireClient client = Talk.client(wire, server.url())) {
      for (int i = 0; i < 10; i++) {
        assertThat(client.call("task.set_status", List.of("a")).violations()).isEmpty();
      }
      assertThat(server.connections).hasValue(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void eightThreadsNeverMixTheirAnswers(Wire wire) throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (request, connection) -> {
                  String text = request.text().replaceAll("(?s).*(label-\\d+).*", "$1");
                  connection.send(answer(wire, request, text));
                });
        WireClient client = Talk.client(wire, server.url())) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String label = "label-" + i;
        answers.add(threads.submit(() -> client.call("task.create", List.of(label)).answer()));
      }
      for (int i = 0; i < 200; i++) {
        assertThat(answers.get(i).get())
            .isEqualTo(new Answer.Success(new Value.Text("label-" + i)));
      }
      threads.shutdown();
      assertThat(server.connections.get()).isLessThanOrEqualTo(8);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONRPC1", "JSONRPC2"})
  void idsDifferFromCallToCall(Wire wire) throws Exception {
    try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""));
        WireClient client = Talk.client(wire, server.url())) {
      Set<String> ids = new TreeSet<>();
      for (int i = 0; i < 5; i++) {
        client.call("task.set_status", List.of("a"));
        ids.add(server.requests.get(i).id());
      }
      assertThat(ids).hasSize(5).doesNotContain("0");
    }
  }

  /** Closes each connection after its first answer, without a word. */
  private static ScriptedServer closingAfterEachAnswer(Wire wire) {
    return new ScriptedServer(
        (request, connection) -> {
          connection.send(answer(wire, request, ""));
          connection.close();
        });
  }

  @ParameterizedTest
  @EnumSource
  void readingCallsSurviveAServerThatClosesWithoutAWord(Wire wire) throws Exception {
    try (ScriptedServer server = closingAfterEachAnswer(wire);
        WireClient client = Talk.client(wire, server.url())) {
      for (int i = 0; i < 10; i++) {
        assertThat(client.call("task.get_result", List.of("a")).answer())
            .isEqualTo(new Answer.Success(new Value.Text("")));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangingCallIsNeverSentTwice(Wire wire) throws Exception {
    try (ScriptedServer server = new ScriptedServer((request, connection) -> connection.close());
        WireClient client = Talk.client(wire, server.url())) {
      Exchange exchange = client.call("task.create", List.of("a"));
      assertThat(Talk.reason(exchange)).startsWith("no HTTP answer from 127.0.0.1");
      assertThat(exchange.answered()).isFalse();
      assertThat(server.requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterOneUnexpectedCloseNoConnectionIsKept(Wire wire) throws Exception {
    try (ScriptedServer server = closingAfterEachAnswer(wire);
        WireClient client = Talk.client(wire, server.url())) {
      int failures = 0;
      for (int i = 0; i < 20; i++) {
        Exchange exchange = client.call("task.create", List.of("a"));
        failures += exchange.answer() instanceof Answer.Success ? 0 : 1;
      }
      assertThat(failures).isLessThanOrEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfHttp10OrInChunksIsAsGood(Wire wire) throws Exception {
    String body = Talk.success(wire, "\"\"");
    try (ScriptedServer server =
            new ScriptedServer(
                (request, connection) -> {
                  String own = body.replace("{id}", request.id());
                  if (request.text().contains("chunks")) {
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    for (char c : own.toCharArray()) {
                      connection.send("1\r\n" + c + "\r\n");
                    }
                    connection.send("0\r\n\r\n");
                  } else {
                    connection.send("HTTP/1.0 200 OK\r\n\r\n" + own);
                    connection.close();
                  }
                });
        WireClient client = Talk.client(wire, server.url())) {
      for (String kind : List.of("chunks", "old", "chunks")) {
        Exchange exchange = client.call("task.create", List.of(kind));
        assertThat(exchange.answer()).isInstanceOf(Answer.Success.class);
        assertThat(exchange.violations()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', /, /jsonrpc",
    "/, /, /jsonrpc",
    "/RPC2, /RPC2/, /RPC2/jsonrpc",
    "/xen, /xen/, /xen/jsonrpc",
    "/jsonrpc, /, /jsonrpc",
    "/xen/, /xen/, /xen/jsonrpc",
    "/xen/jsonrpc, /xen/, /xen/jsonrpc",
  })
  void eachWireHasItsPath(String path, String xml, String json) throws Exception {
    for (Wire wire : Wire.values()) {
      try (ScriptedServer server = ScriptedServer.saying(Talk.success(wire, "\"\""))) {
        URI url = URI.create(server.url().toString().replaceAll("/$", path));
        try (WireClient client = Talk.client(wire, url)) {
          client.call("task.create", List.of());
        }
        String expected = wire == Wire.XMLRPC ? xml : json;
        String head = server.requests.get(0).head();
        assertThat(head).startsWith("POST " + expected + " HTTP/1.1\r\n").hasSizeLessThan(400);
        assertThat(head)
            .contains("Content-Type: " + (wire == Wire.XMLRPC ? "text/xml" : "application/json"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ftp://host/", "http:/host", "host", "mailto:a@b"})
  void aUrlThatCannotBeCalledIsRefusedInOneSentence(URI url) {
    assertThatThrownBy(() -> Talk.client(Wire.XMLRPC, url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(url + " ")
        .hasMessageContaining("allowed is http or https, a host");
  }

  @Test
  void namesTellWhatOnlyReads() {
    assertThat(List.of("task.get_all", "host.get_record", "system.listMethods"))
        .allMatch(name -> Call.judged(name, List.of()).isRepeatable());
    assertThat(List.of("task.create", "session.login_with_password", "task.set_progress", "get.x"))
        .noneMatch(name -> Call.judged(name, List.of()).isRepeatable());
  }
}
