package org.xapitck.kit.model;

import java.util.Locale;

/** How binding a requirement is. */
public enum Level {
  /** Stated by the page or the wire protocol; a deviation is a fail. */
  MUST,
  /** Stated with a hedge, or all known servers agree; a deviation is a warning. */
  SHOULD,
  /** What servers do; never judged. */
  INFO;

  /** The word of the catalogue and of every report. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
