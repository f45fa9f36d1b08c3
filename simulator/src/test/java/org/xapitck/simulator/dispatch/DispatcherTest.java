package org.xapitck.simulator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.NO_REF;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** The order of the checks: of several faults in one call the first is told. */
class DispatcherTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aWrongCountIsToldBeforeAWrongTypeAndAWrongSession(Wire wire) {
    String message = "task.set_status";
    assertThat(server.call(wire, message, "bad session", 5))
        .isEqualTo(refusal("MESSAGE_PARAMETER_COUNT_MISMATCH", message, "2", "1"));
    assertThat(server.call(wire, message))
        .isEqualTo(refusal("MESSAGE_PARAMETER_COUNT_MISMATCH", message, "2", "-1"));
    assertThat(server.call(wire, "Async." + message, "bad session"))
        .isEqualTo(refusal("MESSAGE_PARAMETER_COUNT_MISMATCH", message, "2", "0"));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void theFirstWrongTypeIsToldBeforeAWrongSession(Wire wire) {
    assertThat(server.call(wire, "task.set_status", "bad session", 5, "nonsense"))
        .isEqualTo(refusal("INTERNAL_ERROR", "Failure(\"Expected string, got 'I(5)'\")"));
    assertThat(server.call(wire, "task.set_status", true, 5, "nonsense"))
        .isEqualTo(refusal("INTERNAL_ERROR", "Failure(\"Expected string, got 'B(true)'\")"));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aWrongSessionIsToldBeforeAMissingAsyncFormAndThatBeforeTheRole(Wire wire) {
    String denied = "Async.task.set_other_config";
    java.util.Map<String, String> map = java.util.Map.of();
    assertThat(server.call(wire, denied, "bad", NO_REF, map))
        .isEqualTo(refusal("SESSION_INVALID", "bad"));
    assertThat(server.as("read-only", wire, denied, NO_REF, map))
        .isEqualTo(
            refusal("Fault", "No async mode for this operation (rpc: task.set_other_config)"));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void theRoleIsToldBeforeTheObjectAndTheObjectBeforeTheValue(Wire wire) {
    assertThat(server.as("read-only", wire, "task.add_to_other_config", NO_REF, "", ""))
        .startsWith("![\"RBAC_PERMISSION_DENIED\",\"task.add_to_other_config\"");
    assertThat(server.as("pool-admin", wire, "task.add_to_other_config", NO_REF, "", ""))
        .isEqualTo(refusal("HANDLE_INVALID", "task", NO_REF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"task.explode", "Task.create", "task.set_name_label", "task.get_session", "", "."})
  void anUnknownMessageIsToldToPoolAdminsOnly(String message) {
    Wire wire = Wire.JSONRPC2;
    String unknown = refusal("MESSAGE_METHOD_UNKNOWN", message);
    assertThat(server.as("pool-admin", wire, message, "x")).isEqualTo(unknown);
    assertThat(server.as("root", wire, message)).isEqualTo(unknown);
    assertThat(server.call(wire, message)).isEqualTo(unknown);
    assertThat(server.call(wire, message, "bad")).isEqualTo(refusal("SESSION_INVALID", "bad"));
    assertThat(server.as("pool-operator", wire, message))
        .isEqualTo(
            refusal(
                "RBAC_PERMISSION_DENIED",
                "host.call_extension",
                "No permission in user session. (Roles with this permission: pool-admin)"));
  }

  @Test
  void theAsyncPrefixIsNoPartOfAnUnknownName() {
    assertThat(server.as("root", Wire.XMLRPC, "Async.task.explode"))
        .isEqualTo(refusal("MESSAGE_METHOD_UNKNOWN", "task.explode"));
  }

  @Test
  void aNameWithAnUnderscoreForTheDotIsRootsAlone() {
    assertThat(server.as("root", Wire.XMLRPC, "task_get_by_name_label", "none")).isEqualTo("[]");
    assertThat(server.as("pool-admin", Wire.XMLRPC, "task_get_by_name_label", "none"))
        .isEqualTo(
            refusal(
                "RBAC_PERMISSION_DENIED",
                "task_get_by_name_label",
                "No permission in user session. (Roles with this permission: )"));
  }

  @Test
  void theListOfMessagesNeedsNoSessionAndNamesOnlyWhatWorks() {
    String list = server.call(Wire.JSONRPC2, "system.listMethods");
    assertThat(list)
        .contains("\"session.login_with_password\"", "\"task.set_error_info\"", "\"pool.get_all\"")
        .doesNotContain("Async", "VM.", "task.get_all_where");
    // XML-RPC sends this one array without the struct of Status and Value
    assertThat(server.post("/", Wire.XMLRPC.call("system.listMethods")).body())
        .startsWith(
            "<?xml version=\"1.0\"?><methodResponse><params><param><value><array><data><value>");
    for (String name : list.substring(2, list.length() - 2).split("\",\"")) {
      // a session of its own, since two of the messages end it
      assertThat(server.call(Wire.JSONRPC2, name, server.login("pool-admin")))
          .as(name)
          .doesNotContain("MESSAGE_METHOD_UNKNOWN");
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aClientFindsTheApiVersionByEachOfItsWays(Wire wire) {
    String pool = first(server.as("read-only", wire, "pool.get_all"));
    String master = text(server.as("read-only", wire, "pool.get_master", pool));
    String session = server.session("read-only");
    assertThat(server.as("read-only", wire, "session.get_this_host", session))
        .isEqualTo("\"" + master + "\"");
    assertThat(first(server.as("read-only", wire, "host.get_all"))).isEqualTo(master);
    // an integer is untyped in XML, that is, a string
    boolean xml = wire == Wire.XMLRPC;
    assertThat(server.as("read-only", wire, "host.get_API_version_major", master))
        .isEqualTo(xml ? "\"2\"" : "2");
    assertThat(server.as("read-only", wire, "host.get_API_version_minor", master))
        .isEqualTo(xml ? "\"21\"" : "21");
    assertThat(server.as("read-only", wire, "host.get_software_version", master))
        .startsWith("{\"network_backend\":\"openvswitch\",")
        .contains("\"xapi\":\"24.16\"");
    assertThat(server.as("read-only", wire, "host.get_record", master))
        .contains("\"enabled\":true", "\"address\":\"127.0.0.1\"");
    assertThat(server.as("read-only", wire, "host.get_servertime", master)).matches("\"20.*Z\"");
    String uuid = text(server.as("read-only", wire, "host.get_uuid", master));
    assertThat(server.as("read-only", wire, "host.get_by_uuid", uuid))
        .isEqualTo("\"" + master + "\"");
    String label = text(server.as("read-only", wire, "host.get_name_label", master));
    assertThat(first(server.as("read-only", wire, "host.get_by_name_label", label)))
        .isEqualTo(master);
    assertThat(server.as("read-only", wire, "host.get_enabled", NO_REF))
        .isEqualTo(refusal("HANDLE_INVALID", "host", NO_REF));
  }

  @Test
  void rolesTellWhoMayCallAMessage() {
    String operators =
        server.as(
            "root", Wire.JSONRPC2, "role.get_by_permission_name_label", "task.set_other_config");
    List<String> labels =
        List.of(operators.substring(2, operators.length() - 2).split("\",\"")).stream()
            .map(ref -> text(server.as("root", Wire.JSONRPC2, "role.get_name_label", ref)))
            .toList();
    assertThat(labels).containsExactlyInAnyOrder("pool-operator", "pool-admin");
    assertThat(server.as("root", Wire.JSONRPC2, "role.get_by_permission_name_label", "no.such"))
        .isEqualTo("[]");
  }

  private static String first(String list) {
    return list.substring(2, list.indexOf('"', 2));
  }
}
