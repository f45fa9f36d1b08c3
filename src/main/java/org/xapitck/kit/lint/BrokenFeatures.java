package org.xapitck.kit.lint;

import java.util.List;

/** The features that the kit carries are wrong; never a fault of a server. */
public final class BrokenFeatures extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenFeatures(List<String> problems) {
    super(
        problems.get(0) + (problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : ""));
  }
}
