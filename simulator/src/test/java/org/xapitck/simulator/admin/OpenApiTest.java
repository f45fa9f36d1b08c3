package org.xapitck.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.support.TestServer;

/**
 * Holds the OpenAPI document to the truth: it is one, each of its operations is called, and each
 * answer has the form that it states.
 */
class OpenApiTest {

  /** A call of each operation, in an order in which all can be done. */
  private static final Map<String, String> CALLS = calls();

  private static Map<String, String> calls() {
    Map<String, String> calls = new LinkedHashMap<>();
    calls.put("health", "");
    calls.put("describe", "");
    calls.put(
        "addTask",
        "{'label':'a','status':'failure','progress':0.5,'error':['X','y'],'result':'r',"
            + "'other_config':{'k':'v'},'owner':'read-only','parts':[{'label':'b'}]}");
    calls.put("listTasks", "");
    calls.put("getTask", "");
    calls.put("changeTask", "{'status':'success','progress':1}");
    calls.put("listSessions", "");
    calls.put("getClock", "");
    calls.put("freezeClock", "");
    calls.put("advanceClock", "{'seconds':1.5}");
    calls.put("setClock", "{'now':'NOW'}");
    calls.put("runClock", "");
    calls.put("listCalls", "?message=task.*&limit=5");
    calls.put("countCalls", "?outcome=ok");
    calls.put("awaitCalls", "{'count':1,'timeout':0}");
    calls.put("forgetCalls", "");
    calls.put("addFault", "{'message':'task.*','throttle':{'burst':1,'per_second':2}}");
    calls.put("listFaults", "");
    calls.put("removeFault", "");
    calls.put("removeFaults", "");
    calls.put(
        "setStubs",
        "{'messages':{'VM.start':{'error':['X']},'VM.get_all':[]},'plugins':{'p':{'f':'x'}}}");
    calls.put("addStubs", "{'objects':{'VM':[{'ref':'OpaqueRef:a','name_label':'web'}]}}");
    calls.put("listStubs", "");
    calls.put("removeStubs", "");
    calls.put("setSeeds", "{'defects':['list-empty'],'variants':['chunked']}");
    calls.put("listSeeds", "");
    calls.put("sessionExpired", "{'user':'read-only'}");
    calls.put("sessionsDropped", "");
    calls.put("taskCancelled", "{'ends':'failure','owner':'read-only'}");
    calls.put("taskCollected", "{}");
    calls.put("misleadingProgress", "{'progress':'falls'}");
    calls.put("rateLimit", "{'burst':10,'per_second':100}");
    calls.put("slave", "{'master':'192.0.2.1'}");
    calls.put("promotion", "");
    calls.put("toolstackRestart", "{'tasks':'pending','events':'silent'}");
    calls.put("removeTask", "");
    calls.put("removeTasks", "");
    calls.put("reset", "");
    return calls;
  }

  @Test
  void theDocumentIsOne() throws Exception {
    try (TestServer server = TestServer.start();
        InputStream in = getClass().getResourceAsStream("openapi-3.0.json")) {
      JsonNode document = new AdminClient(server.port()).get("/openapi.json");
      JsonNode schema = AdminClient.JSON.readTree(in);
      assertThat(faults(schema, document, true)).isEmpty();
      List<String> ids = new ArrayList<>();
      operations(document).forEach((id, operation) -> ids.add(id));
      assertThat(new TreeSet<>(ids)).hasSameSizeAs(ids);
    }
  }

  @Test
  void eachOperationIsCalledAndAnswersAsItStates() {
    try (TestServer server = TestServer.start()) {
      AdminClient admin = new AdminClient(server.port());
      Map<String, Operation> operations = operations(admin.get("/openapi.json"));
      assertThat(CALLS.keySet()).containsExactlyInAnyOrderElementsOf(operations.keySet());
      server.as("pool-admin", org.xapitck.simulator.support.Wire.JSONRPC2, "task.get_all");
      CALLS.forEach((id, body) -> call(admin, id, operations.get(id), body));
    }
  }

  private static void call(AdminClient admin, String id, Operation operation, String given) {
    String path = operation.path().substring("/__admin".length());
    path = path.replace("{ref}", "{id}");
    if (path.contains("{id}")) {
      // whatever is there last
      boolean task = path.startsWith("/tasks");
      JsonNode there = admin.get(task ? "/tasks" : "/faults").get(task ? "tasks" : "faults");
      String last = there.isEmpty() ? made(admin) : there.get(0).get(task ? "ref" : "id").asText();
      path = path.replace("{id}", last);
    }
    boolean query = given.startsWith("?");
    AdminClient.Response response =
        admin.send(
            operation.method(),
            query ? path + given : path,
            query ? "" : given.replace('\'', '"').replace("NOW", now(admin)));
    assertThat(response.status()).as(id + " " + response.body()).isEqualTo(operation.status());
    assertThat(faults(operation.answer(), response.body(), false)).as(id).isEmpty();
  }

  private static String now(AdminClient admin) {
    return admin.get("/clock").get("now").asText();
  }

  private static String made(AdminClient admin) {
    return admin.post("/tasks", "{}").get("ref").asText();
  }

  /** What the document says of an operation. */
  private record Operation(String method, String path, int status, JsonNode answer) {}

  private static Map<String, Operation> operations(JsonNode document) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one -> {
                          JsonNode responses = one.getValue().get("responses");
                          String status = responses.fieldNames().next();
                          Operation operation =
                              new Operation(
                                  one.getKey().toUpperCase(java.util.Locale.ROOT),
                                  path.getKey(),
                                  Integer.parseInt(status),
                                  responses.at("/" + status + "/content/application~1json/schema"));
                          String id = one.getValue().get("operationId").asText();
                          assertThat(operations.put(id, operation)).as(id).isNull();
                        }));
    return operations;
  }

  private static List<String> faults(JsonNode schema, JsonNode value, boolean old) {
    return SchemaRegistry.withDialect(old ? Dialects.getDraft4() : Dialects.getDraft202012())
        .getSchema(schema)
        .validate(value)
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
