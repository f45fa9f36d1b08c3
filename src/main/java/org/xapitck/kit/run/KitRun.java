package org.xapitck.kit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.xapitck.kit.catalogue.Applicability;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.client.ApiClient;
import org.xapitck.kit.client.ServerGone;
import org.xapitck.kit.config.Accounts;
import org.xapitck.kit.console.Progress;
import org.xapitck.kit.execution.Parallel;
import org.xapitck.kit.execution.Plan;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Account;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.options.RunOptions;
import org.xapitck.kit.redaction.Secrets;
import org.xapitck.kit.release.DetectedRelease;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.scenario.WrongPasswords;
import org.xapitck.kit.verdict.Baseline;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.RunJudge;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdicts;
import org.xapitck.kit.work.TaskSources;

/**
 * One run: opens the target, logs in over each wire, runs the scenarios wire by wire, cleans up,
 * and judges. It writes Allure's results on the way; {@link RunResult} holds everything that the
 * other reports need.
 */
final class KitRun {
  private final RunOptions options;
  private final Environment environment;
  private final Baseline baseline;
  private final Catalogue catalogue;
  private final Secrets secrets = new Secrets();
  private final AtomicInteger marks = new AtomicInteger();
  private final RunMark mark;
  private final AtomicReference<ApiClients> clients = new AtomicReference<>();
  private final AtomicReference<Reason> brokenOff = new AtomicReference<>();
  private final Map<String, Duration> phases = new LinkedHashMap<>();
  private Instant phaseBegan;

  /** A run that has not begun. */
  KitRun(RunOptions options, Environment environment, Catalogue catalogue, Baseline baseline) {
    this.options = options;
    this.environment = environment;
    this.catalogue = catalogue;
    this.baseline = baseline;
    this.phaseBegan = environment.clock().instant();
    this.mark = new RunMark(environment.ids().get().substring(0, 8));
  }

  /** The kit's memory of what must not be shown. */
  Secrets secrets() {
    return secrets;
  }

  /**
   * Runs to the end, or to the point where the kit broke; what was found until then is never lost.
   *
   * @param report the account of the scenarios, or {@link ScenarioReport#NONE}
   * @throws org.xapitck.kit.model.BadConfiguration where the user's input cannot be used
   */
  RunResult run(Plan plan, TargetServer server, ScenarioReport report) {
    for (Account account : server.target().accounts().all()) {
      secrets.add(account.password(), "PASSWORD_" + account.name());
    }
    ApiClients open = ApiClients.open(options, environment, server.target(), mark, secrets);
    try {
      clients.set(open);
      Optional.ofNullable(brokenOff.get()).ifPresent(open::breakOff);
      List<Preflight.Finding> preflights = new ArrayList<>();
      Map<Wire, WireRun> runs = new EnumMap<>(Wire.class);
      RunContext context =
          new RunContext(
              plan, Releases.UNASKED, Optional.empty(), sources().none(), Optional.empty());
      Optional<Throwable> broken = Optional.empty();
      try {
        phase("start");
        List<Preflight.Finding> logins = preflight(open);
        preflights.addAll(logins);
        context = context(plan, open, server.target().accounts(), logins);
        preflights.clear();
        preflights.addAll(Releases.served(logins, context.detected().release()));
        phase("log in");
        execute(context, report, open, preflights, runs);
      } catch (RuntimeException | Error e) {
        broken = Optional.of(e);
      }
      // before the finding, which counts what is left
      open.close();
      phase("clean up");
      return finding(context, open, preflights, runs, broken);
    } finally {
      open.close();
    }
  }

  /** What the server claims to be, said before anything is done to it. */
  private RunContext context(
      Plan plan, ApiClients open, Accounts accounts, List<Preflight.Finding> preflights) {
    DetectedRelease detected =
        new Releases(options.judging().release()).detected(preflights, open::over);
    environment.out().println(secrets.mask(Releases.judging(detected)));
    Optional<TaskBudget> budget = Releases.budget(detected.release());
    budget.ifPresent(some -> environment.out().println(Releases.staying(detected.release())));
    TaskSources sources = sources().of(preflights, open::over);
    if (!sources.isEmpty()) {
      String by = sources.areNamed() ? sources.toString() : "the simulator's built-in plans";
      environment.out().println("Server-run tasks: using " + secrets.mask(by));
    }
    return new RunContext(
        plan.judgedBy(detected.release(), options, catalogue),
        detected,
        budget,
        sources,
        WrongPasswords.spared(options.scope().declared(), options.scope().tags(), accounts));
  }

  private void execute(
      RunContext context,
      ScenarioReport report,
      ApiClients open,
      List<Preflight.Finding> preflights,
      Map<Wire, WireRun> runs) {
    Progress progress = progress(context.plan(), open, preflights);
    Scenarios scenarios =
        new Scenarios(
            context, open, catalogue, environment, () -> mark.numbered(marks.incrementAndGet()));
    for (Preflight.Finding preflight : preflights) {
      if (preflight.ready()) {
        Wire wire = preflight.wire();
        lookAround(open.over(wire));
        runs.put(
            wire,
            wireRun(open, wire, progress, report, new Applicability(context.detected().release())));
        scenarios.add(wire, runs.get(wire));
      }
    }
    scenarios.run(notes -> report.of(notes, secrets::mask));
    progress.end();
    phase("scenarios");
  }

  private WireRun wireRun(
      ApiClients open,
      Wire wire,
      Progress progress,
      ScenarioReport report,
      Applicability applicability) {
    Runnable stop =
        options.execution().failFast() ? () -> open.breakOff(Reason.Plain.FIRST_FAILURE) : () -> {};
    TranscriptRenderer protocol =
        new TranscriptRenderer(open.over(wire), secrets, options.execution().showExchanges());
    return new WireRun(
        catalogue,
        new Assessment(
            catalogue,
            requirement -> applicability.absence(requirement).isEmpty(),
            wire,
            RerunLine.options(options),
            open.over(wire).health()::isSilentNow),
        wire,
        baseline,
        protocol,
        new WireRun.Audience(progress, stop, report.readsNotes()),
        options.reports().book());
  }

  private static void lookAround(ApiClient api) {
    try {
      api.lookAround();
    } catch (ServerGone e) {
      // each scenario will say so
      return;
    }
  }

  private List<Preflight.Finding> preflight(ApiClients open) {
    Preflight preflight =
        new Preflight(catalogue, options.scope().wiresNamed(), RerunLine.options(options));
    List<Preflight.Finding> findings = Collections.synchronizedList(new ArrayList<>());
    Parallel.run(
        open.all().size(),
        open.all().stream()
            .<Runnable>map(one -> () -> findings.add(preflight.check(one)))
            .toList());
    return findings.stream().sorted(Comparator.comparing(Preflight.Finding::wire)).toList();
  }

  private Progress progress(Plan plan, ApiClients open, List<Preflight.Finding> preflights) {
    long total =
        preflights.stream()
            .filter(Preflight.Finding::ready)
            .mapToLong(p -> plan.wires().get(p.wire()).size())
            .sum();
    return new Progress(
        environment.out(),
        environment.screen(),
        total,
        () -> open.calls().values().stream().mapToLong(Long::longValue).sum(),
        environment.nanos());
  }

  private RunResult finding(
      RunContext context,
      ApiClients open,
      List<Preflight.Finding> preflights,
      Map<Wire, WireRun> runs,
      Optional<Throwable> broken) {
    Scope scope = context.plan().scope(options);
    List<Outcome> outcomes = new ArrayList<>();
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (Preflight.Finding preflight : preflights) {
      Wire wire = preflight.wire();
      outcomes.addAll(preflight.outcomes());
      if (preflight.cause().isPresent()) {
        Reason cause = preflight.cause().get();
        scope =
            preflight.state() == Preflight.State.NOT_SERVED
                ? scope.withoutWire(wire, cause)
                : scope.stoppedAt(wire, cause);
      } else if (runs.containsKey(wire)) {
        Optional<Reason> end = open.over(wire).end();
        scope = end.isPresent() ? scope.stoppedAt(wire, end.get()) : scope;
        outcomes.addAll(runs.get(wire).outcomes(open.over(wire).ledger()));
        scenarios.addAll(runs.get(wire).results());
        outcomes.addAll(context.plan().tooNew(wire));
      }
    }
    if (broken.isPresent()) {
      for (Wire wire : options.scope().wires()) {
        scope = scope.stoppedAt(wire, Reason.Plain.KIT_FAILED_BEFORE);
      }
    }
    Verdicts verdicts =
        RunJudge.judge(catalogue.requirements(), catalogue.foundations(), outcomes, scope)
            .under(baseline, options.execution().failOnWarning());
    return new RunResult(
        verdicts,
        context.detected(),
        preflights,
        scenarios.stream().map(one -> one.settled(verdicts)).toList(),
        open.calls(),
        phases,
        new RunResult.Tasks(open.leftovers(), open.settled(), open.irremovable()),
        Stream.concat(
                open.remarks().stream(),
                context.sources().idle().stream()
                    .map(why -> why + "; what needs its task could not be judged"))
            .toList(),
        broken);
  }

  /**
   * Makes no further call but those that clean up; the run then ends by itself, with every report.
   */
  void breakOff(Reason why) {
    brokenOff.compareAndSet(null, why);
    Optional.ofNullable(clients.get()).ifPresent(open -> open.breakOff(why));
  }

  private void phase(String name) {
    Instant now = environment.clock().instant();
    phases.put(name, Duration.between(phaseBegan, now));
    phaseBegan = now;
  }

  private Sources sources() {
    return new Sources(options, environment.nanos());
  }
}
