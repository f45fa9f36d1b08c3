package org.xapitck.simulator.session;

import java.time.Instant;
import org.xapitck.simulator.rbac.Rights;

/**
 * A session as it was at its last call.
 *
 * @param ref what calls carry
 * @param account who logged in
 * @param rights what it may do
 * @param originator what the client called itself, perhaps empty
 * @param lastActive refreshed at most every ten minutes
 * @param validationTime when its login was checked
 */
public record Session(
    String ref,
    String uuid,
    Account account,
    Rights rights,
    String originator,
    Instant lastActive,
    Instant validationTime) {

  Session activeAt(Instant moment) {
    return new Session(ref, uuid, account, rights, originator, moment, validationTime);
  }
}
