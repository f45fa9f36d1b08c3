package org.xapitck.simulator.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xapitck.simulator.support.TestServer.NO_REF;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.cli.StubsFile;
import org.xapitck.simulator.cli.UsageException;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** What a client gets of stubs, and that they change while the server runs. */
class StubTableTest {
  private static final String WEB = "OpaqueRef:11111111-1111-1111-1111-111111111111";
  private static final String YAML =
      """
      messages:
        VM.answer: ["$1", {name: "$message", number: 5, half: 0.5, yes: true, none: }]
        VM.start: {error: [VM_BAD_POWER_STATE, "$1", halted, running]}
        VM.when: 20260101T00:00:00Z
        VM.get_*: "by a star"
        VM.clone: OpaqueRef:22222222-2222-2222-2222-222222222222
        VM.nothing:
        VM.slow: {plan: slow}
        Async.VM.*: {plan: slow, label: "$message of $1"}
        Async.VM.copy: {plan: success, label: copy, result: [a, b]}
      plugins:
        trim-plugin: {do_trim: "True", fail: {error: [XENAPI_PLUGIN_FAILURE, "$3"]}}
      objects:
        VM:
          - {ref: "OpaqueRef:11111111-1111-1111-1111-111111111111", name_label: web, power_state: Running}
          - {name_label: db, VCPUs_max: 2}
        SR: []
      """;

  private final ManualClock clock = new ManualClock(Instant.parse("2026-11-25T01:40:40Z"));
  private TestServer server;

  @BeforeEach
  void start() throws UsageException {
    server =
        TestServer.start(
            SimulatorOptions.defaults()
                .withClock(clock)
                .withStubs(StubsFile.parse("the test", YAML).stubs()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aValueIsAnsweredAsItWasGivenWithTheParametersInIt(Wire wire) {
    String number = wire == Wire.XMLRPC ? "\"5\"" : "5";
    assertThat(server.as("read-only", wire, "VM.answer", "one", "more"))
        .isEqualTo(
            "[\"one\",{\"name\":\"VM.answer\",\"number\":"
                + number
                + ",\"half\":0.5,\"yes\":true,\"none\":\"\"}]");
    assertThat(server.as("read-only", wire, "VM.nothing")).isEqualTo("\"\"");
    assertThat(server.as("read-only", wire, "VM.when")).isEqualTo("\"20260101T00:00:00Z\"");
    assertThat(server.as("read-only", wire, "VM.start", "a"))
        .isEqualTo(refusal("VM_BAD_POWER_STATE", "a", "halted", "running"));
    assertThat(server.as("read-only", wire, "VM.start"))
        .isEqualTo(refusal("VM_BAD_POWER_STATE", "", "halted", "running"));
  }

  @Test
  void aStubNeedsASessionAsAllElseDoes() {
    assertThat(server.call(Wire.JSONRPC2, "VM.answer", NO_REF))
        .isEqualTo(refusal("SESSION_INVALID", NO_REF));
    assertThat(server.call(Wire.JSONRPC2, "VM.answer"))
        .startsWith("![\"MESSAGE_PARAMETER_COUNT_MISMATCH\"");
    assertThat(as("VM.unknown")).isEqualTo(refusal("MESSAGE_METHOD_UNKNOWN", "VM.unknown"));
    assertThat(as("Async.SR.scan")).isEqualTo(refusal("MESSAGE_METHOD_UNKNOWN", "SR.scan"));
  }

  @Test
  void workIsATaskThatMovesByItsPlan() {
    String task = text(as("Async.VM.migrate", WEB));
    assertThat(as("task.get_name_label", task)).isEqualTo("\"Async.VM.migrate of " + WEB + "\"");
    clock.advance(Duration.ofMillis(29_999));
    assertThat(as("task.get_status", task)).isEqualTo("\"pending\"");
    clock.advance(Duration.ofMillis(1));
    assertThat(as("task.get_status", task)).isEqualTo("\"success\"");
    String copy = text(as("Async.VM.copy", WEB));
    assertThat(as("task.get_name_label", copy)).isEqualTo("\"copy\"");
    clock.advance(Duration.ofSeconds(1));
    assertThat(as("task.get_result", copy))
        .isEqualTo(
            "\"<value><array><data><value>a</value><value>b</value></data></array></value>\"");
  }

  @Test
  void theAsyncFormOfAMessageIsATaskThatEndsAsTheMessageDoes() throws Exception {
    Stubs plain =
        StubsFile.parse(
                "the test",
                """
                messages:
                  VM.clone: OpaqueRef:x
                  VM.start: {error: [VM_BAD_POWER_STATE, "$1"]}
                  VM.nothing: ""
                """)
            .stubs();
    server.simulator().stubs().replace(plain);
    String clone = text(as("Async.VM.clone", WEB));
    String start = text(as("Async.VM.start", WEB));
    String nothing = text(as("Async.VM.nothing"));
    clock.advance(Duration.ZERO);
    assertThat(as("task.get_result", clone)).isEqualTo("\"<value>OpaqueRef:x</value>\"");
    assertThat(as("task.get_name_label", clone)).isEqualTo("\"Async.VM.clone\"");
    assertThat(as("task.get_error_info", start))
        .isEqualTo("[\"VM_BAD_POWER_STATE\",\"" + WEB + "\"]");
    assertThat(as("task.get_status", start)).isEqualTo("\"failure\"");
    assertThat(as("task.get_status", nothing)).isEqualTo("\"success\"");
    assertThat(as("task.get_result", nothing)).isEqualTo("\"<value></value>\"");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void objectsAreReadByAllTheMessagesOfAClass(Wire wire) {
    String all = server.as("read-only", wire, "VM.get_all");
    assertThat(all).startsWith("[\"" + WEB + "\",\"OpaqueRef:");
    String record = server.as("read-only", wire, "VM.get_record", WEB);
    assertThat(record).contains("\"name_label\":\"web\"", "\"power_state\":\"Running\"");
    String uuid = text(server.as("read-only", wire, "VM.get_uuid", WEB));
    assertThat(server.as("read-only", wire, "VM.get_by_uuid", uuid)).isEqualTo("\"" + WEB + "\"");
    assertThat(server.as("read-only", wire, "VM.get_by_name_label", "web"))
        .isEqualTo("[\"" + WEB + "\"]");
    assertThat(server.as("read-only", wire, "VM.get_by_name_label", "x")).isEqualTo("[]");
    String records = server.as("read-only", wire, "VM.get_all_records");
    assertThat(records).startsWith("{\"" + WEB + "\":" + record).contains("\"name_label\":\"db\"");
    assertThat(
            server.as(
                "read-only", wire, "VM.get_all_records_where", "field \"power_state\"=\"Running\""))
        .isEqualTo("{\"" + WEB + "\":" + record + "}");
    // what only the other has is empty in this one
    assertThat(server.as("read-only", wire, "VM.get_VCPUs_max", WEB)).contains("0");
    assertThat(server.as("read-only", wire, "VM.get_record", NO_REF))
        .isEqualTo(refusal("HANDLE_INVALID", "VM", NO_REF));
    assertThat(server.as("read-only", wire, "VM.get_by_uuid", "x"))
        .isEqualTo(refusal("UUID_INVALID", "VM", "x"));
    assertThat(server.as("read-only", wire, "SR.get_all_records")).isEqualTo("{}");
    // and a star is farther than an object
    assertThat(server.as("read-only", wire, "VM.get_other", WEB)).isEqualTo("\"by a star\"");
  }

  @Test
  void pluginsAnswerBesideTheOneThatIsAlwaysThere() {
    String task = plugin("Async.host.call_plugin", "trim-plugin", "do_trim");
    String failed = plugin("Async.host.call_plugin", "trim-plugin", "fail");
    String own = plugin("Async.host.call_plugin", "task-plan", "success");
    clock.advance(Duration.ofSeconds(1));
    assertThat(as("task.get_result", task)).isEqualTo("\"<value>True</value>\"");
    assertThat(as("task.get_error_info", failed)).isEqualTo("[\"XENAPI_PLUGIN_FAILURE\",\"fail\"]");
    assertThat(as("task.get_result", own)).isEqualTo("\"<value>ok</value>\"");
    String none = plugin("Async.host.call_plugin", "trim-plugin", "none");
    assertThat(as("task.get_error_info", none)).startsWith("[\"XENAPI_PLUGIN_FAILURE\"");
    String missing = plugin("Async.host.call_plugin", "other", "none");
    assertThat(as("task.get_error_info", missing)).startsWith("[\"XENAPI_MISSING_PLUGIN\"");
  }

  private String plugin(String method, String plugin, String function) {
    String host = text(as("host.get_all").replaceAll("[\\[\\]]", ""));
    return text(as(method, host, plugin, function, Map.of()));
  }

  @Test
  void theListOfMessagesTellsThem() {
    String list = server.call(Wire.JSONRPC2, "system.listMethods");
    assertThat(list)
        .contains(
            "\"VM.answer\"", "\"Async.VM.*\"", "\"VM.get_by_name_label\"", "\"VM.get_VCPUs_max\"")
        .contains("\"SR.get_all_records\"", "\"task.create\"");
    server.simulator().stubs().clear();
    assertThat(server.call(Wire.JSONRPC2, "system.listMethods")).doesNotContain("VM.");
    assertThat(as("VM.answer")).isEqualTo(refusal("MESSAGE_METHOD_UNKNOWN", "VM.answer"));
  }

  @Test
  void eventsFollowTheObjects() throws Exception {
    String first = as("event.from", List.of("vm"), "", 0.0);
    assertThat(first)
        .contains("\"class\":\"vm\",\"operation\":\"add\",\"ref\":\"" + WEB + "\"")
        .contains("\"power_state\":\"Running\"", "\"vm\":2");
    String token = token(first);
    StubTable stubs = server.simulator().stubs();
    stubs.add(
        StubsFile.parse("more", YAML.replace("Running", "Halted").replace("db", "db2")).stubs());
    String second = as("event.from", List.of("vm"), token, 0.0);
    assertThat(second)
        .contains("\"operation\":\"mod\",\"ref\":\"" + WEB + "\"")
        .contains("\"power_state\":\"Halted\"", "\"name_label\":\"db2\"");
    stubs.clear();
    String third = as("event.from", List.of("*"), token(second), 0.0);
    assertThat(third).contains("\"operation\":\"del\",\"ref\":\"" + WEB + "\"", "\"vm\":0");
    assertThat(as("event.from", List.of("vm"), token(third), 0.0)).contains("\"events\":[]");
  }

  private static String token(String answer) {
    return answer.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
  }

  @ParameterizedTest
  @CsvSource({
    "messages/task.create",
    "messages/task.get_flavour",
    "messages/task.*",
    "messages/Async.task.cancel",
    "messages/pool.get_all",
    "messages/Async.pool.get_all",
    "messages/session.login_with_password",
    "messages/system.listMethods",
    "plugins/task-plan",
    "objects/task",
    "objects/host",
    "objects/session"
  })
  void nothingStandsBeforeWhatTheSimulatorHas(String place) {
    String[] parts = place.split("/");
    Value inner =
        parts[0].equals("messages")
            ? Value.of("x")
            : parts[0].equals("plugins")
                ? struct("success", Value.of("x"))
                : new Value.Array(List.of());
    StubTable stubs = server.simulator().stubs();
    Stubs before = stubs.stubs();
    Stubs wrong = Stubs.of(struct(parts[0], struct(parts[1], inner)));
    assertThatThrownBy(() -> stubs.add(wrong))
        .isInstanceOf(StubRefusal.class)
        .hasMessageStartingWith("/" + place + ": ")
        .hasMessageContaining("simulator");
    assertThat(stubs.stubs()).isEqualTo(before);
  }

  @Test
  void aStarNeverReachesAMessageOfTheSimulator() {
    server.simulator().stubs().add(Stubs.NONE.withMessage("pool.*", Reply.of("a star")));
    assertThat(as("pool.set_name_label", NO_REF, "x")).isEqualTo("\"a star\"");
    assertThat(as("pool.get_all")).startsWith("[\"OpaqueRef:");
    assertThat(as("Async.task.get_all"))
        .isEqualTo(refusal("Fault", "No async mode for this operation (rpc: task.get_all)"));
  }

  @Test
  void anUnknownPlanIsRefusedWithTheNearest() {
    assertThatThrownBy(
            () ->
                server
                    .simulator()
                    .stubs()
                    .add(Stubs.NONE.withMessage("VM.stop", Reply.plan("slwo"))))
        .hasMessageContainingAll("/messages/VM.stop/plan", "unknown plan slwo", "nearest is slow");
  }

  private static Value struct(String name, Value value) {
    return new Value.Struct(List.of(new Value.Member(name, value)));
  }

  private String as(String method, Object... parameters) {
    return server.as("root", Wire.JSONRPC2, method, parameters);
  }
}
