package org.xapitck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.support.DefaultAccounts;
import org.xapitck.kit.support.Runs;
import org.xapitck.kit.work.ServerWork;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.FieldView;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Values;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/**
 * A server without create, such as xend, is judged by the tasks that a source of the user's starts:
 * they are read, looked up and cancelled, and nothing is written to them.
 */
@Tag("slow")
class NoCreateTest {
  private static final String PLUGIN = "Async.host.call_plugin {host} task-plan ";

  /** What xend has of class task. */
  private static final Alteration WITHOUT_CREATE = unknown("task.create");

  /** As xend 4.1.6 shows tasks. */
  private static final Alteration OF_XEND =
      Intercept.together(
          WITHOUT_CREATE,
          FieldView.everywhere("progress", right -> Value.of("100")),
          FieldView.everywhere("allowed_operations", right -> new Value.Struct(List.of())),
          FieldView.everywhere("result", right -> new Value.Nil()),
          inRecords(record -> Values.without(record, "backtrace")));

  @TempDir Path folder;

  @Test
  void whatOneCanReadIsJudgedOnTheTasksOfASource() throws IOException {
    Runs.Done done = judged(WITHOUT_CREATE, "");
    assertThat(done.verdicts())
        .containsEntry("task.create.published jsonrpc2", "fail")
        .containsEntry("task.progress.type jsonrpc2", "pass")
        .containsEntry("task.get_result.role jsonrpc2", "pass")
        .containsEntry("task.get_record.effect jsonrpc2", "pass")
        .containsEntry("task.get_all.completed jsonrpc2", "pass")
        .containsEntry("task.get_by_name_label.effect jsonrpc2", "pass")
        .containsEntry("task_allowed_operations.closed jsonrpc2", "pass")
        .containsEntry("task.cancel.result jsonrpc2", "pass")
        .containsEntry("task.cancel.error jsonrpc2", "pass");
    assertThat(with("fail", done)).containsExactly("task.create.published");
    assertThat(with("warning", done)).isEmpty();
  }

  @Test
  void whatWritesOrComparesWithWhatCreateGaveStaysUntested() throws IOException {
    Runs.Done done = judged(WITHOUT_CREATE, "");
    for (String id :
        List.of(
            "task.create.effect",
            "task.set_progress.effect",
            "task.progress.initial",
            "task.progress.access",
            "task.name_label.default",
            "task.uuid.access",
            "task.get_record.fresh",
            "task.get_all.effect",
            "task.get_by_name_label.twins",
            "task.destroy.effect")) {
      assertThat(done.verdicts()).containsEntry(id + " jsonrpc2", "not-testable");
      assertThat(because(done, id)).as(id).isEqualTo("task.create.published");
    }
  }

  @Test
  void nothingIsWrittenToThem() throws IOException {
    Set<String> called = new ConcurrentSkipListSet<>();
    Alteration watching =
        Intercept.calls(
            method -> method.startsWith("task."),
            (call, server) -> {
              Answer answer = server.answer(call);
              if (answer instanceof Answer.Success) {
                called.add(call.method());
              }
              return answer;
            });
    judged(Intercept.together(WITHOUT_CREATE, watching), "");
    assertThat(called)
        .contains("task.cancel", "task.destroy", "task.get_progress")
        .noneMatch(method -> method.matches("task\\.(set|add|remove)_.*"));
  }

  @Test
  void whatXendShowsIsNamedOnceByTheRequirementThatOwnsIt() throws IOException {
    Runs.Done done = judged(OF_XEND, "");
    assertThat(with("fail", done))
        .containsExactlyInAnyOrder(
            "task.create.published",
            "task.allowed_operations.type",
            "task.backtrace.published",
            "task.result.type",
            // the one field with a number: with it the wire has none that is one
            "wire.json2.float");
    assertThat(with("kit-error", done)).isEmpty();
  }

  @Test
  void aFilteredRunNamesThemAsWell() throws IOException {
    Runs.Done done = judged(OF_XEND, "@task.progress.type or @task.progress.initial");
    assertThat(with("fail", done)).contains("task.progress.type");
    assertThat(because(done, "task.progress.initial")).isEqualTo("task.create.published");
  }

  @Test
  void withoutASourceTheyStayUntested() throws IOException {
    Runs.Done done =
        judged(
            WITHOUT_CREATE,
            "@task.progress.type or @task.create.published",
            "Async.host.no_such_message");
    assertThat(done.verdicts())
        .containsEntry("task.progress.type jsonrpc2", "not-testable")
        .containsEntry("task.create.published jsonrpc2", "fail");
    assertThat(because(done, "task.progress.type")).isEqualTo("task.create.published");
  }

  private static Alteration unknown(String method) {
    return Intercept.calls(
        method, (call, server) -> new Answer.Failure("MESSAGE_METHOD_UNKNOWN", List.of(method)));
  }

  private static Alteration inRecords(UnaryOperator<Value> change) {
    return Intercept.together(
        Intercept.value("task.get_record", change),
        Intercept.value("task.get_all_records", all -> each((Value.Struct) all, change)));
  }

  private static Value each(Value.Struct all, UnaryOperator<Value> change) {
    return new Value.Struct(
        all.members().stream()
            .map(one -> new Value.Member(one.name(), change.apply(one.value())))
            .toList());
  }

  private static Set<String> with(String verdict, Runs.Done done) {
    return done.verdicts().entrySet().stream()
        .filter(entry -> entry.getValue().equals(verdict))
        .map(entry -> entry.getKey().replaceFirst(" .*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String because(Runs.Done done, String id) {
    for (var entry : done.results().get("requirements")) {
      if (entry.get("id").asText().equals(id)) {
        return entry.path("because").asText();
      }
    }
    return "";
  }

  private Runs.Done judged(Alteration alteration, String tags, String... sources)
      throws IOException {
    Path accounts = Files.writeString(folder.resolve("accounts.yaml"), DefaultAccounts.yaml());
    String[] lines =
        sources.length > 0
            ? sources
            : new String[] {
              PLUGIN + "success {}", PLUGIN + "failure {}", PLUGIN + "cancellable {}"
            };
    try (Simulator simulator =
        Simulator.start(
            SimulatorOptions.defaults().withAlteration(alteration).withPlans(plans()))) {
      RunOptions options =
          Runs.options(folder.resolve("report"), simulator.uri(), accounts, tags, Wire.JSONRPC2)
              .withWork(
                  new ServerWork(
                      Optional.of(
                          Arrays.stream(lines)
                              .map(line -> TaskSource.of(TaskSource.words(line)))
                              .toList()),
                      Duration.ofSeconds(60)));
      Runs.Done done = Runs.run(options);
      assertThat(Runs.tasks(simulator.uri())).isEmpty();
      return done;
    }
  }

  private static Plans plans() {
    return Plans.of(
        Map.of(
            "success",
            plan(30, new Plan.Outcome.Succeeds("ok")),
            "failure",
            plan(30, new Plan.Outcome.Fails(new Answer.Failure("FAILED", List.of()))),
            "cancellable",
            plan(2000, new Plan.Outcome.Succeeds("ok"))));
  }

  private static Plan plan(int millis, Plan.Outcome outcome) {
    return new Plan(
        List.of(),
        Duration.ofMillis(millis),
        outcome,
        Optional.of(Duration.ofMillis(20)),
        List.of());
  }
}
