package org.xapitck.simulator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xapitck.simulator.support.TestServer.refusal;
import static org.xapitck.simulator.support.TestServer.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.simulator.support.TestServer;
import org.xapitck.simulator.support.Wire;

/** Messages that clients send before they come to their work, and that no recording holds. */
class FirstCallsTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void theCurrentIdIsThatOfTheNextEvent(Wire wire) {
    server.as("root", wire, "event.register", List.of("task"));
    String before = server.as("root", wire, "event.get_current_id");
    server.task("root");
    String events = server.as("root", wire, "event.next");
    assertThat(events).contains("\"id\":\"" + before.replace("\"", "") + "\"");
    assertThat(server.as("root", wire, "event.get_current_id")).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "pool"})
  void theHostAndThePoolAreChosenByAFilter(String type) {
    String all = as(type + ".get_all_records");
    String uuid =
        text(as(type + ".get_uuid", text(as(type + ".get_all").replaceAll("[\\[\\]]", ""))));
    String where = type + ".get_all_records_where";
    assertThat(as(where, "true")).isEqualTo(all);
    assertThat(as(where, "field \"uuid\"=\"" + uuid + "\"")).isEqualTo(all);
    assertThat(as(where, "field \"uuid\"=\"\"")).isEqualTo("{}");
    assertThat(as(where, "not field \"name__label\"=\"x\"")).isEqualTo(all);
    assertThat(as(where, "field \"name_label\"=\"x\""))
        .isEqualTo(refusal("INTERNAL_ERROR", "missing field", "name_label", ""));
    assertThat(as(where, "field")).startsWith("![\"INVALID_VALUE\"");
  }

  @Test
  void aFilterComparesNumbersAndBooleansAsTheDatabaseStoresThem() {
    String all = as("host.get_all_records");
    String where = "host.get_all_records_where";
    assertThat(as(where, "field \"enabled\"=\"true\"")).isEqualTo(all);
    assertThat(as(where, "field \"API_version__major\"=\"2\"")).isEqualTo(all);
    assertThat(as(where, "field \"memory__overhead\"=\"1\"")).isEqualTo("{}");
  }

  @Test
  void eachUserOfTheDirectoryWithASessionIsNamedOnceAndRootNever() {
    assertThat(as("session.get_all_subject_identifiers")).isEqualTo("[]");
    String session = server.session("read-only");
    server.login("read-only");
    String sid = server.as("root", Wire.JSONRPC2, "session.get_auth_user_sid", session);
    assertThat(as("session.get_all_subject_identifiers")).isEqualTo("[" + sid + "]");
    server.session("pool-admin");
    assertThat(as("session.get_all_subject_identifiers")).contains(sid, ",");
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aPoolAdminWritesIntoTheMapOfASession(Wire wire) {
    String session = server.session("pool-admin");
    String add = "session.add_to_other_config";
    assertThat(server.as("pool-admin", wire, add, session, "k", "v")).isEqualTo("\"\"");
    assertThat(server.as("pool-admin", wire, "session.get_other_config", session))
        .isEqualTo("{\"k\":\"v\"}");
    assertThat(server.as("pool-admin", wire, add, session, "k", "w"))
        .isEqualTo(refusal("MAP_DUPLICATE_KEY", "session", "other_config", session, "k"));
    assertThat(server.as("pool-operator", wire, add, session, "l", "w"))
        .startsWith("![\"RBAC_PERMISSION_DENIED\",\"session.add_to_other_config\"");
    assertThat(server.as("pool-admin", wire, add, TestServer.NO_REF, "k", "v"))
        .isEqualTo(refusal("HANDLE_INVALID", "session", TestServer.NO_REF));
    server.as("pool-admin", wire, "session.remove_from_other_config", session, "k");
    server.as("pool-admin", wire, "session.set_other_config", session, Map.of("a", "b"));
    assertThat(server.as("pool-admin", wire, "session.get_other_config", session))
        .isEqualTo("{\"a\":\"b\"}");
  }

  private String as(String method, Object... parameters) {
    return server.as("root", Wire.JSONRPC2, method, parameters);
  }
}
