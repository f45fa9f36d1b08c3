package org.xapitck.kit.report;

import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.xapitck.kit.allure.AllureResults;
import org.xapitck.kit.allure.AllureShape;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.Deviation;
import org.xapitck.kit.explanation.Explanation;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Foundations;
import org.xapitck.kit.model.Level;
import org.xapitck.kit.model.Redaction;
import org.xapitck.kit.model.Requirement;
import org.xapitck.kit.model.Requirement.Citation;
import org.xapitck.kit.model.Role;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.publish.Reports;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdicts;

/** A made-up run over three wires, with some of every verdict where asked for. */
public final class SampleRun {

  private static final List<String> MESSAGES =
      List.of("create", "destroy", "cancel", "get_status", "set_progress", "get_record", "get_all");
  private static final List<String> ASPECTS =
      List.of("result", "effect", "pending", "role", "unknown_ref", "bad_session", "signature");

  private static final URI PAGE = URI.create("https://example.org/classes/task.html");

  public final List<Requirement> catalogue = new ArrayList<>();
  public final List<Outcome> outcomes = new ArrayList<>();

  /** Hides the word that stands for every secret. */
  public static final Redaction HIDDEN = text -> text.replace("hunter2", "***");

  public final List<ScenarioResult> scenarios = new ArrayList<>();
  private final Map<String, ScenarioNote> notes = new HashMap<>();
  private final List<TestResult> results = new ArrayList<>();

  /**
   * A run with so many scenarios per requirement and wire.
   *
   * @param server what the server writes where the kit repeats it
   */
  public static SampleRun withDeviations(int perRequirement, String server) {
    return new SampleRun(perRequirement, server, true);
  }

  /** A run in which everything passes. */
  public static SampleRun green(int perRequirement) {
    return new SampleRun(perRequirement, "", false);
  }

  private SampleRun(int perRequirement, String server, boolean deviations) {
    for (String message : MESSAGES) {
      for (String aspect : ASPECTS) {
        Level level = aspect.equals("pending") ? Level.SHOULD : Level.MUST;
        catalogue.add(requirement("task." + message + "." + aspect, level));
      }
    }
    for (Requirement requirement : catalogue) {
      for (Wire wire : Wire.values()) {
        for (int i = 0; i < perRequirement; i++) {
          Outcome.Result result =
              deviations && i == 0 ? deviation(requirement.id(), wire) : Outcome.Result.PASSED;
          scenario(requirement, wire, i, result, server);
        }
      }
    }
  }

  private static Outcome.Result deviation(String id, Wire wire) {
    return switch (id) {
      case "task.destroy.effect" ->
          wire == Wire.XMLRPC ? Outcome.Result.PASSED : Outcome.Result.FAILED;
      case "task.destroy.pending", "task.cancel.pending" -> Outcome.Result.FAILED;
      case "task.cancel.role", "task.create.role" -> Outcome.Result.NOT_TESTABLE;
      case "task.get_all.pending" -> Outcome.Result.NOT_APPLICABLE;
      case "task.get_record.effect" ->
          wire == Wire.JSONRPC1 ? Outcome.Result.KIT_ERROR : Outcome.Result.PASSED;
      default -> Outcome.Result.PASSED;
    };
  }

  public static Requirement requirement(String id, Level level) {
    return new Requirement(
        id,
        Requirement.Kind.MESSAGE,
        level,
        "rio",
        new Requirement.Wording(
            "line 217, message " + id.split("\\.")[1],
            "The statement of " + id + " in one sentence.",
            ""));
  }

  private void scenario(
      Requirement requirement, Wire wire, int i, Outcome.Result result, String server) {
    String feature = Groups.feature(requirement.id());
    String rule = "A rule about " + requirement.subject();
    String name = requirement.id().replace('.', ' ') + " with example " + i;
    Optional<Explanation> explanation = explanation(requirement, wire, result, server);
    Outcome outcome =
        new Outcome(requirement.id(), wire, feature + ": " + name, result, explanation);
    outcomes.add(outcome);
    ScenarioResult scenario =
        ScenarioResult.of(
            new ScenarioResult.Place(wire, feature, rule, name, Optional.empty()),
            List.of(requirement),
            List.of(outcome),
            Duration.ofMillis(12 + i));
    scenarios.add(scenario);
    TestResult written = allure(name, i, result, outcome.message());
    results.add(written);
    notes.put(
        written.getUuid(),
        new ScenarioNote(
            scenario,
            List.of(requirement),
            transcript(wire, server),
            List.of(call(wire, server)),
            "curl -si 'http://127.0.0.1:8080/'",
            List.of()));
  }

  private static Optional<Explanation> explanation(
      Requirement requirement, Wire wire, Outcome.Result result, String server) {
    return switch (result) {
      case PASSED -> Optional.empty();
      case FAILED ->
          Optional.of(
              Deviation.of(
                  requirement,
                  wire,
                  new ConformanceFailure(
                      "Failure HANDLE_INVALID", "Success \"" + server + "\"", "task.get_status"),
                  ""));
      case NOT_TESTABLE -> Optional.of(new Reason.AccountMissing(Role.VM_ADMIN));
      case NOT_APPLICABLE -> Optional.of(new Reason.OperationNeverShown("cancel"));
      case KIT_ERROR -> Optional.of(new Reason.KitError("Given a task of mine", "parsers differ"));
    };
  }

  private static TestResult allure(String name, int i, Outcome.Result result, String message) {
    long start = 1_764_000_000_000L + i * 20L;
    Status status = result == Outcome.Result.PASSED ? Status.PASSED : Status.FAILED;
    List<StepResult> steps = new ArrayList<>();
    for (String text :
        List.of(
            "Given a task of mine", "When I destroy it", "Then the call succeeds ", "And gone")) {
      steps.add(new StepResult().setName(text).setStart(start).setStop(start + 3));
    }
    steps.forEach(step -> step.setStatus(Status.PASSED));
    steps.get(2).setStatus(status).setStatusDetails(new StatusDetails().setMessage(message));
    steps.add(new StepResult().setName("org.xapitck.kit.steps.Hooks.after()"));
    return new TestResult()
        .setUuid(UUID.randomUUID().toString())
        .setName(name)
        .setFullName("features/task/x.feature:" + (10 + i))
        .setHistoryId("stock")
        .setTestCaseId("stock")
        .setParameters(List.of(new Parameter().setName("example").setValue("e" + i)))
        .setStatus(status)
        .setStatusDetails(new StatusDetails().setMessage(message).setTrace("at org.xapitck.X"))
        .setSteps(steps)
        .setStart(start)
        .setStop(start + 12);
  }

  private static String transcript(Wire wire, String server) {
    String exchange =
        """
        POST /jsonrpc  task.create  3.1 ms
        {"jsonrpc":"2.0","method":"task.create","params":["***","label","mark 4711"],"id":12}
        200 OK
        {"jsonrpc":"2.0","result":"OpaqueRef:2f0c7f1c-6f3b-4a57-8d7d-3f5a3f2b9d11","id":12}

        """;
    return wire.title() + "\n\n" + exchange.repeat(8) + server + "\n";
  }

  private static NotedCall call(Wire wire, String server) {
    String type = wire.notation().mediaType();
    return new NotedCall(
        "task.create", new NotedCall.Body("{}", type), new NotedCall.Body(server, type));
  }

  public Verdicts verdicts() {
    return RunJudge.judge(
        catalogue, Foundations.NONE, outcomes, Scope.whole(List.of(Wire.values())));
  }

  public RunReport report() {
    return RunReport.of(verdicts())
        .kit("0.1.0")
        .catalogue("2026-11-25")
        .contract(
            Optional.of(new Citation("XenAPI class task, as of 2026-11-25", Optional.of(PAGE))))
        .server("url", "http://127.0.0.1:8080/")
        .server("brand", "xapi 24.16.0")
        .release("page")
        .accounts(List.of("read-only", "pool-admin"), List.of("vm-admin"))
        .started(Instant.parse("2026-11-25T08:00:00Z"))
        .phase("start", Duration.ofMillis(1200))
        .phase("scenarios", Duration.ofMillis(20100))
        .calls(Map.of(Wire.XMLRPC, 4000L, Wire.JSONRPC1, 4001L, Wire.JSONRPC2, 4002L))
        .notice("the certificate was not checked")
        .scenarios(scenarios)
        .build(HIDDEN);
  }

  /** Writes what Cucumber's adapter would have handed over, through the kit's shape. */
  public void writeAllure(Path folder) {
    AllureResults allure = new AllureResults(folder);
    AllureShape shape = allure.shape(id -> Optional.ofNullable(notes.get(id)), HIDDEN);
    results.forEach(shape::write);
    allure.finish(report());
  }

  /** Writes a whole report folder; returns Allure's page in it. */
  public Path page(Path folder, Map<String, String> environment) {
    return written(folder, report(), environment).allureReport().resolve("index.html");
  }

  /** Writes a whole report folder of a report that this run gave. */
  public Path write(Path folder, RunReport report) {
    written(folder, report, Map.of());
    return folder;
  }

  private ReportFolder written(Path folder, RunReport report, Map<String, String> environment) {
    ReportFolder prepared = ReportFolder.prepare(folder);
    writeAllure(prepared.allureResults());
    Reports.write(
        prepared,
        report,
        name -> environment.containsKey(name) ? HIDDEN.of(environment.get(name)) : null);
    return prepared;
  }
}
