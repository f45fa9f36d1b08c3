package org.xapitck.kit.run;

import io.cucumber.plugin.ConcurrentEventListener;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.execution.Parallel;
import org.xapitck.kit.execution.Recorder;
import org.xapitck.kit.execution.WirePlan;
import org.xapitck.kit.ledger.TaskBudget;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.report.ScenarioNotes;
import org.xapitck.kit.scenario.AcrossScenarios;
import org.xapitck.kit.scenario.ScenarioContext;
import org.xapitck.kit.scenario.ScenarioContextLoader;
import org.xapitck.kit.scenario.Supplies;
import org.xapitck.kit.scenario.WorkWatch;
import org.xapitck.kit.scenario.WrongPasswords;

/**
 * Runs the scenarios of several wires side by side. What judges work of the server comes last, on
 * every wire: until then the work goes on while no thread waits for it. After that come the
 * scenarios of several clients, one wire after the other.
 */
final class Scenarios {
  private final RunContext context;
  private final ApiClients open;
  private final Catalogue catalogue;
  private final Environment environment;
  private final Supplier<String> marks;
  private final Map<Wire, WireRun> runs = new EnumMap<>(Wire.class);
  private final Map<Wire, ScenarioContextLoader> loaders = new ConcurrentHashMap<>();
  private final Map<Wire, WorkWatch> watches = new ConcurrentHashMap<>();

  /**
   * Scenarios that have not begun.
   *
   * @param marks gives a text that no other task has at each call
   */
  Scenarios(
      RunContext context,
      ApiClients open,
      Catalogue catalogue,
      Environment environment,
      Supplier<String> marks) {
    this.context = context;
    this.open = open;
    this.catalogue = catalogue;
    this.environment = environment;
    this.marks = marks;
  }

  /** Adds a wire over which the kit has logged in; the first of all makes the most tasks. */
  void add(Wire wire, WireRun run) {
    runs.put(wire, run);
  }

  /**
   * Runs all of them; returns when the last has ended.
   *
   * @param report makes of the notes of a wire what writes an account of each scenario
   */
  void run(Function<ScenarioNotes, ConcurrentEventListener> report) {
    try {
      atOnce(wire -> scenarios(wire, report));
      atOnce(this::late);
      runs.forEach((wire, found) -> found.judgeTasks(open.over(wire).ledger()));
      runs.keySet().forEach(this::ofClients);
    } finally {
      watches.values().forEach(WorkWatch::close);
    }
  }

  private void atOnce(Consumer<Wire> part) {
    Parallel.run(
        context.plan().wiresAtOnce(),
        runs.keySet().stream().<Runnable>map(wire -> () -> part.accept(wire)).toList());
  }

  private void scenarios(Wire wire, Function<ScenarioNotes, ConcurrentEventListener> report) {
    context.budget().ifPresent(some -> some.allow(share(wire)));
    if (open.anyGone()) {
      // another wire has found the server dead: one short probe instead of three time-outs
      open.over(wire).health().glance();
    }
    WirePlan plan = context.plan().wires().get(wire);
    Recorder recorder = runs.get(wire).recorder(environment.nanos());
    ScenarioContextLoader loader =
        new ScenarioContextLoader(
            Scenarios.class.getClassLoader(),
            watched(wire, plan, recorder),
            publisher -> {
              // first the notes, then the report that reads them
              recorder.setEventPublisher(publisher);
              report.apply(runs.get(wire)::note).setEventPublisher(publisher);
            });
    loaders.put(wire, loader);
    plan.scenarios().run(loader);
  }

  private void late(Wire wire) {
    context
        .plan()
        .wires()
        .get(wire)
        .ofWork()
        .ifPresent(
            some -> {
              some.run(loaders.get(wire));
              Optional.ofNullable(watches.get(wire)).ifPresent(WorkWatch::close);
            });
  }

  private void ofClients(Wire wire) {
    context
        .plan()
        .wires()
        .get(wire)
        .ofClients()
        .ifPresent(
            some -> {
              try {
                some.run(loaders.get(wire));
              } finally {
                open.over(wire).endClients();
              }
            });
  }

  private Supplies supplies(Wire wire) {
    return new Supplies(
        environment.clock(),
        marks,
        environment.ids(),
        new AcrossScenarios(() -> another(wire).map(open::over)));
  }

  /** The wire after this one, so that each looks at another; the first after the last. */
  private Optional<Wire> another(Wire wire) {
    List<Wire> all = runs.keySet().stream().sorted().toList();
    return all.size() < 2
        ? Optional.empty()
        : Optional.of(all.get((all.indexOf(wire) + 1) % all.size()));
  }

  private boolean isFirst(Wire wire) {
    return runs.keySet().iterator().next() == wire;
  }

  /** The first wire makes most of the tasks, and leaves what it did not use up. */
  private int share(Wire wire) {
    return isFirst(wire) && runs.size() > 1 ? TaskBudget.MOST * 7 / 10 : TaskBudget.MOST;
  }

  private ScenarioContext watched(Wire wire, WirePlan plan, Recorder recorder) {
    ScenarioContext scenarioContext =
        new ScenarioContext(
            open.over(wire),
            catalogue,
            supplies(wire),
            recorder,
            new WrongPasswords(isFirst(wire), context.accountsSpared()),
            context.detected(),
            context.budget(),
            context.sources().fresh(),
            Optional.empty());
    if (scenarioContext.sources().isEmpty()) {
      return scenarioContext;
    }
    WorkWatch watch = WorkWatch.begin(scenarioContext, plan.outcomes());
    watches.put(wire, watch);
    return scenarioContext.watching(watch);
  }
}
