package org.xapitck.kit.run;

import io.cucumber.plugin.ConcurrentEventListener;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.xapitck.kit.catalogue.Catalogue;
import org.xapitck.kit.report.ScenarioNotes;
import org.xapitck.kit.steps.Stage;
import org.xapitck.kit.steps.StageLoader;
import org.xapitck.kit.steps.WorkWatch;
import org.xapitck.kit.target.Stock;
import org.xapitck.kit.wire.Wire;

/**
 * Runs the scenarios of several wires side by side. What judges work of the server comes last, on
 * every wire: until then the work goes on while no thread waits for it.
 */
final class Scenarios {
  private final Ground ground;
  private final Conversations open;
  private final Catalogue catalogue;
  private final Surroundings surroundings;
  private final Supplier<String> marks;
  private final Map<Wire, WireRun> runs = new EnumMap<>(Wire.class);
  private final Map<Wire, StageLoader> loaders = new ConcurrentHashMap<>();
  private final Map<Wire, WorkWatch> watches = new ConcurrentHashMap<>();

  /**
   * Scenarios that have not begun.
   *
   * @param marks gives a text that no other task has at each call
   */
  Scenarios(
      Ground ground,
      Conversations open,
      Catalogue catalogue,
      Surroundings surroundings,
      Supplier<String> marks) {
    this.ground = ground;
    this.open = open;
    this.catalogue = catalogue;
    this.surroundings = surroundings;
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
      atOnce(this::ofWork);
    } finally {
      watches.values().forEach(WorkWatch::close);
    }
  }

  private void atOnce(Consumer<Wire> part) {
    SideBySide.run(
        ground.plan().wiresAtOnce(),
        runs.keySet().stream().<Runnable>map(wire -> () -> part.accept(wire)).toList());
  }

  private void scenarios(Wire wire, Function<ScenarioNotes, ConcurrentEventListener> report) {
    ground.stock().ifPresent(some -> some.allow(share(wire)));
    if (open.anyGone()) {
      // another wire has found the server dead: one short probe instead of three time-outs
      open.over(wire).probe();
    }
    WirePlan plan = ground.plan().wires().get(wire);
    Recorder recorder = runs.get(wire).recorder(surroundings.nanos());
    StageLoader loader =
        new StageLoader(
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

  private void ofWork(Wire wire) {
    ground
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

  private boolean isFirst(Wire wire) {
    return runs.keySet().iterator().next() == wire;
  }

  /** The first wire makes most of the tasks, and leaves what it did not use up. */
  private int share(Wire wire) {
    return isFirst(wire) && runs.size() > 1 ? Stock.MOST * 7 / 10 : Stock.MOST;
  }

  private Stage watched(Wire wire, WirePlan plan, Recorder recorder) {
    Stage stage =
        new Stage(
            open.over(wire),
            catalogue,
            surroundings.clock(),
            marks,
            recorder,
            isFirst(wire),
            ground.claim(),
            ground.stock(),
            ground.sources().fresh(),
            Optional.empty());
    if (plan.ofWork().isEmpty() || stage.sources().isEmpty()) {
      return stage;
    }
    WorkWatch watch = WorkWatch.begin(stage, plan.outcomes());
    watches.put(wire, watch);
    return stage.watching(watch);
  }
}
