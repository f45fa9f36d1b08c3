package org.xapitck.simulator.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.cli.StubsFile;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Waiting;
import org.xapitck.simulator.support.Wire;

/**
 * The stub files that ship, each by the client that it is for: Xen Orchestra's by npm xen-api, and
 * by the Java SDKs the clone that Ansible waits for. Ansible and the fence agent, which need more
 * of a machine than a build has, are there as the calls that they send.
 */
@Tag("slow")
class ShippedStubsTest {

  @ParameterizedTest
  @ValueSource(strings = {"json-rpc", "xml-rpc"})
  void xenOrchestrasClientStartsAndClonesToTheEnd(String transport) throws Exception {
    NpmClients.install();
    try (TestServer server = start("xen-orchestra")) {
      NpmClients.Outcome outcome =
          NpmClients.drive(
              "xen-orchestra-stubs.mjs", server.simulator().uri().toString(), transport);
      assertThat(outcome.output()).isEqualTo("passed\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"xen-api-8.1.0.jar", "xen-api-6.2.0-3.1.jar"})
  void anSdkClonesToTheEnd(String jar) throws Exception {
    if (!JavaSdk.isThere(jar)) {
      System.out.println("SKIPPED: no " + jar + " in target/clients; build with Maven");
      assumeTrue(false, jar);
    }
    try (TestServer server = start("ansible-clone");
        JavaSdk sdk = JavaSdk.load(jar)) {
      Object connection = sdk.create("Connection", server.simulator().uri().toURL());
      sdk.callStatic("Session", "loginWithPassword", connection, "pool-admin", "secret", "1.0");
      assertThat((Map<?, ?>) sdk.callStatic("VM", "getAllRecords", connection)).hasSize(2);
      Object template =
          ((Collection<?>) sdk.callStatic("VM", "getByNameLabel", connection, "template"))
              .iterator()
              .next();
      assertThat(sdk.field(sdk.call(template, "getRecord", connection), "isATemplate"))
          .isEqualTo(true);
      Object task = sdk.call(template, "createCloneAsync", connection, "web");
      assertThat(end(sdk, connection, task)).isEqualTo(sdk.status("SUCCESS"));
      assertThat(sdk.call(task, "getResult", connection))
          .asString()
          .startsWith("<value>OpaqueRef:");
      sdk.call(task, "destroy", connection);
      sdk.callStatic("Session", "logout", connection);
    }
  }

  private static Object end(JavaSdk sdk, Object connection, Object task) throws Exception {
    Object pending = sdk.status("PENDING");
    AtomicReference<Object> status = new AtomicReference<>(pending);
    Waiting.until(
        () -> {
          status.set(sdk.call(task, "getStatus", connection));
          return !pending.equals(status.get());
        },
        "the end of a clone");
    return status.get();
  }

  /** What community.general's xenserver_guest sends until its wait_for_task is over. */
  @Test
  void ansibleFindsATemplateAndWaitsForItsClone() {
    try (TestServer server = start("ansible-clone")) {
      Calls ansible = new Calls(server);
      String pool = ansible.one("pool.get_all");
      ansible.call("pool.get_default_SR", pool);
      String host = text(ansible.call("session.get_this_host", ansible.session()));
      assertThat(ansible.call("host.get_software_version", host))
          .contains("\"product_version\":\"8.4.0\"");
      assertThat(ansible.call("VM.get_by_name_label", "web")).isEqualTo("[]");
      String template = ansible.one("VM.get_by_name_label", "template");
      assertThat(ansible.call("VM.get_record", template)).contains("\"is_a_template\":true");
      String task = text(ansible.call("Async.VM.clone", template, "web"));
      Waiting.until(
          () -> !ansible.call("task.get_status", task).equals("\"pending\""), "the clone");
      assertThat(ansible.call("task.get_status", task)).isEqualTo("\"success\"");
      String vm =
          text(ansible.call("task.get_result", task)).replaceAll("<value>(.*)</value>", "$1");
      ansible.call("task.destroy", task);
      assertThat(ansible.call("VM.set_name_description", vm, "")).isEqualTo("\"\"");
      assertThat(ansible.call("VM.add_to_other_config", vm, "folder", "/x")).isEqualTo("\"\"");
      assertThat(ansible.call("VM.provision", vm)).isEqualTo("\"\"");
      assertThat(ansible.call("VM.get_power_state", vm)).isEqualTo("\"Running\"");
    }
  }

  /** What fence_xenapi sends for its actions list, status, on, off and reboot. */
  @Test
  void aFenceAgentListsMachinesAndSwitchesOne() {
    try (TestServer server = start("fence-agent")) {
      Calls agent = new Calls(server);
      List<String> machines =
          Stream.of(agent.call("VM.get_all").replaceAll("[\\[\\]\"]", "").split(",")).toList();
      assertThat(machines).hasSize(4);
      assertThat(machines.stream().map(vm -> agent.call("VM.get_record", vm)))
          .filteredOn(
              record ->
                  record.contains("\"is_a_template\":false")
                      && record.contains("\"is_control_domain\":false"))
          .hasSize(2);
      String node = text(agent.call("VM.get_by_uuid", "f0000000-0000-4000-8000-0000000000a1"));
      assertThat(agent.one("VM.get_by_name_label", "node-1")).isEqualTo(node);
      assertThat(agent.call("VM.get_record", node)).contains("\"power_state\":\"Running\"");
      assertThat(agent.call("VM.start", node, false, true)).isEqualTo("\"\"");
      assertThat(agent.call("VM.hard_shutdown", node)).isEqualTo("\"\"");
      assertThat(agent.call("VM.hard_reboot", node))
          .isEqualTo(refusal("VM_BAD_POWER_STATE", node, "running", "halted"));
      assertThat(agent.call("VM.get_by_uuid", "none"))
          .isEqualTo(refusal("UUID_INVALID", "VM", "none"));
    }
  }

  private static TestServer start(String stubs) {
    return TestServer.start(SimulatorOptions.defaults().withStubs(StubsFile.shipped(stubs)));
  }

  /** Calls as Python's XenAPI sends them. */
  private record Calls(TestServer server) {
    String call(String method, Object... parameters) {
      return server.as("pool-admin", Wire.XMLRPC, method, parameters);
    }

    String session() {
      return server.session("pool-admin");
    }

    /** The one reference in an answer. */
    String one(String method, Object... parameters) {
      String list = call(method, parameters);
      return text(list.substring(1, list.length() - 1));
    }
  }
}
