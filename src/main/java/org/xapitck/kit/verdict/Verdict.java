package org.xapitck.kit.verdict;

/** The verdict of a requirement on a wire, with its name in every report. */
public enum Verdict {
  PASS("pass"),
  /** A must is broken. */
  FAIL("fail"),
  /** A should is broken. */
  WARNING("warning"),
  /** Outside the server's release or capabilities, of another wire, or never judged. */
  NOT_APPLICABLE("not-applicable"),
  /** A prerequisite failed, or there is no account for the role. */
  NOT_TESTABLE("not-testable"),
  /** The kit's own fault. */
  KIT_ERROR("kit-error");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** The word of the reports. */
  public String id() {
    return id;
  }
}
