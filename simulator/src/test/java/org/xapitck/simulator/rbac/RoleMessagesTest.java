package org.xapitck.simulator.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.text;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** What a session and a role tell of permissions, as xapi does. */
class RoleMessagesTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aSessionHoldsItsRolesOwnNameBesideThePermissions() {
    for (Role role : Role.values()) {
      List<String> own = permissions(server, role.label());
      assertThat(own).contains(role.label(), "task.create").doesNotHaveDuplicates();
      assertThat(own.stream().filter(name -> Role.named(name).isPresent()))
          .as("a role's own name and no weaker one's")
          .containsExactly(role.label());
    }
    assertThat(permissions(server, "root")).isEmpty();
  }

  @Test
  void aRolesPermissionsAreItsSubrolesAndLackItsName() {
    String role = ref("vm-operator");
    List<String> names = list(asRoot("role.get_permissions_name_label", role));
    List<String> subroles = list(asRoot("role.get_subroles", role));
    assertThat(names).contains("task.create").doesNotContain("vm-operator", "task.destroy/any");
    assertThat(subroles).hasSameSizeAs(names).doesNotHaveDuplicates();
    assertThat(subroles.stream().map(ref -> text(asRoot("role.get_name_label", ref))))
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(list(asRoot("role.get_all"))).containsAll(subroles).contains(role);
  }

  @Test
  void aPermissionIsARoleWithoutSubroles() {
    String permission = ref("task.create");
    assertThat(asRoot("role.get_subroles", permission)).isEqualTo("[]");
    assertThat(asRoot("role.get_is_internal", permission)).isEqualTo("true");
    assertThat(list(asRoot("role.get_permissions_name_label", permission)))
        .containsExactly("task.create");
    assertThat(asRoot("role.get_is_internal", ref("vm-operator"))).isEqualTo("false");
  }

  @Test
  void rolesHaveTheReferencesOfTheRecording() {
    assertThat(list(asRoot("role.get_by_permission_name_label", "task.set_status")))
        .containsExactly(
            "OpaqueRef:7955168d-7bec-10ed-105f-c6a7e6e63249",
            "OpaqueRef:aaa00ab5-7340-bfbc-0d1b-7cf342639a6e",
            "OpaqueRef:fb8d4ff9-310c-a959-0613-54101535d3d5",
            "OpaqueRef:7233b8e3-eacb-d7da-2c95-f2e581cdbf4e",
            "OpaqueRef:0165f154-ba3e-034e-6b27-5d271af109ba",
            "OpaqueRef:b9ce9791-0604-50cd-0649-09b3284c7dfd");
  }

  @Test
  void aServerThatTellsNoExactRoleStillTellsThePermissions() throws Exception {
    Seeds seeds = Seeds.of(List.of(), List.of("exact-role-untold"));
    try (TestServer untold = TestServer.start(SimulatorOptions.defaults().withSeeds(seeds))) {
      List<String> own = permissions(untold, "vm-operator");
      assertThat(own).contains("task.create").doesNotContain("vm-operator");
      String session = untold.session("vm-operator");
      assertThat(untold.call(Wire.JSONRPC2, "session.get_record", session, session))
          .contains("task.create")
          .doesNotContain("[\"vm-operator\",");
    }
  }

  private static List<String> permissions(TestServer of, String user) {
    String session = of.session(user);
    return list(of.call(Wire.JSONRPC2, "session.get_rbac_permissions", session, session));
  }

  private static String ref(String name) {
    return list(asRoot("role.get_by_name_label", name)).get(0);
  }

  private static String asRoot(String message, Object... parameters) {
    return server.as("root", Wire.JSONRPC2, message, parameters);
  }

  private static List<String> list(String json) {
    return json.equals("[]")
        ? List.of()
        : List.of(json.substring(2, json.length() - 2).split("\",\""));
  }
}
