package org.xapitck.simulator.admin;

import java.util.Optional;
import org.xapitck.simulator.journal.Journal;

/**
 * Who may control a simulator over HTTP, and what it remembers.
 *
 * @param on whether {@code /__admin/} is served
 * @param token what each request must bear; without one, only this machine is served
 * @param journalCalls how many calls the journal keeps, 1 to 100,000
 */
public record AdminAccess(boolean on, Optional<String> token, int journalCalls) {
  /** On, for this machine alone; 10,000 calls. */
  public static final AdminAccess DEFAULT =
      new AdminAccess(true, Optional.empty(), Journal.DEFAULT_CALLS);

  /** Refuses an empty token, which nobody could bear, and a journal of no size. */
  public AdminAccess {
    if (token.isPresent() && token.get().isBlank()) {
      throw new IllegalArgumentException("the token must not be empty");
    }
    if (journalCalls < 1 || journalCalls > Journal.MAX_CALLS) {
      throw new IllegalArgumentException(
          "a journal keeps 1 to " + Journal.MAX_CALLS + " calls, not " + journalCalls);
    }
  }

  /** The same with a token. */
  public AdminAccess withToken(String value) {
    return new AdminAccess(on, Optional.of(value), journalCalls);
  }

  /** The same, not served. */
  public AdminAccess off() {
    return new AdminAccess(false, token, journalCalls);
  }

  /** The same with a journal of another size. */
  public AdminAccess withJournal(int calls) {
    return new AdminAccess(on, token, calls);
  }

  /** Who decides whether a request is served by a server that listens there. */
  public Guard guard(String host) {
    return new Guard(host, token);
  }
}
