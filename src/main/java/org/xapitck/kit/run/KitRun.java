package org.xapitck.kit.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.report.KitAllure;
import org.xapitck.kit.report.ReportFolder;
import org.xapitck.kit.report.ScenarioResult;
import org.xapitck.kit.steps.Stage;
import org.xapitck.kit.steps.StageLoader;
import org.xapitck.kit.target.Account;
import org.xapitck.kit.target.Conversation;
import org.xapitck.kit.target.Ledger;
import org.xapitck.kit.target.Target;
import org.xapitck.kit.verdict.Outcome;
import org.xapitck.kit.verdict.Outcome.Result;
import org.xapitck.kit.verdict.Scope;
import org.xapitck.kit.verdict.Verdicts;
import org.xapitck.kit.wire.Endpoint;
import org.xapitck.kit.wire.Secrets;
import org.xapitck.kit.wire.Wire;
import org.xapitck.kit.wire.WireClients;

/**
 * One run: finds the scenarios, opens the target, logs in over each wire, runs the scenarios wire
 * by wire, cleans up, and judges. It writes Allure's results on the way; {@link Finding} holds
 * everything that the other reports need.
 */
public final class KitRun {
  private final RunOptions options;
  private final Surroundings surroundings;
  private final Catalogue catalogue = Catalogue.packed();
  private final Secrets secrets = new Secrets();
  private final Ledger ledger = new Ledger();
  private final AtomicInteger marks = new AtomicInteger();
  private final String mark;
  private final Map<Wire, Conversation> conversations = new EnumMap<>(Wire.class);
  private final Map<String, Duration> phases = new LinkedHashMap<>();
  private Instant phaseBegan;

  /** A run that has not begun. */
  public KitRun(RunOptions options, Surroundings surroundings) {
    this.options = options;
    this.surroundings = surroundings;
    this.phaseBegan = surroundings.clock().instant();
    this.mark = "xapi-task-tck " + surroundings.ids().get().substring(0, 8);
  }

  /**
   * What a run found.
   *
   * @param verdicts every requirement of its scope once per wire
   * @param preflights the logins, by wire
   * @param scenarios every scenario that ran
   * @param calls calls sent, by wire
   * @param phases how long each part took
   * @param mostTasks the most tasks that lived at one moment
   * @param leftovers tasks of the kit's that the server would not let go
   */
  public record Finding(
      Verdicts verdicts,
      List<Preflight.Finding> preflights,
      List<ScenarioResult> scenarios,
      Map<Wire, Long> calls,
      Map<String, Duration> phases,
      int mostTasks,
      int leftovers) {

    /** Whether any wire got as far as its scenarios, or was found wrong on the way. */
    public boolean reached() {
      return preflights.stream()
          .anyMatch(
              p ->
                  p.state() != Preflight.State.UNREACHABLE && p.state() != Preflight.State.REFUSED);
    }
  }

  /** The kit's memory of what must not be shown. */
  public Secrets secrets() {
    return secrets;
  }

  /** What the page says. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * Runs to the end.
   *
   * @throws org.xapitck.kit.target.BadConfiguration where the user's input cannot be used
   */
  public Finding run(Plan plan, TargetServer server, ReportFolder folder) {
    server.target().accounts().all().stream().map(Account::password).forEach(secrets::add);
    openConversations(server.target());
    try {
      phase("start");
      List<Preflight.Finding> preflights = preflight();
      phase("log in");
      Progress progress = progress(plan, preflights);
      Map<Wire, WireRun> runs = new EnumMap<>(Wire.class);
      preflights.stream()
          .filter(Preflight.Finding::ready)
          .forEach(
              p ->
                  runs.put(
                      p.wire(),
                      new WireRun(catalogue, conversations.get(p.wire()), secrets, progress)));
      inParallel(
          plan.wiresAtOnce(),
          runs.keySet().stream()
              .<Runnable>map(wire -> () -> scenarios(plan, folder, wire, runs))
              .toList());
      progress.end();
      phase("scenarios");
      close();
      phase("clean up");
      return finding(plan, preflights, runs);
    } finally {
      close();
    }
  }

  private void openConversations(Target target) {
    WireClients.Sources sources = WireClients.Sources.standard();
    for (Wire wire : options.wires()) {
      conversations.put(
          wire,
          new Conversation(
              WireClients.open(wire, target.endpoint(), sources),
              WireClients.open(wire, impatient(target.endpoint()), sources),
              target,
              ledger,
              mark.replace(' ', '-') + "/" + wire,
              secrets::add));
    }
  }

  /**
   * 3 s to say anything: after three calls without an answer a dead server must not cost a fourth
   * time-out.
   */
  private static Endpoint impatient(Endpoint endpoint) {
    Duration patience = Duration.ofSeconds(3);
    return new Endpoint(
        endpoint.url(), endpoint.trust(), patience, patience, endpoint.answerLimit());
  }

  private List<Preflight.Finding> preflight() {
    Preflight preflight = new Preflight(catalogue, options.wiresNamed());
    List<Preflight.Finding> findings = new ArrayList<>();
    List<Supplier<Preflight.Finding>> checks =
        conversations.values().stream()
            .<Supplier<Preflight.Finding>>map(conversation -> () -> preflight.check(conversation))
            .toList();
    inParallel(
        checks.size(),
        checks.stream()
            .<Runnable>map(
                check ->
                    () -> {
                      Preflight.Finding finding = check.get();
                      synchronized (findings) {
                        findings.add(finding);
                      }
                    })
            .toList());
    findings.sort(java.util.Comparator.comparing(Preflight.Finding::wire));
    return findings;
  }

  private Progress progress(Plan plan, List<Preflight.Finding> preflights) {
    long total =
        preflights.stream()
            .filter(Preflight.Finding::ready)
            .mapToLong(p -> plan.executions().get(p.wire()).size())
            .sum();
    return new Progress(surroundings.out(), surroundings.terminal(), Math.max(1, total));
  }

  private void scenarios(Plan plan, ReportFolder folder, Wire wire, Map<Wire, WireRun> runs) {
    WireRun run = runs.get(wire);
    boolean firstWire = runs.keySet().iterator().next() == wire;
    Recorder recorder = run.recorder();
    KitAllure allure = KitAllure.writingTo(folder.allureResults(), run::note, secrets::mask);
    Stage stage =
        new Stage(
            conversations.get(wire),
            catalogue,
            surroundings.clock(),
            () -> mark + "-" + marks.incrementAndGet(),
            recorder,
            firstWire);
    StageLoader loader =
        new StageLoader(
            KitRun.class.getClassLoader(),
            stage,
            publisher -> {
              // first the notes, then the report that reads them
              recorder.setEventPublisher(publisher);
              allure.setEventPublisher(publisher);
            });
    if (conversations.values().stream().anyMatch(Conversation::gone)) {
      // another wire has found the server dead: one short probe instead of three time-outs
      conversations.get(wire).probe();
    }
    plan.executions().get(wire).run(loader);
  }

  private Finding finding(Plan plan, List<Preflight.Finding> preflights, Map<Wire, WireRun> runs) {
    Scope scope = plan.scope(options);
    List<Outcome> outcomes = new ArrayList<>();
    List<ScenarioResult> scenarios = new ArrayList<>();
    for (Preflight.Finding preflight : preflights) {
      Wire wire = preflight.wire();
      outcomes.addAll(preflight.outcomes());
      if (preflight.state() == Preflight.State.NOT_SERVED) {
        scope = scope.withoutWire(wire, preflight.cause());
      } else if (!preflight.ready()) {
        scope = scope.stoppedAt(wire, preflight.cause());
      } else {
        if (conversations.get(wire).gone()) {
          scope = scope.stoppedAt(wire, "the server stopped answering");
        }
        outcomes.addAll(runs.get(wire).outcomes());
        scenarios.addAll(runs.get(wire).results());
        plan.selections()
            .get(wire)
            .tooNew()
            .forEach(
                (id, reason) ->
                    outcomes.add(new Outcome(id, wire, "not run", Result.NOT_APPLICABLE, reason)));
      }
    }
    Map<Wire, Long> calls = new EnumMap<>(Wire.class);
    conversations.forEach((wire, conversation) -> calls.put(wire, (long) conversation.calls()));
    int leftovers = options.wires().stream().mapToInt(wire -> ledger.live(wire).size()).sum();
    return new Finding(
        Verdicts.judge(catalogue.requirements(), outcomes, scope),
        preflights,
        scenarios,
        calls,
        phases,
        ledger.most(),
        leftovers);
  }

  /** Completes and destroys what is left, and logs out; also where the user broke the run off. */
  public void close() {
    conversations.values().forEach(Conversation::close);
  }

  private void phase(String name) {
    Instant now = surroundings.clock().instant();
    phases.put(name, Duration.between(phaseBegan, now));
    phaseBegan = now;
  }

  private static void inParallel(int threads, List<Runnable> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      for (Future<?> future : tasks.stream().<Future<?>>map(pool::submit).toList()) {
        future.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    } finally {
      pool.shutdownNow();
    }
  }
}
