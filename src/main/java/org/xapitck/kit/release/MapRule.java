package org.xapitck.kit.release;

/** Who may write the other_config of the own tasks below pool-operator. */
public enum MapRule {
  /** Nobody: the page, and releases before xapi 25.8. */
  CLOSED,
  /** Everybody: xapi 25.8 and later. */
  OPEN,
  /** The server does not tell its release well enough; both are right. */
  EITHER
}
