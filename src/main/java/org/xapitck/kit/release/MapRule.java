package org.xapitck.kit.release;

/** Whether roles below pool-operator may write other_config of their own tasks. */
public enum MapRule {
  /** Nobody: the page, and releases before xapi 25.8. */
  CLOSED,
  /** Everybody: xapi 25.8 and later. */
  OPEN,
  /** The server does not tell its release well enough; both are right. */
  EITHER
}
