package org.xapitck.kit.verdict;

/** The overall verdict of a run. */
public enum Overall {
  /** Every must passed or is not applicable. */
  CONFORMANT("conformant"),
  /** A must is broken. */
  NON_CONFORMANT("non-conformant"),
  /**
   * No must is broken, but one of them was not tested, a filtered run judged nothing, or the kit
   * failed.
   */
  INCOMPLETE("incomplete");

  private final String id;

  Overall(String id) {
    this.id = id;
  }

  /** The word of the reports. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
