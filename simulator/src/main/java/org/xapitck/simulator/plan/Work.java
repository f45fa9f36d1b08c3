package org.xapitck.simulator.plan;

import java.util.Optional;
import org.xapitck.simulator.rpc.Value;

/**
 * What a call has the server do.
 *
 * @param plan how it moves and ends
 * @param result what it ends with instead of the plan's result, where the plan succeeds
 */
public record Work(Plan plan, Optional<Value> result) {

  /** A plan as it is. */
  public static Work of(Plan plan) {
    return new Work(plan, Optional.empty());
  }
}
