package org.xapitck.kit.target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.xapitck.kit.wire.Wire;

/**
 * What starts tasks that the server runs, and what was learnt of each, so that no work is started
 * twice in vain. Safe for use by many threads.
 */
public final class TaskSources {
  /** Two requirements are about a cancel; the second has to be judged after the first failed. */
  private static final int INTERRUPTIONS = 2;

  private final List<TaskSource> all;
  private final boolean named;
  private final Patience patience;
  private final Map<Miss, String> misses = new ConcurrentHashMap<>();
  private final Map<TaskSource, String> outlasting = new ConcurrentHashMap<>();
  private final Map<TaskSource, String> struck = new ConcurrentHashMap<>();
  private final Map<TaskSource, String> stubborn = new ConcurrentHashMap<>();
  private final Map<Wired, Integer> interruptions = new ConcurrentHashMap<>();

  /** A source whose task ended over a wire and did not come to this. */
  private record Miss(TaskSource source, Fate fate, Wire wire) {}

  /** A source over a wire. */
  private record Wired(TaskSource source, Wire wire) {}

  /**
   * Sources that nobody has tried.
   *
   * @param all in the order in which they are tried
   * @param named whether the user named them, and so counts on them
   * @param patience with which a task is watched
   */
  public TaskSources(List<TaskSource> all, boolean named, Patience patience) {
    this.all = List.copyOf(all);
    this.named = named;
    this.patience = patience;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether the user named them. */
  public boolean areNamed() {
    return named;
  }

  /** With which a task is watched. */
  public Patience patience() {
    return patience;
  }

  /**
   * Sources whose task may come to this. The last one is the one that is interrupted: whoever names
   * several puts there what lasts longest.
   */
  public List<TaskSource> candidates(Fate fate, Wire wire) {
    List<TaskSource> some =
        fate == Fate.RUNS ? all.subList(Math.max(0, all.size() - 1), all.size()) : all;
    return some.stream()
        .filter(source -> !misses.containsKey(new Miss(source, fate, wire)))
        .toList();
  }

  /** Why a source is not started any more to come to this. */
  public Optional<String> obstacle(TaskSource source, Fate fate, Wire wire) {
    Optional<String> why = Optional.ofNullable(struck.get(source));
    if (fate != Fate.RUNS) {
      return why.or(() -> Optional.ofNullable(stubborn.get(source)))
          .or(() -> Optional.ofNullable(outlasting.get(source)));
    }
    boolean enough = interruptions.getOrDefault(new Wired(source, wire), 0) >= INTERRUPTIONS;
    return why.or(() -> enough ? Optional.ofNullable(stubborn.get(source)) : Optional.empty());
  }

  /** Notes what the task of a source came to instead. */
  public void missed(TaskSource source, Fate fate, Wire wire, String instead) {
    misses.put(new Miss(source, fate, wire), instead);
  }

  /** Notes that the task of a source lasts longer than anybody watches it. */
  public void outlasts(TaskSource source, String why) {
    outlasting.put(source, why);
  }

  /**
   * Notes that the task of a source did not stop when it was asked to, so that little more of it is
   * started.
   */
  public void doesNotStop(TaskSource source) {
    stubborn.put(source, "the task of " + source + " did not stop");
  }

  /** Notes that a source is started to be interrupted. */
  public void interrupts(TaskSource source, Wire wire) {
    interruptions.merge(new Wired(source, wire), 1, Integer::sum);
  }

  /** Notes that a source is of no use, so that it is not started again in this run. */
  public void strike(TaskSource source, String why) {
    struck.put(source, why);
  }

  /** The sources, each with what its task came to instead. */
  public String misses(Fate fate, Wire wire) {
    return all.stream()
        .map(
            source -> {
              String instead = misses.get(new Miss(source, fate, wire));
              return instead == null ? source.toString() : source + " (" + instead + ")";
            })
        .collect(Collectors.joining("; "));
  }

  /** The sources as the user named them. */
  @Override
  public String toString() {
    return all.stream().map(TaskSource::toString).collect(Collectors.joining("; "));
  }
}
