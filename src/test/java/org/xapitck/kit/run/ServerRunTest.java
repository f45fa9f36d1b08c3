package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xapitck.kit.config.DeclaredScope;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** Tasks that the server runs are judged by the user's sources, and left as they should be. */
@Tag("slow")
class ServerRunTest {
  private static final String PLUGIN = "Async.host.call_plugin {host} task-plan ";

  private static final List<String> JUDGED =
      List.of(
          "task.cancel.ends",
          "task.cancel.server_run",
          "task.error_info.failed",
          "task.error_info.succeeded",
          "task.finished.server_run",
          "task.progress.succeeded",
          "task.result.encoded",
          "task.result.failed",
          "task.status.final",
          "task.subtask_of.meaning",
          "task.subtasks.meaning");

  private static final String ENCODED = "task.result.encoded jsonrpc2";

  private static final Alteration WITHOUT_DESTROY =
      Intercept.calls(
          "task.destroy",
          (call, right) -> new Answer.Failure("MESSAGE_METHOD_UNKNOWN", List.of("task.destroy")));

  @TempDir Path folder;

  @Test
  void aSimulatorByUrlIsAskedForItsPlansAsTheBundledOneIs() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done = Runs.run(options(simulator));
      assertThat(done.console()).contains("Server-run tasks: using the simulator's built-in plans");
      assertThat(done.verdicts().values()).hasSize(JUDGED.size()).containsOnly("pass");
      assertThat(Runs.tasks(simulator.uri())).isEmpty();
    }
  }

  /** Success, failure and parts once for all scenarios, and what is cancelled once for each. */
  @ParameterizedTest
  @CsvSource({
    "'', 5",
    "@task.status.final, 1",
    "@task.cancel.ends, 1",
    "@task.subtasks.meaning, 3",
    "@task.create.result, 0"
  })
  void noWorkIsStartedMoreOftenThanTheRequirementsNeed(String tags, int starts) throws IOException {
    AtomicInteger started = new AtomicInteger();
    Alteration counting =
        Intercept.value(
            "Async.host.call_plugin",
            right -> {
              started.incrementAndGet();
              return right;
            });
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(counting))) {
      RunOptions all = options(simulator);
      Runs.Done done = Runs.run(tags.isEmpty() ? all : all.withTags(tags));
      assertThat(done.verdicts().values()).containsOnly("pass");
      assertThat(started).hasValue(starts);
      assertThat(Runs.tasks(simulator.uri())).isEmpty();
    }
  }

  @Test
  void withoutASourceNothingIsStartedAndNothingIsJudged() throws IOException {
    Alteration anotherServer = Intercept.value("host.get_by_name_label", hosts -> NOTHING);
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(anotherServer))) {
      Runs.Done done = Runs.run(options(simulator));
      assertThat(done.verdicts().values()).containsOnly("not-applicable");
      assertThat(done.message("task.status.final", "jsonrpc2")).contains("--task-source");
      // nothing was judged, so nothing was seen to conform
      assertThat(done.console()).contains("nothing of the selection could be judged");
      assertThat(done.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void aReadOnlyRunStartsNothing() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(options(simulator).withDeclared(new DeclaredScope(Optional.empty(), true)));
      assertThat(done.console()).doesNotContain("Server-run tasks");
      assertThat(done.verdicts().values()).containsOnly("not-applicable");
    }
  }

  @Test
  void whatNoSourceComesToIsNotApplicableAndTheRestIsJudged() throws IOException {
    Plan failure =
        new Plan(
            List.of(),
            Duration.ofSeconds(1),
            new Plan.Outcome.Fails(new Answer.Failure("FAILED", List.of())),
            Optional.of(Duration.ZERO),
            List.of());
    ManualClock clock = SimulatorClock.frozen(Instant.now());
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.defaults()
                .withClock(clock)
                .withAlteration(movedByLooks(clock))
                .withPlans(Plans.of(Map.of("failure", failure))))) {
      Runs.Done done =
          Runs.run(
              options(simulator)
                  .withThreads(1, OptionalLong.empty())
                  .withWork(work(60, PLUGIN + "failure {}")));
      assertThat(done.verdicts())
          .containsEntry("task.error_info.failed jsonrpc2", "pass")
          .containsEntry("task.cancel.ends jsonrpc2", "pass")
          .containsEntry("task.progress.succeeded jsonrpc2", "not-applicable")
          .containsEntry("task.subtasks.meaning jsonrpc2", "not-applicable");
      assertThat(done.message("task.progress.succeeded", "jsonrpc2"))
          .contains("of the tasks started by " + PLUGIN + "failure {} (failure), none succeeded");
      assertThat(done.exitCode()).isZero();
    }
  }

  @Test
  void aSourceThatStartsNothingIsNotTestableAndNoFault() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done = Runs.run(options(simulator).withWork(work(60, "Async.VM.no_such")));
      assertThat(done.verdicts().values()).containsOnly("not-testable");
      assertThat(done.message("task.status.final", "jsonrpc2"))
          .contains("Async.VM.no_such gave no new task", "MESSAGE_METHOD_UNKNOWN");
      assertThat(done.exitCode()).isEqualTo(3);
      assertThat(done.console()).containsOnlyOnce("NOTE: Async.VM.no_such gave no new task");
    }
  }

  /** No must is untested by it, so nothing else would keep the run from saying "conformant". */
  @Test
  void aFilteredRunThatTestedNothingIsIncomplete() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(
              options(simulator)
                  .withTags("@task.result.encoded")
                  .withWork(work(60, "Async.VM.no_such")));
      assertThat(done.verdicts()).containsExactly(Map.entry(ENCODED, "not-testable"));
      assertThat(done.word()).isEqualTo("incomplete");
      assertThat(done.exitCode()).isEqualTo(3);
      assertThat(done.console())
          .contains(
              "Async.VM.no_such gave no new task: Failure MESSAGE_METHOD_UNKNOWN",
              "nothing of the selection could be judged");
    }
  }

  @Test
  void workThatEndedAndCannotBeRemovedIsSaidToBeSoAndNothingIsPromised() throws IOException {
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(WITHOUT_DESTROY))) {
      Runs.Done done =
          Runs.run(
              options(simulator)
                  .withTags("@task.cancel.server_run")
                  .withWork(work(60, PLUGIN + "cancellable {}")));
      assertThat(done.results().toString()).doesNotContain("did not stop");
      List<String> left = Runs.tasks(simulator.uri());
      assertThat(left).isNotEmpty();
      assertThat(done.console())
          .contains("the server has no way to remove tasks of the kit's that have ended")
          .contains("task.destroy answered Failure MESSAGE_METHOD_UNKNOWN")
          .contains(left.get(0))
          .doesNotContain("`cleanup` finishes it");
    }
  }

  /** Setting its status or destroying it would hide the work, which still goes on. */
  @Test
  void workThatDoesNotStopIsNeitherHiddenNorDestroyed() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done =
          Runs.run(
              options(simulator)
                  .withTags("@task.status.final")
                  .withWork(work(1, PLUGIN + "stuck {}")));
      assertThat(done.message("task.status.final", "jsonrpc2"))
          .contains("was still pending after 1.0 s");
      assertThat(done.console()).contains("1 task of the kit's could not be destroyed");
      List<String> left = Runs.tasks(simulator.uri());
      assertThat(left).hasSize(1);
      assertThat(Runs.statuses(simulator.uri()).values()).containsOnly("pending");
    }
  }

  @Test
  void workWhoseStatusCannotBeReadIsNotDestroyed() throws IOException {
    Alteration unreadable =
        Intercept.answers(
            "task.get_status", right -> new Answer.Failure("INTERNAL_ERROR", List.of()));
    try (Simulator simulator =
        Simulator.start(SimulatorOptions.defaults().withAlteration(unreadable))) {
      Runs.run(
          options(simulator)
              .withTags("@task.cancel.server_run")
              .withWork(work(1, PLUGIN + "stuck {}")));
      assertThat(Runs.statuses(simulator.uri()).values()).containsOnly("pending");
    }
  }

  @Test
  void workThatDoesNotStopIsNotStartedByEveryScenario() throws IOException {
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Runs.Done done = Runs.run(options(simulator).withWork(work(1, PLUGIN + "stuck {}")));
      assertThat(done.verdicts().values()).containsOnly("not-testable", "pass", "warning");
      assertThat(done.verdicts()).containsEntry("task.cancel.ends jsonrpc2", "warning");
      // one that is watched, and one for each of the two scenarios that cancel
      assertThat(Runs.tasks(simulator.uri())).hasSize(3);
    }
  }

  /** A wrong server answers with a task that was there before. */
  @Test
  void aTaskOfAnotherIsNotTheSourcesWhateverTheServerSays() throws IOException {
    String[] foreign = new String[1];
    Alteration lying =
        Intercept.value("Async.host.call_plugin", right -> new Value.Text(foreign[0]));
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withAlteration(lying))) {
      foreign[0] = simulator.startTask("slow");
      Runs.Done done = Runs.run(options(simulator).withWork(work(1, PLUGIN + "stuck {}")));
      assertThat(done.verdicts().values()).containsOnly("not-testable");
      assertThat(Runs.statuses(simulator.uri())).containsEntry(foreign[0], "pending");
    }
  }

  /** A wrong server names somebody's task as a part of the kit's. */
  @Test
  void aTaskOfAnotherIsNoPartWhateverTheServerSays() throws IOException {
    Value.Text[] foreign = new Value.Text[1];
    Alteration lying =
        FieldView.everywhere("subtasks", right -> new Value.Array(List.of(foreign[0])));
    try (Simulator simulator = Simulator.start(SimulatorOptions.defaults().withAlteration(lying))) {
      foreign[0] = new Value.Text(simulator.startTask("slow"));
      Runs.run(options(simulator).withTags("@task.subtasks.meaning or @task.status.final"));
      assertThat(Runs.statuses(simulator.uri())).containsEntry(foreign[0].text(), "pending");
    }
  }

  /** The time passes at each look at a status, so that a cancel is never too late for its work. */
  private static Alteration movedByLooks(ManualClock clock) {
    return new Alteration() {
      @Override
      public RpcEndpoint.Api api(RpcEndpoint.Api right) {
        return (call, then) -> {
          if (call.method().equals("task.get_status")) {
            clock.advance(Duration.ofMillis(300));
          }
          right.call(call, then);
        };
      }
    };
  }

  private static final Value NOTHING = new Value.Array(List.of());

  private RunOptions options(Simulator simulator) throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    String tags = String.join(" or ", JUDGED.stream().map(id -> "@" + id).toList());
    return Runs.options(folder.resolve("report"), simulator.uri(), accounts, tags, Wire.JSONRPC2);
  }

  private static ServerWork work(int seconds, String... lines) {
    return new ServerWork(
        Optional.of(
            Arrays.stream(lines).map(line -> TaskSource.of(TaskSource.words(line))).toList()),
        Duration.ofSeconds(seconds));
  }
}
