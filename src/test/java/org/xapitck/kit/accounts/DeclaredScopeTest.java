package org.xapitck.kit.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.BadConfiguration;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.rpc.RpcEndpoint;

/** A server is certified for what the user declared, and the word says so. */
@Tag("slow")
class DeclaredScopeTest {
  @TempDir Path folder;

  @Test
  void aHostWithRootAndOneRoleIsConformantForThoseTwo() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("two.yaml"),
            """
            root: {username: root, password: secret}
            read-only: {username: read-only, password: secret}
            """);
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      RunOptions options =
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, "", Wire.XMLRPC);
      Runs.Done done =
          Runs.run(
              options.withDeclared(
                  new DeclaredScope(Optional.of(Set.of("root", "read-only")), false)));

      assertThat(done.word()).isEqualTo("conformant");
      assertThat(done.exitCode()).isZero();
      assertThat(done.console())
          .contains("conformant, for roles read-only, root")
          .doesNotContain("no account for");
      assertThat(done.verdicts()).containsEntry("task.get_all.role xmlrpc", "pass");
    }
  }

  @Test
  void aDeclaredRoleWithoutAnAccountIsAMistakeAndNoScope() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("root.yaml"), "root: {username: root, password: secret}\n");
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      RunOptions options =
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, "")
              .withWires(Set.of(Wire.XMLRPC), false)
              .withDeclared(new DeclaredScope(Optional.of(Set.of("vm-admin")), false));
      assertThatThrownBy(() -> Runs.run(options))
          .isInstanceOf(BadConfiguration.class)
          .hasMessageContaining("vm-admin");
    }
  }

  @Test
  void aReadOnlyRunSendsNoMessageThatWritesAndSaysWhatStaysOpen() throws IOException {
    List<String> methods = new CopyOnWriteArrayList<>();
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(watching(methods)))) {
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), simulator.uri(), accounts(), "", Wire.JSONRPC2)
                  .withDeclared(new DeclaredScope(Optional.empty(), true)));

      assertThat(methods)
          .isNotEmpty()
          .noneMatch(name -> name.matches("task\\.(create|destroy|cancel|set_|add_|remove_).*"));
      assertThat(done.exitCode()).isEqualTo(3);
      assertThat(done.console()).contains("incomplete, for read-only");
      assertThat(done.verdicts()).containsEntry("task.get_all.role jsonrpc2", "pass");
      assertThat(done.message("task.create.result", "jsonrpc2"))
          .contains("--read-only: task.create writes");
    }
  }

  @Test
  void aClockThatIsOneHourOffIsOneWarningAndNoFail() throws IOException {
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.defaults().withClock(SimulatorClock.shifted(Duration.ofHours(1))))) {
      Runs.Done done =
          Runs.run(
              Runs.options(folder.resolve("report"), simulator.uri(), accounts(), "", Wire.XMLRPC));
      assertThat(done.verdicts()).doesNotContainValue("fail").doesNotContainValue("kit-error");
      assertThat(done.verdicts().values().stream().filter("warning"::equals)).hasSize(1);
      assertThat(done.verdicts()).containsEntry("task.created.recent xmlrpc", "warning");
      assertThat(done.exitCode()).isZero();
    }
  }

  private Path accounts() throws IOException {
    return Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
  }

  private static Alteration watching(List<String> methods) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> {
          methods.add(call.method());
          right.call(call, then);
        };
      }
    };
  }
}
