package org.xapitck.kit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.xapitck.kit.explanation.ConformanceFailure;
import org.xapitck.kit.explanation.PreconditionFailed;
import org.xapitck.kit.explanation.Reason;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.TaskOutcome;
import org.xapitck.kit.work.TaskSource;
import org.xapitck.kit.work.TaskSources;

/**
 * Watches the server's own work beside the scenarios of a wire. Each source is started once, and
 * every scenario that asks for such a task judges how it ends. Safe for use by many threads.
 */
public final class WorkWatch implements AutoCloseable {
  private final ScenarioContext context;
  private final TaskSources sources;
  private final Set<TaskOutcome> wanted;
  private final Map<TaskSource, WorkObservation> observations = new LinkedHashMap<>();
  private final List<ApiCaller> callers = new ArrayList<>();
  private final Thread thread;
  private RuntimeException broken;
  private boolean begun;
  private boolean over;
  private volatile boolean stopped;

  private WorkWatch(ScenarioContext context, Set<TaskOutcome> wanted) {
    this.context = context;
    this.sources = context.sources();
    this.wanted = wanted;
    this.thread = new Thread(this::watch, "work of the server over " + context.api().wire());
    thread.setDaemon(true);
  }

  /**
   * Starts to watch.
   *
   * @param context of the wire; the account that speaks where no role is named starts the work
   * @param wanted what the scenarios of the wire ask for; where that is nothing, or nothing but
   *     running tasks, which each scenario starts for itself, work is started only when a scenario
   *     asks for a task after all
   */
  public static WorkWatch begin(ScenarioContext context, Set<TaskOutcome> wanted) {
    Set<TaskOutcome> ends =
        wanted.stream().filter(one -> one != TaskOutcome.RUNS).collect(Collectors.toSet());
    WorkWatch watch = new WorkWatch(context, ends.isEmpty() ? Set.of(TaskOutcome.ENDED) : ends);
    if (!ends.isEmpty()) {
      watch.begin();
    }
    return watch;
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      thread.start();
    }
  }

  /** Waits until a task is known that came to this, or that none will be. */
  public synchronized Optional<WorkObservation> find(TaskOutcome outcome) {
    begin();
    while (true) {
      Optional<WorkObservation> found =
          observations.values().stream().filter(one -> one.shows(outcome)).findFirst();
      if (found.isPresent() || over) {
        if (broken != null) {
          throw broken;
        }
        return found;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PreconditionFailed(Reason.Plain.BROKEN_OFF);
      }
    }
  }

  /** What sources showed in a wrong way, in their order. */
  public synchronized List<WorkObservation> deviating() {
    return observations.values().stream().filter(one -> one.deviation().isPresent()).toList();
  }

  /** Why some sources showed nothing, in their order. */
  public synchronized List<Reason> obstacles() {
    return observations.values().stream().flatMap(one -> one.obstacle().stream()).toList();
  }

  /** Every source, with what its task came to where it ended. */
  public synchronized String outcomes() {
    return sources.all().stream()
        .map(
            source ->
                Optional.ofNullable(observations.get(source))
                    .map(WorkObservation::last)
                    .filter(WorkSnapshot::isOver)
                    .map(last -> source + " (" + last.status() + ")")
                    .orElse(source.toString()))
        .collect(Collectors.joining("; "));
  }

  private void watch() {
    try {
      for (List<TaskSource> some : groups()) {
        if (!isSatisfied()) {
          observe(some);
        }
      }
    } catch (RuntimeException e) {
      broken = e;
    } finally {
      end();
    }
  }

  private synchronized void end() {
    over = true;
    notifyAll();
  }

  /** The last source lasts longest, so it is asked only where the others left something open. */
  private List<List<TaskSource>> groups() {
    List<TaskSource> all = sources.all();
    if (wanted.equals(Set.of(TaskOutcome.ENDED)) || all.size() == 1) {
      return all.stream().map(List::of).toList();
    }
    int last = all.size() - 1;
    return List.of(all.subList(0, last), all.subList(last, all.size()));
  }

  private synchronized boolean isSatisfied() {
    return stopped
        || wanted.stream()
            .allMatch(
                outcome -> observations.values().stream().anyMatch(one -> one.shows(outcome)));
  }

  private void observe(List<TaskSource> some) {
    List<Sighting> sightings = some.stream().map(Sighting::new).toList();
    sources
        .patience()
        .await(
            () -> {
              sightings.stream().filter(Sighting::isOpen).forEach(Sighting::look);
              return sightings.stream().anyMatch(Sighting::isOpen);
            },
            open -> !open || stopped);
    sightings.stream().filter(Sighting::isOpen).forEach(Sighting::giveUp);
  }

  private synchronized void note(WorkObservation observation) {
    observations.put(observation.source(), observation);
    notifyAll();
  }

  /** One source under watch. */
  private final class Sighting {
    private final ExchangeLog log = new ExchangeLog();
    private final ApiCaller caller = new ApiCaller(context.notedBy(log));
    private final SourceRun run;
    private WorkObservation known;
    private Optional<Reason> silence = Optional.empty();

    Sighting(TaskSource source) {
      run = new SourceRun(source, sources, caller, context.supplies().clock());
      callers.add(caller);
      known =
          new WorkObservation(
              source,
              Optional.empty(),
              WorkSnapshot.NONE,
              Optional.empty(),
              Optional.empty(),
              List.of());
      known = start();
      note(known);
    }

    private WorkObservation start() {
      try {
        SourceRun.Started started = run.start();
        return new WorkObservation(
            known.source(),
            started.task(),
            WorkSnapshot.NONE,
            started.obstacle(),
            Optional.empty(),
            log.taken());
      } catch (ConformanceFailure unusable) {
        known = with(unusable);
        return ended(log.taken());
      } catch (PreconditionFailed unusable) {
        return with(unusable.reason());
      }
    }

    boolean isOpen() {
      return !known.isDecided();
    }

    void look() {
      try {
        WorkSnapshot sight =
            run.look(known.task().get(), wanted.contains(TaskOutcome.HAS_SUBTASKS));
        known =
            new WorkObservation(
                known.source(),
                known.task(),
                sight,
                Optional.empty(),
                Optional.empty(),
                known.exchanges());
        silence = Optional.empty();
        if (sight.gone()) {
          known = with(run.obstacle(sight));
        }
      } catch (ConformanceFailure unusable) {
        known = with(unusable);
      } catch (PreconditionFailed unusable) {
        // the work of a silent server goes on, and there is time for another look
        boolean silent = unusable.reason() instanceof Reason.ServerSilent;
        silence = Optional.of(unusable.reason()).filter(why -> silent);
        known = silent ? known : with(unusable.reason());
      }
      if (!isOpen()) {
        known = ended(log.taken());
      }
      log.taken();
      note(known);
    }

    private WorkObservation ended(List<Exchange> last) {
      List<Exchange> all = new ArrayList<>(known.exchanges());
      all.addAll(last);
      return new WorkObservation(
          known.source(),
          known.task(),
          known.last(),
          known.obstacle(),
          known.deviation(),
          List.copyOf(all));
    }

    /** It runs on without anybody who waits for it, so it is asked to stop. */
    void giveUp() {
      known = with(silence.orElseGet(() -> run.obstacle(known.last())));
      note(known);
      caller.endStarted();
    }

    private WorkObservation with(Reason obstacle) {
      return with(obstacle, Optional.empty());
    }

    private WorkObservation with(ConformanceFailure unusable) {
      return with(
          SourceRun.otherwise(unusable), Optional.of(unusable).filter(SourceRun::isBeyondDoubt));
    }

    private WorkObservation with(Reason obstacle, Optional<ConformanceFailure> deviation) {
      return new WorkObservation(
          known.source(),
          known.task(),
          known.last(),
          Optional.of(obstacle),
          deviation,
          known.exchanges());
    }
  }

  /** Stops to watch, and disposes of every task that was watched. */
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    callers.forEach(ApiCaller::endStarted);
  }
}
