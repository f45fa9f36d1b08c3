package org.xapitck.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/** What the control does shows to a client of the API, and what a client does shows there. */
class AdminTest {
  private final TestServer server = TestServer.start();
  private final AdminClient admin = new AdminClient(server.port());

  @AfterEach
  void close() {
    server.close();
  }

  private String get(String field, String ref) {
    return server.as("read-only", Wire.JSONRPC2, "task.get_" + field, ref);
  }

  @Test
  void aTaskIsInAnyStateAtOnce() {
    JsonNode task =
        admin.post(
            "/tasks",
            """
            {"label": "odd", "description": "d", "status": "cancelling", "progress": 0.25,
             "result": "r", "error": ["A", "b"], "other_config": {"k": "v"}, "owner": "read-only",
             "parts": [{"label": "one", "status": "success"}, {"label": "two"}]}
            """);
    String ref = task.get("ref").asText();
    assertThat(get("name_label", ref)).isEqualTo("\"odd\"");
    assertThat(get("name_description", ref)).isEqualTo("\"d\"");
    assertThat(get("status", ref)).isEqualTo("\"cancelling\"");
    assertThat(get("progress", ref)).isEqualTo("0.25");
    assertThat(get("result", ref)).isEqualTo("\"r\"");
    assertThat(get("error_info", ref)).isEqualTo("[\"A\",\"b\"]");
    assertThat(get("other_config", ref)).isEqualTo("{\"k\":\"v\"}");
    assertThat(task.get("parts")).hasSize(2);
    String part = task.get("parts").get(1).asText();
    assertThat(get("subtask_of", part)).isEqualTo("\"" + ref + "\"");
    assertThat(get("status", part)).isEqualTo("\"success\"");
    // its owner may change it, and no other of low role
    assertThat(server.as("read-only", Wire.JSONRPC2, "task.set_progress", ref, 0.5))
        .isEqualTo("\"\"");
    assertThat(server.as("vm-operator", Wire.JSONRPC2, "task.set_progress", ref, 0.5))
        .startsWith("![\"RBAC_PERMISSION_DENIED\"");
    admin.done("PATCH", "/tasks/" + ref, "{\"status\": \"failure\"}");
    assertThat(get("status", ref)).isEqualTo("\"failure\"");
    assertThat(get("progress", ref)).isEqualTo("0.5");
    admin.done("DELETE", "/tasks/" + ref, "");
    assertThat(get("status", ref)).isEqualTo(TestServer.refusal("HANDLE_INVALID", "task", ref));
    assertThat(admin.send("GET", "/tasks/" + ref, "").status()).isEqualTo(404);
  }

  @Test
  void aPlanMovesATaskByAClockThatIsFrozenWhileItRuns() {
    admin.post("/clock/freeze", "");
    String ref =
        admin
            .post(
                "/tasks",
                """
                {"label": "mine", "plan": {"steps": [{"after": 10, "progress": 0.5}], "after": 10,
                 "error": ["X", "y"]}}
                """)
            .get("ref")
            .asText();
    String slow = admin.post("/tasks", "{\"plan\": \"slow\"}").get("ref").asText();
    admin.post("/clock/advance", "{\"seconds\": 10}");
    assertThat(get("progress", ref)).isEqualTo("0.5");
    assertThat(get("progress", slow)).isEqualTo("0.3");
    Instant now = Instant.parse(admin.get("/clock").get("now").asText());
    admin.done("PUT", "/clock", "{\"now\": \"" + now.plusSeconds(20) + "\"}");
    assertThat(get("error_info", ref)).isEqualTo("[\"X\",\"y\"]");
    assertThat(get("status", slow)).isEqualTo("\"success\"");
    // neither back nor so far that its thread is busy for minutes
    for (Instant bad : List.of(now, now.plus(Duration.ofDays(400)))) {
      AdminClient.Response refused = admin.send("PUT", "/clock", "{\"now\": \"" + bad + "\"}");
      assertThat(refused.body().get("pointer").asText()).isEqualTo("/now");
    }
  }

  @Test
  void whatIsDueGoesOnAfterTheClockStoodStill() {
    String ref = admin.post("/tasks", "{\"plan\": \"success\"}").get("ref").asText();
    admin.post("/clock/freeze", "");
    admin.post("/clock/run", "");
    Waiting.until(() -> get("status", ref).equals("\"success\""), "the end of the task");
    assertThat(admin.send("POST", "/clock/advance", "{\"seconds\": 1}").status()).isEqualTo(409);
  }

  @Test
  void javaAndHttpDoTheSame() throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults().withClock(SimulatorClock.frozen(Instant.EPOCH));
    try (TestServer frozen = TestServer.start(options)) {
      AdminClient http = new AdminClient(frozen.port());
      String byJava = frozen.simulator().startTask("slow");
      http.post("/clock/advance", "{\"seconds\": 15}");
      frozen.simulator().advance(Duration.ofSeconds(15));
      assertThat(http.get("/tasks/" + byJava).get("status").asText()).isEqualTo("success");
      assertThat(http.get("/clock").get("now").asText()).isEqualTo("1970-01-01T00:00:30Z");
      assertThat(http.send("POST", "/clock/run", "").status()).isEqualTo(409);
      String byHttp = http.post("/tasks", "{\"label\": \"x\"}").get("ref").asText();
      assertThat(frozen.simulator().control().tasks().find(byHttp)).isPresent();
    }
  }

  @Test
  void theJournalTellsWhichCallsCame() {
    String ref = server.task("read-only");
    get("status", ref);
    server.as("read-only", Wire.XMLRPC, "task.get_status", "none");
    JsonNode calls = admin.get("/calls?message=task.get_*").get("calls");
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0).get("wire").asText()).isEqualTo("jsonrpc2");
    assertThat(calls.get(0).get("parameters").get(1).asText()).isEqualTo(ref);
    assertThat(calls.get(1).get("outcome").asText()).isEqualTo("HANDLE_INVALID");
    String session = server.session("read-only");
    assertThat(admin.get("/calls/count?session=" + session + "&outcome=ok").get("count").asInt())
        .isEqualTo(2);
    assertThat(admin.get("/calls/count?parameter=" + ref).get("count").asInt()).isOne();
    assertThat(admin.get("/calls/count?wire=jsonrpc1").get("count").asInt()).isZero();
    long newest = admin.get("/calls").get("newest").asLong();
    assertThat(admin.get("/calls/count?after=" + newest).get("count").asInt()).isZero();
    assertThat(admin.get("/calls?limit=1").get("calls")).hasSize(1);
    // no password, wherever it stands
    server.call(Wire.JSONRPC2, "session.login_with_password", "root", "other secret");
    assertThat(admin.get("/calls").toString()).contains("root").doesNotContain("secret");
  }

  @Test
  void theJournalIsBoundedAndSaysSo() {
    try (TestServer small = TestServer.start(SimulatorOptions.defaults().withJournal(3))) {
      AdminClient http = new AdminClient(small.port());
      for (int i = 0; i < 5; i++) {
        small.as("read-only", Wire.JSONRPC2, "task.get_all");
      }
      JsonNode answer = http.get("/calls");
      assertThat(answer.get("capacity").asInt()).isEqualTo(3);
      assertThat(answer.get("newest").asInt()).isEqualTo(6);
      assertThat(answer.get("calls").findValuesAsText("number")).containsExactly("4", "5", "6");
    }
  }

  @Test
  void aWaitForCallsHoldsNoThreadAndEndsWithTheCall() throws Exception {
    // more waits than there are threads, so one that held its thread would stop all others
    List<CompletableFuture<HttpResponse<String>>> waits = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      waits.add(
          admin.start("POST", "/calls/await", "{\"message\": \"task.create\", \"count\": 2}"));
    }
    server.task("read-only");
    assertThat(admin.get("/health").get("status").asText()).isEqualTo("running");
    assertThat(waits).noneMatch(CompletableFuture::isDone);
    server.task("read-only");
    for (CompletableFuture<HttpResponse<String>> wait : waits) {
      JsonNode answer = AdminClient.response(Waiting.result(wait, "the calls")).body();
      assertThat(answer.get("reached").asBoolean()).isTrue();
    }
    JsonNode late = admin.post("/calls/await", "{\"message\": \"none\", \"timeout\": 0.01}");
    assertThat(late.get("reached").asBoolean()).isFalse();
  }

  @Test
  void aResetMakesEverythingAsAtTheStart() {
    String before = server.login("read-only");
    server.task("read-only");
    admin.post("/faults", "{\"message\": \"task.*\", \"status\": 500}");
    admin.done("PUT", "/seeds", "{\"defects\": [\"list-empty\"]}");
    admin.post("/clock/freeze", "");
    JsonNode health = admin.post("/reset", "");
    server.reconnect();
    assertThat(health.get("tasks").asInt()).isZero();
    assertThat(health.get("sessions").asInt()).isZero();
    assertThat(health.get("faults").asInt()).isZero();
    assertThat(health.get("frozen").asBoolean()).isFalse();
    assertThat(admin.get("/calls").get("calls")).isEmpty();
    assertThat(admin.get("/seeds").get("defects")).isEmpty();
    assertThat(server.call(Wire.JSONRPC2, "task.get_all", before))
        .isEqualTo(TestServer.refusal("SESSION_INVALID", before));
    String after = server.login("read-only");
    server.call(Wire.JSONRPC2, "task.create", after, "a", "b");
    assertThat(server.call(Wire.JSONRPC2, "task.get_all", after)).contains("OpaqueRef");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST; /tasks; {'labl':'x'}; /labl; label",
        "POST; /tasks; {'status':'succes'}; /status; success",
        "POST; /tasks; {'parts':[{},{'progress':'x'}]}; /parts/1/progress; ''",
        "POST; /tasks; {'owner':'nobody'}; /owner; ''",
        "POST; /tasks; {'plan':'slw'}; /plan; slow",
        "POST; /tasks; {'plan':{'result':'x','steps':[{'after':1}]}}; /plan/steps/0/progress; ''",
        "POST; /tasks; {'plan':{}}; /plan; ''",
        "POST; /tasks; {'plan':'slow','status':'success'}; /status; label",
        "POST; /tasks; {'other_config':{'a/b':1}}; /other_config/a~1b; ''",
        "POST; /tasks; []; ''; ''",
        "POST; /tasks; {; ''; ''",
        "POST; /tasks; {'label':'a','label':'b'}; ''; ''",
        "POST; /faults; {}; ''; ''",
        "POST; /faults; {'delay':1,'status':500}; ''; ''",
        "POST; /faults; {'statsu':500}; /statsu; status",
        "POST; /faults; {'status':200}; /status; ''",
        "POST; /faults; {'error':[]}; /error; ''",
        "POST; /faults; {'wire':'xml','reset':true}; /wire; xmlrpc",
        "POST; /faults; {'probability':2,'reset':true}; /probability; ''",
        "PUT; /seeds; {'defects':['list-emty']}; /defects/0; list-empty",
        "PUT; /stubs; {'mesages':{}}; /mesages; messages",
        "PUT; /stubs; {'messages':{'task.get_all':1}}; /messages/task.get_all; ''",
        "POST; /stubs; {'messages':{'session.get_uuid':1}}; /messages/session.get_uuid; ''",
        "POST; /stubs; {'messages':{'VM.start':{'error':[]}}}; /messages/VM.start/error; ''",
        "POST; /stubs; {'plugins':{'a/b':{'f':1}}}; /plugins/a~1b/f; ''",
        "POST; /stubs; {'objects':{'VM':{}}}; /objects/VM; ''",
        "PUT; /clock; {'now':'yesterday'}; /now; ''",
        "POST; /clock/advance; {}; /seconds; ''",
        "POST; /scenarios/slave; {}; /master; ''",
        "POST; /scenarios/session-expired; {'session':'none'}; /session; ''",
        "POST; /scenarios/toolstack-restart; {'tasks':'lost'}; /tasks; gone",
        "POST; /scenarios/task-collected; {'task':'none'}; /task; ''",
        "GET; /calls?mesage=x; ''; ?/mesage; message",
        "GET; /calls?limit=many; ''; ?/limit; ''",
        "POST; /reset; {'all':true}; /all; ''"
      })
  void badInputIsToldItsPlaceAndTheNearestName(
      String method, String path, String body, String pointer, String nearest) {
    String text = body == null ? "" : body.replace('\'', '"');
    AdminClient.Response response = admin.send(method, path, text);
    assertThat(response.status()).as("%s", response.body()).isEqualTo(400);
    assertThat(response.body().get("pointer").asText()).isEqualTo(pointer == null ? "" : pointer);
    if (nearest != null && !nearest.isEmpty()) {
      assertThat(response.body().get("nearest").get(0).asText()).isEqualTo(nearest);
    }
    assertThat(admin.get("/tasks").get("tasks")).isEmpty();
    assertThat(admin.get("/faults").get("faults")).isEmpty();
    assertThat(admin.get("/stubs").get("messages")).isEmpty();
  }

  @Test
  void anUnknownPathIsToldThePathsThatAreThere() {
    AdminClient.Response response = admin.send("GET", "/task", "");
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.body().get("allowed").toString()).contains("/__admin/scenarios/slave");
    assertThat(response.body().get("nearest").get(0).asText()).isEqualTo("/__admin/tasks");
    assertThat(admin.send("PUT", "/tasks", "").whole().headers().firstValue("allow"))
        .contains("GET, POST, DELETE");
  }
}
