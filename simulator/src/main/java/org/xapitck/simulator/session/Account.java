package org.xapitck.simulator.session;

import org.xapitck.simulator.rbac.Rights;

/**
 * Somebody who can log in.
 *
 * @param username unique among the accounts of a server
 * @param password in the clear, as a simulator may; never logged, left out of {@link #toString()}
 * @param sid the user's id at the directory; empty for root, so that all of root's tasks are common
 * @param rights what a session of it may do
 */
public record Account(String username, String password, String sid, Rights rights) {

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
