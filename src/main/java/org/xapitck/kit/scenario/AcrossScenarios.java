package org.xapitck.kit.scenario;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.xapitck.kit.client.ApiClient;

/**
 * What the scenarios of a wire share beyond the server: their first task, and another wire to read
 * with. Safe for use by many threads.
 */
public final class AcrossScenarios {
  private final AtomicReference<First> first = new AtomicReference<>();
  private final Supplier<Optional<ApiClient>> otherWire;

  /**
   * The first task of a wire.
   *
   * @param created its field, by the server's clock
   * @param seen when the kit had read it, by its own clock
   */
  public record First(Instant created, Instant seen) {}

  /**
   * Nothing noted yet.
   *
   * @param otherWire the client of another wire of the run; gives none where the run has one wire
   */
  public AcrossScenarios(Supplier<Optional<ApiClient>> otherWire) {
    this.otherWire = otherWire;
  }

  /** The client of another wire; empty where the run has one wire. */
  public Optional<ApiClient> otherWire() {
    return otherWire.get();
  }

  /** The first task of the wire; empty until one is noted. */
  public Optional<First> first() {
    return Optional.ofNullable(first.get());
  }

  /** Notes a task, unless one was noted before. */
  void note(First task) {
    first.compareAndSet(null, task);
  }
}
