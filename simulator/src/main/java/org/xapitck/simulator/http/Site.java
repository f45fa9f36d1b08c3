package org.xapitck.simulator.http;

import java.util.Optional;

/** Answers GET beyond xapi's own answer, which is 403 for everything. */
@FunctionalInterface
public interface Site {
  /** Nothing. */
  Site NONE = (path, browser) -> Optional.empty();

  /**
   * What is at a path.
   *
   * @param browser whether the client asks for HTML
   */
  Optional<Content> get(String path, boolean browser);

  /** A document. */
  record Content(String type, byte[] bytes) {}
}
