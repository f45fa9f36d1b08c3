package org.xapitck.simulator.dispatch;

import java.util.Optional;
import org.xapitck.simulator.release.Release;

/**
 * The releases that have a message in the form of its line.
 *
 * @param first the first that has it
 * @param until the first that has it no more, or in another form
 */
record Since(Release first, Optional<Release> until) {

  static Since since(Release first) {
    return new Since(first, Optional.empty());
  }

  Since until(Release release) {
    return new Since(first, Optional.of(release));
  }

  boolean covers(Release release) {
    return release.atLeast(first) && until.map(end -> !release.atLeast(end)).orElse(true);
  }
}
