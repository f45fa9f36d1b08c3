package org.xapitck.simulator.fault.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.admin.AdminClient;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.support.RawHttp;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** Each fault strikes the calls that are meant, as it is meant to, and no other. */
class FaultsTest {
  private final TestServer server = TestServer.start();
  private final AdminClient admin = new AdminClient(server.port());
  private final String ref = server.task("read-only");

  @AfterEach
  void close() {
    server.close();
  }

  private String status(Wire wire) {
    return server.as("read-only", wire, "task.get_status", ref);
  }

  private String fault(String json) {
    return admin.post("/faults", json.replace('\'', '"')).get("id").asText();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aRefusalComesInTheFormOfTheWire(Wire wire) {
    String id = fault("{'message':'task.get_*','error':['HOST_OFFLINE','x']}");
    assertThat(status(wire)).isEqualTo(TestServer.refusal("HOST_OFFLINE", "x"));
    assertThat(server.as("read-only", wire, "task.cancel", ref)).doesNotStartWith("!");
    admin.done("DELETE", "/faults/" + id, "");
    assertThat(status(wire)).isEqualTo("\"pending\"");
  }

  @Test
  void aFaultOnOneWireLeavesTheOthersAlone() {
    fault("{'wire':'jsonrpc1','error':['X']}");
    assertThat(status(Wire.JSONRPC1)).isEqualTo(TestServer.refusal("X"));
    assertThat(status(Wire.JSONRPC2)).isEqualTo("\"pending\"");
    assertThat(status(Wire.XMLRPC)).isEqualTo("\"pending\"");
  }

  @Test
  void aFaultOfOneSessionLeavesTheOthersAlone() {
    fault("{'session':'" + server.session("read-only") + "','error':['X']}");
    assertThat(status(Wire.JSONRPC2)).isEqualTo(TestServer.refusal("X"));
    assertThat(server.as("vm-admin", Wire.JSONRPC2, "task.get_status", ref))
        .isEqualTo("\"pending\"");
  }

  @Test
  void theFirstThreeFailAndTheFourthWorks() {
    fault("{'message':'task.get_status','count':3,'error':['X']}");
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(status(Wire.JSONRPC2));
    }
    assertThat(seen).containsExactly("![\"X\"]", "![\"X\"]", "![\"X\"]", "\"pending\"");
    JsonNode fault = admin.get("/faults").get("faults").get(0);
    assertThat(fault.get("struck").asInt()).isEqualTo(3);
  }

  @Test
  void chanceIsTheSameForTheSameSeed() {
    List<List<String>> runs = new ArrayList<>();
    for (int seed : new int[] {1, 1, 2}) {
      String id = fault("{'probability':0.5,'seed':" + seed + ",'error':['X']}");
      List<String> run = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        run.add(status(Wire.JSONRPC2));
      }
      runs.add(run);
      admin.done("DELETE", "/faults/" + id, "");
    }
    assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
    assertThat(runs.get(0)).contains("![\"X\"]", "\"pending\"");
  }

  @Test
  void anHttpStatusComesInsteadOfAnAnswer() {
    fault("{'status':503}");
    HttpResponse<String> response =
        server.post("/", Wire.XMLRPC.call("task.get_status", server.session("read-only"), ref));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("503");
  }

  @Test
  void anAnswerIsCutBehindItsHead() throws Exception {
    fault("{'message':'task.get_status','cut':10}");
    String call = Wire.JSONRPC2.call("task.get_status", server.session("read-only"), ref);
    String all =
        RawHttp.exchange(
            server.port(),
            "POST /jsonrpc HTTP/1.1\r\nHost: x\r\nContent-Length: "
                + call.length()
                + "\r\n\r\n"
                + call);
    String body = all.substring(all.indexOf("\r\n\r\n") + 4);
    assertThat(all).startsWith("HTTP/1.1 200 OK");
    assertThat(body).isEqualTo("{\"jsonrpc\"");
    assertThatThrownBy(() -> status(Wire.JSONRPC2)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aResetConnectionIsOne() {
    fault("{'reset':true}");
    assertThatThrownBy(() -> status(Wire.JSONRPC2))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void aCallWithoutAnAnswerIsDoneOnlyWhereThatIsMeant() throws Exception {
    for (boolean served : new boolean[] {false, true}) {
      int before = admin.get("/tasks").get("tasks").size();
      String id = fault("{'message':'task.create','reset':true,'served':" + served + "}");
      assertThatThrownBy(() -> server.task("read-only")).isInstanceOf(UncheckedIOException.class);
      // a client may send again what was reset, so it is not counted
      assertThat(admin.get("/tasks").get("tasks").size() > before).isEqualTo(served);
      admin.done("DELETE", "/faults/" + id, "");
    }
  }

  @Test
  void silenceLastsAndNeitherBlocksOthersNorTheControl() throws Exception {
    fault("{'message':'task.get_status','silence':true}");
    String call = Wire.JSONRPC2.call("task.get_status", server.session("read-only"), ref);
    String request =
        "POST /jsonrpc HTTP/1.1\r\nHost: x\r\nContent-Length: " + call.length() + "\r\n\r\n" + call;
    List<Socket> silent = new ArrayList<>();
    try {
      // more than there are threads
      for (int i = 0; i < 20; i++) {
        silent.add(new Socket("127.0.0.1", server.port()));
        silent.get(i).getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      }
      admin.post(
          "/calls/await", "{\"message\":\"task.get_status\",\"count\":20,\"outcome\":\"silence\"}");
      assertThat(server.as("read-only", Wire.JSONRPC2, "task.get_progress", ref)).isEqualTo("0.0");
      for (Socket socket : silent) {
        assertThat(socket.getInputStream().available()).isZero();
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void noFaultReachesTheControl() {
    fault("{'reset':true}");
    admin.done("PUT", "/seeds", "{\"variants\": []}");
    assertThat(admin.get("/health").get("faults").asInt()).isOne();
  }

  @Test
  void aDelayIsOfTheSimulatorsTime() throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults().withClock(SimulatorClock.frozen(Instant.EPOCH));
    try (TestServer frozen = TestServer.start(options)) {
      String task = frozen.task("read-only");
      frozen
          .simulator()
          .control()
          .faults()
          .add(FaultRule.on("task.get_status", new Effect.Delay(Duration.ofSeconds(5))));
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(
              () -> frozen.as("read-only", Wire.JSONRPC2, "task.get_status", task));
      new AdminClient(frozen.port()).post("/calls/await", "{\"message\":\"task.get_status\"}");
      frozen.simulator().advance(Duration.ofSeconds(4));
      assertThat(answer).isNotDone();
      Waiting.until(
          () -> {
            // the call is noted a moment before it is delayed
            frozen.simulator().advance(Duration.ofSeconds(5));
            return answer.isDone();
          },
          "the answer");
      assertThat(answer.join()).isEqualTo("\"pending\"");
    }
  }

  @Test
  void aDefectIsSwitchedOnAndOffWhileItRuns() {
    String before = server.as("read-only", Wire.XMLRPC, "task.get_all");
    admin.done("PUT", "/seeds", "{\"defects\": [\"list-empty\"], \"variants\": [\"chunked\"]}");
    assertThat(server.as("read-only", Wire.XMLRPC, "task.get_all")).isEqualTo("[]");
    HttpResponse<String> response =
        server.post("/jsonrpc", Wire.JSONRPC2.call("task.get_all", server.session("read-only")));
    assertThat(response.headers().firstValue("x-seeded-defects")).contains("list-empty");
    assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
    admin.done("PUT", "/seeds", "{}");
    assertThat(server.as("read-only", Wire.XMLRPC, "task.get_all")).isEqualTo(before);
    response =
        server.post("/jsonrpc", Wire.JSONRPC2.call("task.get_all", server.session("read-only")));
    assertThat(response.headers().map()).doesNotContainKeys("x-seeded-defects");
  }

  @Test
  void aDefectOfTheStartIsSwitchedOffAndComesBackWithAReset() throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withSeeds(org.xapitck.simulator.fault.Seeds.of(List.of("list-empty"), List.of()));
    try (TestServer seeded = TestServer.start(options)) {
      AdminClient http = new AdminClient(seeded.port());
      seeded.task("read-only");
      assertThat(seeded.as("read-only", Wire.XMLRPC, "task.get_all")).isEqualTo("[]");
      http.done("PUT", "/seeds", "{}");
      assertThat(seeded.as("read-only", Wire.XMLRPC, "task.get_all")).isNotEqualTo("[]");
      http.post("/reset", "");
      assertThat(http.get("/seeds").get("defects").get(0).asText()).isEqualTo("list-empty");
      assertThat(
              http.send("PUT", "/seeds", "{\"variants\": [\"other-config-of-owners\"]}").status())
          .isEqualTo(400);
    }
  }
}
