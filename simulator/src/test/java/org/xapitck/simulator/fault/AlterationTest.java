package org.xapitck.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.dispatch.Message;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Codec;
import org.xapitck.simulator.rpc.MalformedRequest;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** A server can be made wrong at three places, and only there. */
class AlterationTest {

  @Test
  void aMessageCanDoSomethingElse() {
    Alteration forgetful =
        new Alteration() {
          @Override
          public Message message(Message right) {
            return right.name().equals("task.destroy")
                ? right.withHandler((caller, parameters) -> Value.VOID)
                : right;
          }
        };
    try (TestServer server = start(forgetful)) {
      String ref = server.task("root");
      server.as("root", Wire.XMLRPC, "task.set_status", ref, "success");
      assertThat(server.as("root", Wire.XMLRPC, "task.destroy", ref)).isEqualTo("\"\"");
      assertThat(server.as("root", Wire.XMLRPC, "task.get_status", ref)).isEqualTo("\"success\"");
    }
  }

  @Test
  void anAnswerCanBeAnotherOneOnEveryWire() {
    Alteration refusing =
        new Alteration() {
          @Override
          public RpcEndpoint.Api api(RpcEndpoint.Api right) {
            return (call, then) -> {
              if (call.method().equals("task.cancel")) {
                then.accept(new Answer.Failure("OPERATION_NOT_ALLOWED", List.of("no")));
              } else {
                right.call(call, then);
              }
            };
          }
        };
    try (TestServer server = start(refusing)) {
      for (Wire wire : Wire.values()) {
        assertThat(server.as("root", wire, "task.cancel", "any"))
            .isEqualTo(refusal("OPERATION_NOT_ALLOWED", "no"));
      }
    }
  }

  @Test
  void aWireCanSpeakAnotherWay() {
    Alteration typed =
        new Alteration() {
          @Override
          public Codec codec(Codec right) {
            return new Codec() {
              @Override
              public String contentType() {
                return right.contentType() + "; charset=utf-8";
              }

              @Override
              public Request read(byte[] body) throws MalformedRequest {
                return right.read(body);
              }
            };
          }
        };
    try (TestServer server = start(typed)) {
      assertThat(
              server
                  .post("/jsonrpc", Wire.JSONRPC2.call("system.listMethods"))
                  .headers()
                  .firstValue("content-type"))
          .contains("application/json; charset=utf-8");
    }
  }

  @Test
  void aMistakeInTheServerIsAnswered500AndTheServerGoesOn() {
    Alteration broken =
        new Alteration() {
          @Override
          public Message message(Message right) {
            return right.name().equals("task.get_all")
                ? right.withHandler(
                    (caller, parameters) -> {
                      throw new IllegalStateException("broken on purpose");
                    })
                : right;
          }
        };
    try (TestServer server = start(broken)) {
      String call = Wire.XMLRPC.call("task.get_all", server.session("root"));
      assertThat(server.post("/", call).statusCode()).isEqualTo(500);
      assertThat(server.post("/", call).body()).contains("broken on purpose");
      assertThat(server.as("root", Wire.XMLRPC, "task.get_all_records")).isEqualTo("{}");
    }
  }

  @Test
  void aReplyMayComeLaterFromAnotherThread() {
    Alteration late =
        new Alteration() {
          @Override
          public RpcEndpoint.Api api(RpcEndpoint.Api right) {
            return (call, then) -> new Thread(() -> right.call(call, then)).start();
          }
        };
    try (TestServer server = start(late)) {
      for (int i = 0; i < 50; i++) {
        String ref = server.task("vm-admin");
        assertThat(server.as("vm-admin", Wire.values()[i % 3], "task.get_status", ref))
            .isEqualTo("\"pending\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"null-ref-spelled-null, NULL", "null-ref-spelled-as-on-the-page, Null"})
  void anotherSpellingOfNoTaskHidesNoTask(String variant, String spelling) throws UnknownSeed {
    try (TestServer server = start(Seeds.of(List.of(), List.of(variant)).alteration())) {
      String whole = server.simulator().startTask("subtasks");
      String records = server.as("root", Wire.JSONRPC2, "task.get_all_records");
      assertThat(records).contains("\"subtask_of\":\"" + spelling + "\"");
      assertThat(records).contains("\"subtask_of\":\"" + whole + "\"");
    }
  }

  private static TestServer start(Alteration alteration) {
    return TestServer.start(SimulatorOptions.defaults().withAlteration(alteration));
  }
}
