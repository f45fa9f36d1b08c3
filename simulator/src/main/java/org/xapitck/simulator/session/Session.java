package org.xapitck.simulator.session;

import java.time.Instant;
import java.util.Map;
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
 * @param otherConfig free entries, in the order they were added
 */
public record Session(
    String ref,
    String uuid,
    Account account,
    Rights rights,
    String originator,
    Instant lastActive,
    Instant validationTime,
    Map<String, String> otherConfig) {

  Session activeAt(Instant moment) {
    return new Session(ref, uuid, account, rights, originator, moment, validationTime, otherConfig);
  }

  Session withOtherConfig(Map<String, String> map) {
    return new Session(ref, uuid, account, rights, originator, lastActive, validationTime, map);
  }
}
