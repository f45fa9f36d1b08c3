package org.xapitck.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.stub.Reply;
import org.xapitck.simulator.stub.Stubs;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** Stubs that change over HTTP answer calls, as those that change in Java do. */
class StubOperationsTest {
  @Test
  void stubsComeAndGoByHttpAsByJava() throws Exception {
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withStubs(Stubs.NONE.withMessage("VM.start", Reply.of("at the start")));
    try (TestServer stubbed = TestServer.start(options)) {
      AdminClient http = new AdminClient(stubbed.port());
      JsonNode start = http.get("/stubs");
      assertThat(start.at("/messages/VM.start/value").asText()).isEqualTo("at the start");
      http.post(
          "/stubs",
          """
          {"messages": {"VM.clone": {"plan": "slow", "result": "OpaqueRef:new"}},
           "plugins": {"trim": {"do": "True"}},
           "objects": {"VM": [{"ref": "OpaqueRef:1", "name_label": "web", "VCPUs_max": 2}]}}
          """);
      assertThat(stubbed.as("read-only", Wire.XMLRPC, "VM.get_VCPUs_max", "OpaqueRef:1"))
          .isEqualTo("\"2\"");
      assertThat(stubbed.as("read-only", Wire.JSONRPC2, "VM.start")).isEqualTo("\"at the start\"");
      assertThat(stubbed.simulator().control().stubs().stubs().messages())
          .containsOnlyKeys("VM.start", "VM.clone");
      // what is told can be put again
      JsonNode all = http.get("/stubs");
      http.done("PUT", "/stubs", "{\"messages\": {\"VM.start\": 5}}");
      assertThat(stubbed.as("read-only", Wire.JSONRPC2, "VM.start")).isEqualTo("5");
      assertThat(stubbed.as("root", Wire.JSONRPC2, "VM.clone"))
          .isEqualTo(TestServer.refusal("MESSAGE_METHOD_UNKNOWN", "VM.clone"));
      assertThat(http.done("PUT", "/stubs", all.toString())).isEqualTo(all);
      stubbed.simulator().stubs().clear();
      assertThat(http.get("/stubs").get("messages")).isEmpty();
      http.post("/reset", "");
      assertThat(http.get("/stubs")).isEqualTo(start);
      stubbed.reconnect();
      assertThat(stubbed.as("read-only", Wire.JSONRPC2, "VM.start")).isEqualTo("\"at the start\"");
      assertThat(http.done("DELETE", "/stubs", "").get("messages")).isEmpty();
    }
  }
}
