package org.xapitck.kit.target;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What starts tasks that the server runs, and what their tasks did not come to, so that no source
 * is watched twice in vain. Safe for use by many threads.
 */
public final class TaskSources {
  private final List<TaskSource> all;
  private final boolean named;
  private final Patience patience;
  private final Set<Miss> misses = ConcurrentHashMap.newKeySet();

  /** A source whose task was watched to its end and did not come to this. */
  private record Miss(TaskSource source, Fate fate) {}

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
  public List<TaskSource> candidates(Fate fate) {
    return fate == Fate.RUNS
        ? all.subList(Math.max(0, all.size() - 1), all.size())
        : all.stream().filter(source -> !misses.contains(new Miss(source, fate))).toList();
  }

  /** Notes that the task of a source ended without this. */
  public void missed(TaskSource source, Fate fate) {
    misses.add(new Miss(source, fate));
  }

  /** The sources as the user named them. */
  @Override
  public String toString() {
    return String.join("; ", all.stream().map(TaskSource::toString).toList());
  }
}
