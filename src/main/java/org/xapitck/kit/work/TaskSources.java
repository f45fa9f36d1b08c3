package org.xapitck.kit.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.xapitck.kit.client.Polling;
import org.xapitck.kit.explanation.Reason;

/**
 * The sources of server-run tasks, and what the kit learnt about each, so that it starts no work in
 * vain. Safe for use by many threads.
 */
public final class TaskSources {
  /** Two requirements are about a cancel; the second has to be judged after the first failed. */
  private static final int INTERRUPTIONS = 2;

  private final List<TaskSource> all;
  private final boolean named;
  private final Polling patience;
  private final Map<TaskSource, Reason> struck = new ConcurrentHashMap<>();
  private final Map<TaskSource, Reason> stubborn = new ConcurrentHashMap<>();
  private final Set<Reason> idle;
  private final AtomicInteger interruptions = new AtomicInteger();

  /**
   * Sources that nobody has tried over this wire.
   *
   * @param all in the order in which they are tried
   * @param named whether the user named them, and so counts on them
   * @param patience with which a task is watched
   */
  public TaskSources(List<TaskSource> all, boolean named, Polling patience) {
    this(all, named, patience, ConcurrentHashMap.newKeySet());
  }

  private TaskSources(List<TaskSource> all, boolean named, Polling patience, Set<Reason> idle) {
    this.all = List.copyOf(all);
    this.named = named;
    this.patience = patience;
    this.idle = idle;
  }

  /**
   * The same sources, of which nothing was learnt yet: what one wire shows is not another's. What
   * starts nothing is gathered from all of them.
   */
  public TaskSources fresh() {
    return new TaskSources(all, named, patience, idle);
  }

  /** In the order in which they are tried. */
  public List<TaskSource> all() {
    return all;
  }

  /** The one that is interrupted: what lasts longest stands at the end. */
  public TaskSource last() {
    return all.get(all.size() - 1);
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
  public Polling patience() {
    return patience;
  }

  /** Why a source is not started any more to be interrupted. */
  public Optional<Reason> obstacle(TaskSource source) {
    boolean enough = interruptions.get() >= INTERRUPTIONS;
    return Optional.ofNullable(struck.get(source))
        .or(() -> enough ? Optional.ofNullable(stubborn.get(source)) : Optional.empty());
  }

  /**
   * Notes that the task of a source did not stop when it was asked to, or could not be removed, so
   * that little more of it is started.
   */
  public void stays(TaskSource source, Reason why) {
    stubborn.put(source, why);
  }

  /** Notes that the last source is started to be interrupted. */
  public void interrupts() {
    interruptions.incrementAndGet();
  }

  /** Notes that a source on which the user counts started nothing. */
  public void startsNothing(Reason why) {
    idle.add(why);
  }

  /** What started nothing, on whichever wire, one sentence each. */
  public List<String> idle() {
    return idle.stream().map(Reason::text).sorted().toList();
  }

  /** Notes that a source is of no use, so that it is not started again over this wire. */
  public void strike(TaskSource source, Reason why) {
    struck.put(source, why);
  }

  /** The sources as the user named them. */
  @Override
  public String toString() {
    return all.stream().map(TaskSource::toString).collect(Collectors.joining("; "));
  }
}
