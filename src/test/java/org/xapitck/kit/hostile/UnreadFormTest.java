package org.xapitck.kit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.config.Connection;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.support.Waiting;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Defect;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.http.HttpStyle;

/** A server that does not answer a form is blamed for the form, and the wire goes on. */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class UnreadFormTest {
  private static final String FORMS =
      "@http.request.headers or @http.request.charset or @task.get_all.result";

  @TempDir Path folder;

  private Runs.Done run(int status, String header) throws Exception {
    Alteration unread =
        new Alteration() {
          @Override
          public HttpStyle http(HttpStyle right) {
            return right.with(new HttpStyle.HeaderRule(header, "", status));
          }
        };
    Defect defect =
        new Defect(
            "unread-" + status,
            "a header is not read",
            Defect.Level.MUST,
            List.of("http.request.headers"),
            org.xapitck.simulator.rpc.Wire.ALL,
            "heads",
            "",
            unread);
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "root: {username: root, password: secret}\n");
    // 3 s: a call that is never answered takes all of it
    Connection hasty =
        new Connection(
            Endpoint.Trust.standard(),
            Waiting.LIMIT,
            Duration.ofSeconds(3),
            1,
            Optional.empty(),
            Map.of(),
            false);
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.defaults().withSeeds(new Seeds(List.of(defect), List.of())))) {
      return Runs.run(
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, FORMS, Wire.JSONRPC2)
              .withConnection(hasty));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 400})
  void theFormAloneIsBlamedWithItsBytes(int status) throws Exception {
    Runs.Done done = run(status, "cookie");
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(done.verdicts().get("http.request.headers jsonrpc2")).isEqualTo("fail");
    assertThat(done.verdicts().get("http.request.charset jsonrpc2")).isEqualTo("pass");
    assertThat(done.verdicts().get("task.get_all.result jsonrpc2")).isEqualTo("pass");
    assertThat(done.message("http.request.headers", "jsonrpc2"))
        .contains("Cookie: colour=green", "\"method\":\"task.get_status\"")
        .doesNotContain("OpaqueRef:session");
  }
}
