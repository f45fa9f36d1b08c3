package org.xapitck.kit.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Call;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;

/** A directory may take its time to refuse a password, however short the user's time-out is. */
class PatientClientTest {
  private static final Duration CALL = Duration.ofSeconds(1);
  private static final Duration ANSWERED_AFTER = Duration.ofSeconds(6);

  /** The watchdog has looked at a call, and begun to look again. */
  private static final int LOOKS = 4;

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void aWrongPasswordGetsTenSecondsWhereOtherCallsGetOne() throws Exception {
    try (ScriptedServer server = new ScriptedServer(this::late);
        WireClient client =
            WireClients.following(Wire.JSONRPC2, endpoint(server.url()), sources(), words -> {})) {
      Call usual = Call.judged("session.login_with_password", List.of("user", "password"));
      assertThat(client.call(usual).answered()).isFalse();
      Exchange patient =
          client.call(
              new Call(usual.method(), usual.parameters(), Call.Purpose.JUDGED_IN_PATIENCE));
      assertThat(patient.answered()).isTrue();
    }
  }

  private void late(ScriptedServer.Request request, ScriptedServer.Connection connection)
      throws Exception {
    nanos.addAndGet(ANSWERED_AFTER.toNanos());
    int before = looks.get();
    Waiting.until(() -> looks.get() > before + LOOKS, "looks at the call");
    String body = Talk.success(Wire.JSONRPC2, "\"ref\"").replace("{id}", request.id());
    connection.send(ScriptedServer.ok(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Endpoint endpoint(URI url) {
    return Endpoint.of(url, Endpoint.Trust.standard()).within(CALL, CALL);
  }

  private CallSources sources() {
    return CallSources.timedBy(
        () -> {
          looks.incrementAndGet();
          return nanos.get();
        });
  }
}
