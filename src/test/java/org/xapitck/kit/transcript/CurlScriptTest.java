package org.xapitck.kit.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Sent;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.support.FakeWire;

/** Which variables the lines for bash name, and who has to set them. */
class CurlScriptTest {
  private static final String SESSION = "OpaqueRef:0b5e0d4c-session";
  private static final String TASK = "OpaqueRef:71f1c2aa-task";
  private static final Endpoint SERVER =
      Endpoint.of(URI.create("http://127.0.0.1:1/"), Endpoint.Trust.standard());

  private static Exchange exchange(String method, String body, Answer answer) {
    return new Exchange(
        Wire.JSONRPC2,
        method,
        Sent.usual(Wire.Notation.JSON, body.getBytes(StandardCharsets.UTF_8)),
        200,
        List.of(),
        new byte[0],
        Duration.ZERO,
        answer,
        List.of());
  }

  private static Secrets sessionOf(String account) {
    Secrets secrets = new Secrets();
    secrets.add(SESSION, "SESSION_" + account);
    return secrets;
  }

  @Test
  void theSessionOfASecondUserIsNeededUnderItsWholeName() {
    Exchange call = exchange("task.get_all", "[\"" + SESSION + "\"]", FakeWire.texts());
    CurlScript.Lines script = CurlScript.of(List.of(call), SERVER, sessionOf("vm-admin-2"));
    assertThat(script.needs()).containsExactly("SESSION_VM_ADMIN_2");
    assertThat(script.accounts()).containsExactly("VM_ADMIN_2");
    assertThat(script.logins(Wire.JSONRPC2, SERVER))
        .singleElement()
        .asString()
        .startsWith("SESSION_VM_ADMIN_2=$(")
        .contains("$USER_VM_ADMIN_2", "$PASSWORD_VM_ADMIN_2");
  }

  @Test
  void nobodyHasToSetWhatALineKeeps() {
    List<Exchange> calls =
        List.of(
            exchange("session.login_with_password", "[\"u\"]", FakeWire.text(SESSION)),
            exchange("task.create", "[\"" + SESSION + "\"]", FakeWire.text(TASK)),
            exchange(
                "task.get_status", "[\"" + SESSION + "\",\"" + TASK + "\"]", FakeWire.text("")));
    CurlScript.Lines script = CurlScript.of(calls, SERVER, new Secrets());
    assertThat(script.lines().get(0)).startsWith("SESSION_1=$(");
    assertThat(script.lines().get(1)).startsWith("TASK_1=$(").contains("\"$SESSION_1\"");
    assertThat(script.lines().get(2)).contains("\"$SESSION_1\"", "\"$TASK_1\"");
    assertThat(script.needs()).isEmpty();
  }

  @Test
  void whereNothingWasSentNothingIsNeeded() {
    assertThat(CurlScript.of(List.of(), SERVER, sessionOf("root")))
        .isEqualTo(CurlScript.Lines.none());
  }
}
