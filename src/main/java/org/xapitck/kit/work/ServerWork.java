package org.xapitck.kit.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the kit may start on the server, to judge the tasks that the server runs.
 *
 * @param sources what starts such a task, in the order in which they are tried; empty where the
 *     user named none, so that only a simulator is asked for what its plans start
 * @param patience how long one of those tasks is watched; 1 second to an hour
 */
public record ServerWork(Optional<List<TaskSource>> sources, Duration patience) {
  /** Hosts clone a disk in less. */
  public static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The longest that a task may be watched. */
  public static final Duration MOST_PATIENCE = Duration.ofHours(1);

  /** xapi's own work stops within 20 s of a cancel. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(20);

  public ServerWork {
    sources = sources.map(List::copyOf);
  }

  /** Nothing named, and a minute. */
  public static ServerWork usual() {
    return new ServerWork(Optional.empty(), PATIENCE);
  }

  /** Nothing is started. */
  public static ServerWork none() {
    return new ServerWork(Optional.of(List.of()), PATIENCE);
  }

  /** How long cancelled work is given to stop before its task is left alone. */
  public Duration stopLimit() {
    return patience.compareTo(STOPS_WITHIN) < 0 ? patience : STOPS_WITHIN;
  }
}
