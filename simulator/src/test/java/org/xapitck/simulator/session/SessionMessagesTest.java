package org.xapitck.simulator.session;

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

/** Logging in and out, and what a session shows of itself. */
class SessionMessagesTest {
  private static final String LOGIN = "session.login_with_password";
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
  void twoToFourParametersLogInAndFurtherOnesAreIgnored(Wire wire) {
    Object[][] rows = {
      {"root", "secret"},
      {"root", "secret", "1.0"},
      {"root", "secret", "1.0", "me"},
      {"root", "secret", "1.0", "me", 5, true}
    };
    for (Object[] row : rows) {
      String session = text(server.call(wire, LOGIN, row));
      assertThat(server.call(wire, "session.get_originator", session, session))
          .isEqualTo(row.length > 3 ? "\"me\"" : "\"\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aLoginThatFailsGivesNoSession(Wire wire) {
    for (String user : List.of("root", "nobody", "")) {
      assertThat(server.call(wire, LOGIN, user, "wrong"))
          .isEqualTo(refusal("SESSION_AUTHENTICATION_FAILED", user, "Authentication failure"));
    }
    assertThat(server.call(wire, LOGIN, "root"))
        .isEqualTo(refusal("MESSAGE_PARAMETER_COUNT_MISMATCH", LOGIN, "2", "1"));
    assertThat(server.call(wire, LOGIN))
        .isEqualTo(refusal("MESSAGE_PARAMETER_COUNT_MISMATCH", LOGIN, "2", "0"));
    assertThat(server.call(wire, LOGIN, "root", 5))
        .isEqualTo(refusal("INTERNAL_ERROR", "Failure(\"Expected string, got 'I(5)'\")"));
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aSessionOfOneWireServesTheOthersUntilItIsLoggedOut(Wire wire) {
    String session = text(server.call(wire, LOGIN, "read-only", "secret"));
    for (Wire other : Wire.values()) {
      assertThat(server.call(other, "task.get_all", session)).startsWith("[");
    }
    assertThat(server.call(wire, "session.logout", session)).isEqualTo("\"\"");
    for (Wire other : Wire.values()) {
      assertThat(server.call(other, "task.get_all", session))
          .isEqualTo(refusal("SESSION_INVALID", session));
      assertThat(server.call(other, "session.logout", session))
          .isEqualTo(refusal("SESSION_INVALID", session));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "OpaqueRef:NULL", NO_REF})
  void whatIsNoSessionIsRefusedByName(String session) {
    assertThat(server.call(Wire.XMLRPC, "task.get_all", session))
        .isEqualTo(refusal("SESSION_INVALID", session));
  }

  @Test
  void theRecordOfRootIsTheRecordedOne() {
    String session = server.login("root");
    assertThat(server.call(Wire.JSONRPC2, "session.get_record", session, session))
        .matches(
            "\\{\"uuid\":\"[0-9a-f-]{36}\",\"this_host\":\"OpaqueRef:[0-9a-f-]{36}\","
                + "\"this_user\":\"OpaqueRef:NULL\",\"last_active\":\"20\\d{6}T\\d\\d:\\d\\d:\\d\\dZ\","
                + "\"pool\":false,\"other_config\":\\{\\},\"is_local_superuser\":true,"
                + "\"subject\":\"OpaqueRef:NULL\",\"validation_time\":\"20\\d{6}T\\d\\d:\\d\\d:\\d\\dZ\","
                + "\"auth_user_sid\":\"\",\"auth_user_name\":\"root\",\"rbac_permissions\":\\[\\],"
                + "\"tasks\":\\[\\],\"parent\":\"OpaqueRef:NULL\",\"originator\":\"test\","
                + "\"client_certificate\":false\\}");
  }

  @Test
  void aRolesSessionShowsItsPermissionsAndItsTasks() {
    String session = server.login("vm-operator");
    String task = text(server.call(Wire.JSONRPC2, "task.create", session, "a", "b"));
    assertThat(server.call(Wire.JSONRPC2, "session.get_is_local_superuser", session, session))
        .isEqualTo("false");
    assertThat(server.call(Wire.JSONRPC2, "session.get_tasks", session, session))
        .isEqualTo("[\"" + task + "\"]");
    assertThat(server.call(Wire.JSONRPC2, "session.get_rbac_permissions", session, session))
        .contains("\"task.create\"", "\"task.add_to_other_config/key:applies_to\"")
        .doesNotContain("\"task.set_other_config\"", "task.destroy/any");
    assertThat(server.call(Wire.JSONRPC2, "session.get_auth_user_sid", session, session))
        .matches("\"u\\d+\"");
    assertThat(server.call(Wire.JSONRPC2, "session.get_uuid", session, NO_REF))
        .isEqualTo(refusal("HANDLE_INVALID", "session", NO_REF));
  }
}
