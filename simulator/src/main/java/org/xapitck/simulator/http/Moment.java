package org.xapitck.simulator.http;

import java.util.function.Supplier;

/**
 * What one connection serves its request from: asked for once with each head, so that no swap of
 * what is served falls between the handlers of a request. Used by the connection's thread alone.
 */
final class Moment {
  private final Supplier<Serving> current;
  private Serving serving;

  Moment(Supplier<Serving> current) {
    this.current = current;
  }

  /** What is served from this head on. */
  Serving renewed() {
    serving = current.get();
    return serving;
  }

  /** What was served when the head came. */
  Serving get() {
    return serving;
  }
}
