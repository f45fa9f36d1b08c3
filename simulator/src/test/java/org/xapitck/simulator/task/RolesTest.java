package org.xapitck.simulator.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.NO_REF;
import static org.xapitck.simulator.support.TestServer.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.rbac.Rights;
import org.xapitck.simulator.rbac.Role;
import org.xapitck.simulator.session.Account;
import org.xapitck.simulator.session.Accounts;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** Who may change which task, as xapi 24.16 has it. */
class RolesTest {
  private static final List<String> WEAK =
      List.of("read-only", "vm-operator", "vm-admin", "vm-power-admin");
  private static final List<String> STRONG = List.of("pool-operator", "pool-admin", "root");
  private static final String NOT_OWN = "task.destroy/any";
  private static final String OPERATORS =
      "No permission in user session. (Roles with this permission: pool-admin, pool-operator)";

  private static final Map<String, List<Object>> SETTERS =
      Map.of(
          "task.set_status", List.of("success"),
          "task.set_progress", List.of(0.5),
          "task.set_result", List.of("r"),
          "task.set_error_info", List.of(List.of("e")),
          "task.cancel", List.of(),
          "task.destroy", List.of());

  private static final Map<String, List<Object>> OTHER_CONFIG =
      Map.of(
          "task.add_to_other_config", List.of("new", "v"),
          "task.remove_from_other_config", List.of("k"),
          "task.set_other_config", List.of(Map.of("applies_to", "v")));

  private static TestServer server;

  @BeforeAll
  static void start() {
    List<Account> accounts = new ArrayList<>(Accounts.defaults().all());
    accounts.add(new Account("second", "secret", "u2", Rights.of(Role.READ_ONLY)));
    server = TestServer.start(SimulatorOptions.defaults().withAccounts(Accounts.of(accounts)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> weakSetters() {
    return cross(WEAK, SETTERS);
  }

  static Stream<Arguments> strongSetters() {
    return cross(STRONG, SETTERS);
  }

  static Stream<Arguments> weakOtherConfig() {
    return cross(WEAK, OTHER_CONFIG);
  }

  static Stream<Arguments> strongOtherConfig() {
    return cross(STRONG, OTHER_CONFIG);
  }

  private static Stream<Arguments> cross(List<String> roles, Map<String, List<Object>> messages) {
    return roles.stream()
        .flatMap(role -> messages.keySet().stream().sorted().map(m -> Arguments.of(role, m)));
  }

  @ParameterizedTest
  @MethodSource("weakSetters")
  void aWeakRoleChangesItsOwnTask(String role, String message) {
    assertThat(call(role, message, server.task(role), SETTERS)).isEqualTo("\"\"");
  }

  @ParameterizedTest
  @MethodSource("weakSetters")
  void aWeakRoleLeavesOthersTasksAsTheyWere(String role, String message) {
    String ref = server.task("pool-admin");
    String before = server.as("pool-admin", Wire.JSONRPC2, "task.get_record", ref);
    String denied = refusal("RBAC_PERMISSION_DENIED", NOT_OWN, OPERATORS);
    assertThat(call(role, message, ref, SETTERS)).isEqualTo(denied);
    assertThat(call(role, message, NO_REF, SETTERS)).isEqualTo(denied);
    assertThat(server.as(role, Wire.JSONRPC2, "task.get_record", ref)).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("strongSetters")
  void aStrongRoleChangesAnybodysTaskAndLearnsThatATaskIsUnknown(String role, String message) {
    assertThat(call(role, message, server.task("read-only"), SETTERS)).isEqualTo("\"\"");
    assertThat(call(role, message, NO_REF, SETTERS))
        .isEqualTo(refusal("HANDLE_INVALID", "task", NO_REF));
  }

  @ParameterizedTest
  @MethodSource("weakOtherConfig")
  void aWeakRoleLeavesTheMapOfItsOwnTaskUntouched(String role, String message) {
    String ref = server.task(role);
    server.as("pool-operator", Wire.JSONRPC2, "task.add_to_other_config", ref, "k", "v");
    assertThat(call(role, message, ref, OTHER_CONFIG))
        .isEqualTo(refusal("RBAC_PERMISSION_DENIED", message, OPERATORS));
    assertThat(server.as(role, Wire.JSONRPC2, "task.get_other_config", ref))
        .isEqualTo("{\"k\":\"v\"}");
  }

  @ParameterizedTest
  @MethodSource("strongOtherConfig")
  void aStrongRoleChangesAnybodysMap(String role, String message) {
    assertThat(call(role, message, server.task("read-only"), OTHER_CONFIG)).isEqualTo("\"\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"applies_to", "XenCenterUUID", "XenCenterMeddlingActionTitle"})
  void aProtectedKeyIsOpenToVmOperatorsOnAnyTaskButNotToReadOnly(String key) {
    String ref = server.task("pool-admin");
    String lower = key.toLowerCase(java.util.Locale.ROOT);
    assertThat(server.as("read-only", Wire.XMLRPC, "task.add_to_other_config", ref, key, "v"))
        .isEqualTo(
            refusal(
                "RBAC_PERMISSION_DENIED",
                "task.add_to_other_config/key:" + lower,
                "No permission in user session. (Roles with this permission: vm-power-admin,"
                    + " vm-admin, vm-operator, pool-admin, pool-operator)"));
    for (String role : WEAK.subList(1, WEAK.size())) {
      assertThat(server.as(role, Wire.XMLRPC, "task.add_to_other_config", ref, key, "v"))
          .isEqualTo("\"\"");
      assertThat(server.as(role, Wire.XMLRPC, "task.remove_from_other_config", ref, key))
          .isEqualTo("\"\"");
    }
  }

  @Test
  void aProtectedKeyInOtherLettersIsAnOrdinaryKey() {
    String ref = server.task("vm-operator");
    assertThat(
            server.as(
                "vm-operator", Wire.XMLRPC, "task.add_to_other_config", ref, "APPLIES_TO", "v"))
        .isEqualTo(refusal("RBAC_PERMISSION_DENIED", "task.add_to_other_config", OPERATORS));
  }

  @Test
  void twoSessionsOfOneUserShareTasksAndTwoUsersOfOneRoleDoNot() {
    String ref = server.task("read-only");
    String again = server.login("read-only");
    String other = server.login("second");
    assertThat(server.call(Wire.XMLRPC, "task.set_result", again, ref, "r")).isEqualTo("\"\"");
    assertThat(server.call(Wire.XMLRPC, "task.set_result", other, ref, "r"))
        .isEqualTo(refusal("RBAC_PERMISSION_DENIED", NOT_OWN, OPERATORS));
  }

  @Test
  void aTaskIsNobodysOwnOnceItsSessionIsLoggedOut() {
    String session = server.login("read-only");
    String ref = TestServer.text(server.call(Wire.XMLRPC, "task.create", session, "a", "b"));
    server.call(Wire.XMLRPC, "session.logout", session);
    assertThat(server.as("read-only", Wire.XMLRPC, "task.get_status", ref))
        .isEqualTo("\"pending\"");
    assertThat(server.as("read-only", Wire.XMLRPC, "task.destroy", ref))
        .isEqualTo(refusal("RBAC_PERMISSION_DENIED", NOT_OWN, OPERATORS));
    assertThat(server.as("pool-operator", Wire.XMLRPC, "task.destroy", ref)).isEqualTo("\"\"");
  }

  @Test
  void everybodySeesEverybodysTasks() {
    String ref = server.task("root");
    for (String role : WEAK) {
      assertThat(server.as(role, Wire.JSONRPC1, "task.get_all")).contains(ref);
      assertThat(server.as(role, Wire.JSONRPC1, "task.get_all_records")).contains(ref);
    }
  }

  private static String call(
      String role, String message, String ref, Map<String, List<Object>> messages) {
    Object[] parameters = Stream.concat(Stream.of(ref), messages.get(message).stream()).toArray();
    return server.as(role, Wire.JSONRPC2, message, parameters);
  }
}
