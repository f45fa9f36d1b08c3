package org.xapitck.simulator.cli;

import java.util.Optional;

/**
 * Who may control the simulator over HTTP, and what it remembers.
 *
 * @param on whether it is controlled over HTTP at all
 * @param token what each request must bear
 * @param journal how many calls are remembered
 */
public record AdminFlags(boolean on, Optional<String> token, Optional<Integer> journal) {
  /** 100,000: as many calls as a journal may keep. */
  private static final int MOST_CALLS = 100_000;

  static final AdminFlags NONE = new AdminFlags(true, Optional.empty(), Optional.empty());

  AdminFlags off() {
    return new AdminFlags(false, token, journal);
  }

  AdminFlags withToken(String value) throws UsageException {
    if (value.isBlank()) {
      throw new UsageException("The token of --admin-token must not be empty.");
    }
    return new AdminFlags(on, Optional.of(value), journal);
  }

  AdminFlags withJournal(String text) throws UsageException {
    try {
      int calls = Integer.parseInt(text);
      if (calls >= 1 && calls <= MOST_CALLS) {
        return new AdminFlags(on, token, Optional.of(calls));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        "A journal of " + text + " calls is not allowed; it may have 1 to " + MOST_CALLS + ".");
  }
}
