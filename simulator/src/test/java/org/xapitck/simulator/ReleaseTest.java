package org.xapitck.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** What each release has and has not. */
class ReleaseTest {
  private static final String RIO =
      "task.create task.destroy task.cancel task.get_all task.get_all_records task.get_record"
          + " task.get_by_uuid task.get_by_name_label task.get_uuid task.get_name_label"
          + " task.get_name_description task.get_allowed_operations task.get_current_operations"
          + " task.get_created task.get_finished task.get_status task.get_resident_on"
          + " task.get_progress task.get_type task.get_result task.get_error_info";

  private static final Map<Release, String> ADDED =
      Map.of(
          Release.RIO, RIO,
          Release.MIAMI,
              "task.get_other_config task.set_other_config task.add_to_other_config"
                  + " task.remove_from_other_config",
          Release.ORLANDO, "task.get_subtask_of task.get_subtasks",
          Release.DUNDEE, "task.get_backtrace",
          Release.FALCON, "task.set_status",
          Release.STOCKHOLM, "task.set_progress",
          Release.XAPI_21_3, "task.set_result task.set_error_info");

  @ParameterizedTest
  @EnumSource(Release.class)
  void aReleaseHasTheMessagesOfThePageUpToItAndNoLaterOnes(Release release) {
    List<String> expected =
        Stream.of(Release.values())
            .filter(r -> release.atLeast(r) && ADDED.containsKey(r))
            .flatMap(r -> Stream.of(ADDED.get(r).split(" ")))
            .toList();
    try (TestServer server = start(release)) {
      String list = server.call(Wire.XMLRPC, "system.listMethods");
      List<String> task =
          Stream.of(list.substring(2, list.length() - 2).split("\",\""))
              .filter(name -> name.startsWith("task."))
              .filter(name -> !name.equals("task.get_all_records_where"))
              .toList();
      assertThat(task).containsExactlyInAnyOrderElementsOf(expected);
      String session =
          TestServer.text(
              server.call(Wire.XMLRPC, "session.login_with_password", "root", "secret"));
      String ref = TestServer.text(server.call(Wire.XMLRPC, "task.create", session, "a", "b"));
      String record = server.call(Wire.XMLRPC, "task.get_record", session, ref);
      assertThat(record.contains("other_config")).isEqualTo(release.atLeast(Release.MIAMI));
      assertThat(record.contains("subtask_of")).isEqualTo(release.atLeast(Release.ORLANDO));
      assertThat(record.contains("backtrace")).isEqualTo(release.atLeast(Release.DUNDEE));
    }
  }

  @Test
  void thePageHasThirtyTwoMessages() {
    assertThat(ADDED.values().stream().flatMap(names -> Stream.of(names.split(" ")))).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource({
    "RIO, 1, 1, 4.0.1, , ",
    "MIAMI, 1, 2, 4.1.0, , ",
    "ORLANDO, 1, 3, 5.0.0, 1.3, ",
    "DUNDEE, 2, 5, 7.0.0, 1.9, 2.1.0",
    "FALCON, 2, 7, 7.2.0, 1.9, 2.3.0",
    "STOCKHOLM, 2, 15, 8.2.0, 1.20, 3.2.0",
    "XAPI_21_3, 2, 16, 8.2.50, 21.3, 3.2.50",
    "XAPI_24_16, 2, 21, 8.4.0, 24.16, 3.4.0",
    "XAPI_25_8, 2, 21, 8.4.0, 25.8, 3.4.0",
    "XAPI_26_17, 2, 23, 8.4.0, 26.17, 3.4.0"
  })
  void aReleaseReportsItsVersions(
      Release release, String major, String minor, String product, String xapi, String platform) {
    try (TestServer server = start(release)) {
      String session = root(server);
      String hosts = server.call(Wire.XMLRPC, "host.get_all_records", session);
      assertThat(hosts)
          .contains("\"API_version_major\":\"" + major + "\"")
          .contains("\"API_version_minor\":\"" + minor + "\"")
          .contains("\"product_version\":\"" + product + "\"");
      assertThat(told(hosts, "xapi")).isEqualTo(xapi);
      assertThat(told(hosts, "platform_version")).isEqualTo(platform);
    }
  }

  /**
   * Clients choose what they ask for by these: an absent one ends Ansible, the Go SDK, XenCenter.
   */
  @ParameterizedTest
  @EnumSource(Release.class)
  void aReleaseReportsTheKeysOfItsTime(Release release) {
    try (TestServer server = start(release)) {
      String hosts = server.call(Wire.XMLRPC, "host.get_all_records", root(server));
      for (String always : "xen linux xencenter_min xencenter_max product_brand".split(" ")) {
        assertThat(told(hosts, always)).as(always).isNotEmpty();
      }
      for (String later :
          "platform_name product_version_text product_version_text_short".split(" ")) {
        assertThat(told(hosts, later) != null).as(later).isEqualTo(release.atLeast(Release.DUNDEE));
      }
      assertThat(told(hosts, "db_schema") != null).isEqualTo(release.atLeast(Release.FALCON));
      assertThat(told(hosts, "xapi_build") != null).isEqualTo(release.atLeast(Release.XAPI_24_16));
    }
  }

  /** The value of a key of software_version; null where there is none. */
  private static String told(String hosts, String key) {
    Matcher found = Pattern.compile("\"" + key + "\":\"([^\"]*)\"").matcher(hosts);
    return found.find() ? found.group(1) : null;
  }

  private static String root(TestServer server) {
    return TestServer.text(
        server.call(Wire.XMLRPC, "session.login_with_password", "root", "secret"));
  }

  @ParameterizedTest
  @CsvSource({"RIO, 2", "MIAMI, 3", "ORLANDO, 3"})
  void anOldServerCountsTheParametersOfALogin(Release release, int known) {
    Object[] all = {"root", "secret", "1.0", "me"};
    try (TestServer server = start(release)) {
      for (int count = 2; count <= 4; count++) {
        String outcome =
            server.call(
                Wire.XMLRPC, "session.login_with_password", Stream.of(all).limit(count).toArray());
        assertThat(outcome.startsWith("\"OpaqueRef:")).isEqualTo(count <= known);
      }
    }
  }

  @Test
  void anOldServerHasNoJsonWireAndNoRolesAndDestroysAtOnce() {
    try (TestServer server = start(Release.ORLANDO)) {
      assertThat(server.post("/jsonrpc", Wire.JSONRPC1.call("system.listMethods")).statusCode())
          .isEqualTo(500);
      String weak =
          TestServer.text(
              server.call(Wire.XMLRPC, "session.login_with_password", "read-only", "secret"));
      String root =
          TestServer.text(
              server.call(Wire.XMLRPC, "session.login_with_password", "root", "secret"));
      String ref = TestServer.text(server.call(Wire.XMLRPC, "task.create", root, "a", "b"));
      assertThat(server.call(Wire.XMLRPC, "task.add_to_other_config", weak, ref, "k", "v"))
          .isEqualTo("\"\"");
      assertThat(server.call(Wire.XMLRPC, "task.destroy", weak, ref)).isEqualTo("\"\"");
      assertThat(server.call(Wire.XMLRPC, "task.get_status", weak, ref))
          .isEqualTo(refusal("HANDLE_INVALID", "task", ref));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Release.class,
      names = {"XAPI_25_8", "XAPI_26_17"})
  void sinceXapi25AnOwnerHoldsTheMapButNotItsProtectedKeys(Release release) {
    try (TestServer server = start(release)) {
      String own = server.task("read-only");
      String others = server.task("pool-admin");
      String notOwn = "![\"RBAC_PERMISSION_DENIED\",\"task.destroy/any\"";
      String key = "![\"RBAC_PERMISSION_DENIED\",\"task.add_to_other_config/key:applies_to\"";
      String gone = "![\"RBAC_PERMISSION_DENIED\",\"task.remove_from_other_config/key:applies_to\"";
      String set = "task.set_other_config";
      String add = "task.add_to_other_config";
      Wire wire = Wire.JSONRPC2;
      assertThat(server.as("read-only", wire, add, own, "k", "v")).isEqualTo("\"\"");
      assertThat(server.as("read-only", wire, add, others, "k", "v")).startsWith(notOwn);
      assertThat(server.as("read-only", wire, add, own, "applies_to", "v")).startsWith(key);
      assertThat(server.as("vm-operator", wire, add, others, "applies_to", "v")).startsWith(notOwn);
      assertThat(server.as("pool-admin", wire, add, own, "applies_to", "v")).isEqualTo("\"\"");
      // a protected entry may stay, but not change or go
      assertThat(server.as("read-only", wire, set, own, Map.of("applies_to", "v", "n", "1")))
          .isEqualTo("\"\"");
      assertThat(server.as("read-only", wire, set, own, Map.of("applies_to", "w"))).startsWith(key);
      assertThat(server.as("read-only", wire, set, own, Map.of("n", "2"))).startsWith(gone);
      assertThat(server.as("read-only", wire, "task.remove_from_other_config", own, "n"))
          .isEqualTo("\"\"");
      assertThat(server.as("read-only", wire, "task.get_other_config", own))
          .isEqualTo("{\"applies_to\":\"v\"}");
    }
  }

  /** As recorded of 24.16 and of 26.17. */
  @ParameterizedTest
  @EnumSource(
      value = Release.class,
      names = {"XAPI_24_16", "XAPI_25_8", "XAPI_26_17"})
  void onlyRootMayUseANameWithAnUnderscoreForTheDot(Release release) {
    try (TestServer server = start(release)) {
      assertThat(server.as("pool-admin", Wire.JSONRPC2, "task_get_all"))
          .startsWith("![\"RBAC_PERMISSION_DENIED\",\"task_get_all\"");
      assertThat(server.as("root", Wire.JSONRPC2, "task_get_all")).startsWith("[");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "rio, RIO",
    "4.1, MIAMI",
    "Stockholm, STOCKHOLM",
    "8.2, STOCKHOLM",
    "24.16.0, XAPI_24_16",
    "26.17, XAPI_26_17",
    "26.17.0, XAPI_26_17"
  })
  void aReleaseHasSeveralNames(String name, Release release) {
    assertThat(Release.named(name)).contains(release);
  }

  private static TestServer start(Release release) {
    return TestServer.start(SimulatorOptions.defaults().withRelease(release));
  }
}
