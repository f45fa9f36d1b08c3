package org.xapitck.simulator.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plans by name. They are read when the first one is needed, because reading a file costs a tenth
 * of a start.
 */
public final class Plans {
  private final Supplier<Map<String, Plan>> source;
  private Map<String, Plan> byName;

  private Plans(Supplier<Map<String, Plan>> source) {
    this.source = source;
  }

  /** These plans. */
  public static Plans of(Map<String, Plan> plans) {
    Map<String, Plan> copy = Map.copyOf(plans);
    return new Plans(() -> copy);
  }

  /** The plans that {@code source} gives when the first is needed. */
  public static Plans later(Supplier<Map<String, Plan>> source) {
    return new Plans(source);
  }

  /** The plan of that name. */
  public Optional<Plan> find(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /** The names of all plans, in order. */
  public List<String> names() {
    return byName().keySet().stream().sorted().toList();
  }

  private synchronized Map<String, Plan> byName() {
    if (byName == null) {
      byName = source.get();
    }
    return byName;
  }
}
