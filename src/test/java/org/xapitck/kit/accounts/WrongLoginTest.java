package org.xapitck.kit.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.rpc.Value;

/** A login that gives no session is wrong itself; the wire that carries it is not. */
class WrongLoginTest {
  @TempDir Path folder;

  static Stream<Value> noSessions() {
    return Stream.of(
        Value.of(""),
        new Value.Real(1.5),
        new Value.Array(List.of(Value.of("OpaqueRef:1"))),
        new Value.Struct(
            List.of(new Value.Member("session", Value.of("OpaqueRef:1"))), Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("noSessions")
  void theWireIsNotBlamedForWhatTheLoginGives(Value given) throws Exception {
    Path accounts = folder.resolve("accounts.yaml");
    Files.writeString(accounts, "root: {username: root, password: secret}\n");
    SimulatorOptions wrong =
        SimulatorOptions.defaults()
            .withAlteration(Intercept.value("session.login_with_password", right -> given));
    try (Simulator simulator = Simulator.start(wrong)) {
      Runs.Done done =
          Runs.run(
              Runs.options(
                  folder.resolve("report"),
                  simulator.uri(),
                  accounts,
                  "@task.get_all.result",
                  Wire.values()));
      assertThat(done.exitCode()).isEqualTo(1);
      assertThat(done.verdicts().entrySet().stream().filter(one -> one.getValue().equals("fail")))
          .extracting(Map.Entry::getKey)
          .containsExactlyInAnyOrder(
              "session.login xmlrpc", "session.login jsonrpc1", "session.login jsonrpc2");
      assertThat(done.console()).contains("no session can be read from the answer to the login");
    }
  }
}
