package org.xapitck.simulator.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.NO_REF;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.admin.AdminClient;
import org.xapitck.simulator.control.BadDay;
import org.xapitck.simulator.journal.Entry;
import org.xapitck.simulator.journal.Query;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Bytes that come and go, and the task that shows them. */
class TransfersTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/import, <value><array><data><value>OpaqueRef:",
    "/import/, <value><array><data><value>OpaqueRef:",
    "/import_raw_vdi?vdi=OpaqueRef:disk, <value>OpaqueRef:disk</value>",
    "/import_raw_vdi/?vdi=OpaqueRef:disk&format=vhd, <value>OpaqueRef:disk</value>"
  })
  void aTaskMovesWithTheBytesAndEndsAsTheServers(String target, String result) throws Exception {
    String task = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(put(target, task, "Content-Length: 1000"));
      // before a byte of the body has come
      assertThat(client.head())
          .startsWith("HTTP/1.1 200 OK\r\nconnection: close\r\n")
          .contains("\r\ntask-id: " + task + "\r\ncontent-type: application/octet-stream\r\n")
          .doesNotContain("content-length");
      assertThat(field("status", task)).isEqualTo("\"pending\"");
      client.send("x".repeat(250));
      until(() -> field("progress", task).equals("0.25"), "a quarter");
      client.send("x".repeat(500));
      until(() -> field("progress", task).equals("0.75"), "three quarters");
      assertThat(field("status", task)).isEqualTo("\"pending\"");
      client.send("x".repeat(250));
      assertThat(client.rest()).isEmpty();
    }
    assertThat(field("status", task)).isEqualTo("\"success\"");
    assertThat(field("progress", task)).isEqualTo("1.0");
    assertThat(field("result", task)).startsWith("\"" + result);
    assertThat(field("finished", task)).isNotEqualTo("\"19700101T00:00:00Z\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/import, '[\"IMPORT_ERROR_PREMATURE_EOF\"]'",
    "/import_raw_vdi?vdi=x, '[\"VDI_IO_ERROR\",\"Device I/O errors\"]'"
  })
  void aTransferThatBreaksFailsItsTask(String target, String error) throws Exception {
    String closed = server.task("pool-admin");
    String shut = server.task("pool-admin");
    try (Client client = new Client()) {
      // the length that Xen Orchestra gives where it knows none
      client.send(put(target, closed, "Content-Length: 1125899906842624"));
      client.head();
      client.send("some");
    }
    until(() -> field("status", closed).equals("\"failure\""), "the failure");
    assertThat(field("error_info", closed)).isEqualTo(error);
    try (Client client = new Client()) {
      client.send(put(target, shut, "Content-Length: 10"));
      client.head();
      client.send("some");
      client.socket.shutdownOutput();
      client.rest();
    }
    until(() -> field("status", shut).equals("\"failure\""), "the failure");
    assertThat(field("error_info", shut)).isEqualTo(error);
  }

  @Test
  void aBodyWithoutALengthEndsWithTheConnectionsOtherHalf() throws Exception {
    String task = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(
          "PUT /import_raw_vdi?vdi=x&session_id="
              + server.session("pool-admin")
              + "&task_id="
              + task
              + " HTTP/1.0\r\n\r\nGET / HTTP/1.1\r\n\r\n");
      client.head();
      client.send("POST / what a decoder would take for a request\r\n\r\n");
      assertThat(field("status", task)).isEqualTo("\"pending\"");
      client.socket.shutdownOutput();
      assertThat(client.rest()).isEmpty();
    }
    assertThat(field("status", task)).isEqualTo("\"success\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/export?uuid=x, application/octet-stream, export.xva, 4096",
    "/export/?ref=x, application/octet-stream, export.xva, 4096",
    "/export_raw_vdi?vdi=x, application/octet-stream, export.raw, 4096",
    "/export_raw_vdi/?vdi=x&format=vhd, application/vhd, export.vhd, 4096"
  })
  void anExportSendsASmallBodyAndEndsItsTask(String target, String type, String name, int size)
      throws Exception {
    String task = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(get(target, task));
      assertThat(client.head()).contains("task-id: " + task, type, name);
      assertThat(client.rest()).hasSize(size);
    }
    until(() -> !field("status", task).equals("\"pending\""), "the end");
    assertThat(field("status", task)).isEqualTo("\"success\"");
    assertThat(field("result", task)).isEqualTo("\"\"");
  }

  @Test
  void withoutATaskOneIsMade() throws Exception {
    try (Client client = new Client()) {
      client.send(put("/import", "", "Content-Length: 0"));
      String ref = client.head().replaceAll("(?s).*task-id: (\\S*)\r.*", "$1");
      client.rest();
      assertThat(field("name_label", ref)).isEqualTo("\"VM.import\"");
      assertThat(field("status", ref)).isEqualTo("\"success\"");
    }
    try (Client client = new Client()) {
      client.send(get("/export_raw_vdi?vdi=x", ""));
      String ref = client.head().replaceAll("(?s).*task-id: (\\S*)\r.*", "$1");
      assertThat(field("name_label", ref)).isEqualTo("\"Exporting raw VDI\"");
    }
  }

  /** It is asked for every few seconds, so xapi makes no task for it. */
  @Test
  void updatesOfMeasurementsMakeNoTaskButEndOne() throws Exception {
    String before = as("task.get_all");
    assertThat(answer(get("/rrd_updates?start=0", ""))).contains("text/xml", "<xport><meta>");
    assertThat(as("task.get_all")).isEqualTo(before);
    String task = server.task("pool-admin");
    assertThat(answer(get("/rrd_updates?start=0&json=true", task)))
        .contains("application/json", "{\"meta\":");
    until(() -> field("status", task).equals("\"success\""), "the end");
    assertThat(answer(get("/rrd_updates", ""))).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void whoHasNoSessionIsAskedForAPasswordAndTheTaskStays() throws Exception {
    String task = server.task("pool-admin");
    String unknown =
        answer("PUT /import?session_id=" + NO_REF + "&task_id=" + task + " HTTP/1.1\r\n\r\n");
    assertThat(unknown)
        .startsWith("HTTP/1.1 401 Unauthorized\r\n")
        .contains("WWW-Authenticate: Basic realm=\"VM.import\"", "HTTP 401 unauthorised");
    assertThat(answer("GET /export?uuid=x HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 401 ");
    assertThat(answer("GET /export?uuid=x HTTP/1.1\r\n" + basic("root:wrong") + "\r\n"))
        .startsWith("HTTP/1.1 401 ");
    assertThat(field("status", task)).isEqualTo("\"pending\"");
  }

  @Test
  void aPasswordOrACookieDoAsWell() throws Exception {
    assertThat(answer("GET /export?uuid=x HTTP/1.1\r\n" + basic("root:secret") + "\r\n"))
        .startsWith("HTTP/1.1 200 OK");
    String task = server.task("pool-admin");
    String cookie =
        "Cookie: session_id=" + server.session("pool-admin") + "; task_id=" + task + "\r\n";
    assertThat(answer("GET /export?uuid=x HTTP/1.1\r\n" + cookie + "\r\n"))
        .contains("task-id: " + task);
    // the session of the password was for that transfer alone
    assertThat(as("session.get_all_subject_identifiers").split(",")).hasSize(1);
  }

  @Test
  void aRoleThatMayNotFailsItsTask() throws Exception {
    String task = server.task("read-only");
    String head = "PUT /import?session_id=" + server.session("read-only") + "&task_id=" + task;
    assertThat(answer(head + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    assertThat(field("error_info", task))
        .startsWith("[\"RBAC_PERMISSION_DENIED\",\"http/put_import\",");
    String updates = "GET /rrd_updates?start=0&session_id=" + server.session("read-only");
    assertThat(answer(updates + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /import_raw_vdi, '', 400, VDI_MISSING",
    "PUT, /import_raw_vdi?vdi=x&format=zip, '', 404, Unknown format zip",
    "PUT, /import_raw_vdi?vdi=x, Transfer-Encoding: chunked, 404, Cannot handle encoding: chunked",
    "PUT, /import, Transfer-Encoding: chunked, 403, IMPORT_ERROR_CANNOT_HANDLE_CHUNKED",
    "GET, /export_raw_vdi, '', 400, VDI_MISSING"
  })
  void whatCannotBeDoneFailsItsTask(
      String verb, String target, String header, int status, String error) throws Exception {
    String task = server.task("pool-admin");
    String request =
        verb.equals("PUT")
            ? put(target, task, header.isEmpty() ? "X: y" : header)
            : get(target, task);
    assertThat(answer(request)).startsWith("HTTP/1.1 " + status + " ");
    assertThat(field("status", task)).isEqualTo("\"failure\"");
    assertThat(field("error_info", task)).contains(error);
  }

  @Test
  void aTaskThatIsNotThereAndAnExportOfNothingAreMistakes() throws Exception {
    assertThat(answer(get("/export?uuid=x", NO_REF)))
        .startsWith("HTTP/1.1 500 ")
        .contains("HANDLE_INVALID");
    assertThat(answer(get("/export", ""))).startsWith("HTTP/1.1 500 ");
  }

  @Test
  void aCancelEndsATransfer() throws Exception {
    String task = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(put("/import", task, "Content-Length: 1000"));
      client.head();
      as("task.cancel", task);
      assertThat(client.rest()).isEmpty();
    }
    assertThat(field("status", task)).isEqualTo("\"cancelled\"");
  }

  @Test
  void theJournalNotesHowEachTransferEnded() throws Exception {
    String task = server.task("pool-admin");
    String session = server.session("pool-admin");
    try (Client client = new Client()) {
      client.send(put("/import_raw_vdi?vdi=x", task, "Content-Length: 4"));
      client.head();
      assertThat(noted(0).outcome()).isEmpty();
      client.send("some");
      client.rest();
    }
    assertThat(noted(0).outcome()).isEqualTo("ok");
    assertThat(noted(0).wire()).isEqualTo("http");
    assertThat(noted(0).session()).isEqualTo(session);
    assertThat(noted(0).call())
        .isEqualTo(
            new Call(
                "PUT /import_raw_vdi",
                List.of(Value.of(session), Value.of(task), Value.texts(Map.of("vdi", "x")))));
    answer(get("/export?uuid=x", NO_REF));
    assertThat(noted(1).outcome()).isEqualTo("HTTP 500");
    String cancelled = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(put("/import", cancelled, "Content-Length: 1000"));
      client.head();
      as("task.cancel", cancelled);
      client.rest();
    }
    assertThat(noted(2).outcome()).isEqualTo("cancelled");
    try (Client client = new Client()) {
      client.send(put("/import", server.task("pool-admin"), "Content-Length: 1000"));
      client.head();
    }
    until(() -> noted(3).outcome().equals("broken"), "the broken transfer");
    JsonNode count = new AdminClient(server.port()).get("/calls/count?wire=http&outcome=ok");
    assertThat(count.get("count").asInt()).isEqualTo(1);
  }

  private Entry noted(int place) {
    return server.simulator().control().journal().find(Query.of("* /*")).get(place);
  }

  @Test
  void aResetCutsATransferAndKnowsNothingOfIt() throws Exception {
    try (Client client = new Client()) {
      client.send(put("/import", server.task("pool-admin"), "Content-Length: 1000"));
      client.head();
      server.simulator().control().reset();
      assertThat(client.rest()).isEmpty();
    }
    assertThat(server.simulator().control().tasks().all()).isEmpty();
    server.reconnect();
    assertThat(as("task.get_all")).isEqualTo("[]");
  }

  @Test
  void aRestartCutsATransferAndLeavesItsTaskPending() throws Exception {
    String task = server.task("pool-admin");
    try (Client client = new Client()) {
      client.send(put("/import", task, "Content-Length: 1000"));
      client.head();
      server
          .simulator()
          .control()
          .badDay()
          .toolstackRestart(BadDay.Tasks.PENDING, BadDay.Events.LOST);
      assertThat(client.rest()).isEmpty();
    }
    server.reconnect();
    assertThat(field("status", task)).isEqualTo("\"pending\"");
  }

  @Test
  void aQueryThatCannotBeReadIsNoTransfer() throws Exception {
    assertThat(answer("GET /?a=%zz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    assertThat(answer("PUT /import?a=%zz HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void theOtherVerbAndOtherPathsAreWhatTheyWere() throws Exception {
    String session = "?session_id=" + server.session("root");
    for (String line : new String[] {"GET /import", "PUT /export", "GET /importer", "PUT /"}) {
      assertThat(answer(line + session + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
    }
  }

  private String put(String target, String task, String header) {
    return request("PUT", target, task) + header + "\r\n\r\n";
  }

  private String get(String target, String task) {
    return request("GET", target, task) + "\r\n";
  }

  private String request(String verb, String target, String task) {
    return verb
        + " "
        + target
        + (target.contains("?") ? "&" : "?")
        + "session_id="
        + server.session("pool-admin")
        + (task.isEmpty() ? "" : "&task_id=" + task)
        + " HTTP/1.1\r\nHost: x\r\n";
  }

  private static String basic(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(bytes) + "\r\n";
  }

  private String answer(String request) throws Exception {
    try (Client client = new Client()) {
      client.send(request);
      return client.rest();
    }
  }

  private String field(String field, String task) {
    return as("task.get_" + field, task);
  }

  private String as(String method, Object... parameters) {
    return server.as("root", Wire.JSONRPC2, method, parameters);
  }

  private static void until(Callable<Boolean> condition, String what) throws Exception {
    Waiting.until(condition::call, what);
  }

  /** A connection that sends exactly what it is told. */
  private final class Client implements AutoCloseable {
    private final Socket socket;

    Client() throws Exception {
      socket = new Socket("127.0.0.1", server.port());
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(Waiting.MILLIS);
    }

    void send(String text) throws Exception {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    String head() throws Exception {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      return head.toString();
    }

    /** What comes until the server ends it. */
    String rest() throws Exception {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
