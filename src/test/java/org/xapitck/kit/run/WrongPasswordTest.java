package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.config.AccountsFile;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.model.Release;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.verdict.Shard;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** One wrong password of an account: when it is tried, for whom, and what follows from it. */
@Tag("slow")
class WrongPasswordTest {
  private static final String ID = "session.wrong_password";

  /** Few scenarios beside the one, which is in the first share of any number. */
  private static final Shard FIRST = new Shard(1, 300);

  @TempDir Path folder;

  private final List<String> logins = new CopyOnWriteArrayList<>();

  @Test
  void aWholeRunTriesItOnceRightBeforeARightLoginOfTheLowestRole() throws Exception {
    Runs.Done done = run(options -> options, Wire.XMLRPC, Wire.JSONRPC2);
    assertThat(done.verdicts())
        .containsEntry(ID + " xmlrpc", "pass")
        .containsEntry(ID + " jsonrpc2", "not-applicable");
    assertThat(logins.stream().filter(login -> login.endsWith(" wrong")))
        .containsExactlyInAnyOrder("xapi-task-tck-no-such-user wrong", "read-only wrong");
    List<String> ofTheLowest =
        logins.stream().filter(login -> login.startsWith("read-only ")).toList();
    int wrong = ofTheLowest.indexOf("read-only wrong");
    assertThat(ofTheLowest.get(wrong + 1)).isEqualTo("read-only right");
    assertThat(done.word()).isEqualTo("conformant");
    isNear(done);
  }

  /** What {@code doctor} would have told of the very run. */
  private void isNear(Runs.Done done) {
    RunOptions options =
        RunOptions.defaults(folder).withWires(Set.of(Wire.XMLRPC, Wire.JSONRPC2), true);
    Preview preview =
        Preview.of(
            options,
            Plan.of(options, options.judge(), Release.PAGE),
            options.scope().wires(),
            new AccountsFile(name -> null).read(folder.resolve("accounts.yaml")),
            List.of(Duration.ofMillis(3)));
    JsonNode calls = done.results().get("calls");
    long made = calls.get("xmlrpc").asLong() + calls.get("jsonrpc2").asLong();
    assertThat(preview.calls()).isCloseTo(made, withinPercentage(10));
    long right = logins.stream().filter(login -> login.endsWith(" right")).count();
    assertThat(preview.logins()).isBetween(right, right + 4);
    assertThat(preview.wrongPasswords()).isEqualTo(2);
    assertThat(preview.time())
        .as("3 ms a call, three at once")
        .isEqualTo(Duration.ofMillis(preview.calls()));
  }

  @Test
  void theFirstOfSeveralMachinesTriesItAndNoOther() throws Exception {
    assertThat(run(options -> options.withShard(FIRST)).verdicts())
        .containsEntry(ID + " xmlrpc", "pass");
    assertThat(logins).contains("read-only wrong");
    logins.clear();
    for (int other = 2; other <= 3; other++) {
      Shard shard = new Shard(other, 300);
      assertThat(run(options -> options.withShard(shard)).verdicts())
          .doesNotContainKey(ID + " xmlrpc");
    }
    assertThat(logins).isNotEmpty().doesNotContain("read-only wrong");
  }

  @Test
  void aRunOfSomeRequirementsTriesNone() throws Exception {
    Runs.Done done = run(options -> options.withTags("@session"));
    assertThat(done.verdicts())
        .containsEntry(ID + " xmlrpc", "not-applicable")
        .containsEntry("session.login_refused xmlrpc", "pass");
    assertThat(done.message(ID, "xmlrpc")).contains("only a whole run");
    assertThat(logins).contains("pool-admin right").doesNotContain("read-only wrong");
  }

  @Test
  void theOptionLeavesItOutAndTheVerdictSaysSo() throws Exception {
    Runs.Done done =
        run(
            options ->
                options
                    // with some scenarios more, as a run that judged nothing conforms to nothing
                    .withShard(new Shard(1, 100))
                    .withDeclared(DeclaredScope.EVERYTHING.withoutWrongPassword()));
    assertThat(done.verdicts()).containsEntry(ID + " xmlrpc", "not-applicable");
    assertThat(done.message(ID, "xmlrpc")).isEqualTo("left out by --no-wrong-password");
    assertThat(done.console()).contains("conformant, for everything but a wrong password");
    assertThat(logins).isNotEmpty().doesNotContain("read-only wrong");
  }

  @Test
  void aReadOnlyRunTriesNone() throws Exception {
    DeclaredScope readOnly = new DeclaredScope(DeclaredScope.EVERYTHING.roles(), true);
    Runs.Done done = run(options -> options.withShard(FIRST).withDeclared(readOnly));
    assertThat(done.message(ID, "xmlrpc")).startsWith("--read-only: no wrong password");
    assertThat(logins).isNotEmpty().doesNotContain("read-only wrong");
  }

  @Test
  void rootIsNeverTriedUnderAnyKey() throws Exception {
    Runs.Done done =
        run(
            List.of(),
            "root: {username: root, password: secret}\nvm-admin: {username: root, password: secret}\n",
            options -> options.withShard(FIRST));
    assertThat(done.verdicts()).containsEntry(ID + " xmlrpc", "not-applicable");
    assertThat(done.message(ID, "xmlrpc")).startsWith("the only account is root");
    assertThat(logins).contains("root right").doesNotContain("root wrong");
  }

  @Test
  void anAccountWhoseOwnPasswordIsRefusedIsNotTriedAgain() throws Exception {
    Runs.Done done =
        run(
            List.of(),
            DefaultAccounts.yaml()
                .replace("read-only, password: secret", "read-only, password: no"),
            options -> options.withShard(FIRST));
    assertThat(done.verdicts()).containsEntry(ID + " xmlrpc", "not-testable");
    assertThat(logins.stream().filter(login -> login.startsWith("read-only"))).hasSize(1);
  }

  @Test
  void aServerThatTakesAnyPasswordOfAnExistingUserFailsAtThisAlone() throws Exception {
    Runs.Done done = run(options -> options, List.of("any-password-will-do"));
    assertThat(done.exitCode()).isEqualTo(1);
    assertThat(red(done)).containsExactly(Map.entry(ID + " xmlrpc", "fail"));
    assertThat(done.message(ID, "xmlrpc")).contains("a refusal").contains("Success");
  }

  private static List<Map.Entry<String, String>> red(Runs.Done done) {
    return done.verdicts().entrySet().stream()
        .filter(entry -> List.of("fail", "warning", "kit-error").contains(entry.getValue()))
        .toList();
  }

  private Runs.Done run(UnaryOperator<RunOptions> change, Wire... wires) throws Exception {
    return run(List.of(), DefaultAccounts.yaml(), change, wires);
  }

  private Runs.Done run(UnaryOperator<RunOptions> change, List<String> defects) throws Exception {
    return run(defects, DefaultAccounts.yaml(), change);
  }

  private Runs.Done run(
      List<String> defects, String accounts, UnaryOperator<RunOptions> change, Wire... wires)
      throws Exception {
    Path file = Files.writeString(folder.resolve("accounts.yaml"), accounts);
    SimulatorOptions options =
        SimulatorOptions.defaults()
            .withAlteration(watching(Seeds.of(defects, List.of()).alteration()));
    Wire[] some = wires.length == 0 ? new Wire[] {Wire.XMLRPC} : wires;
    try (Simulator simulator = Simulator.start(options)) {
      return Runs.run(
          change.apply(Runs.options(folder.resolve("report"), simulator.uri(), file, "", some)));
    }
  }

  /** Notes who logs in and whether by the right password. */
  private Alteration watching(Alteration seeded) {
    return new Alteration() {
      @Override
      public org.xapitck.simulator.session.Accounts accounts(
          org.xapitck.simulator.session.Accounts right) {
        return seeded.accounts(right);
      }

      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        RpcEndpoint.Api api = seeded.api(right);
        return (call, then) -> {
          if (call.method().equals("session.login_with_password")) {
            boolean good = call.parameters().get(1).equals(Value.of("secret"));
            logins.add(text(call.parameters().get(0)) + (good ? " right" : " wrong"));
          }
          api.call(call, then);
        };
      }
    };
  }

  private static String text(Value value) {
    return ((Value.Text) value).text();
  }
}
