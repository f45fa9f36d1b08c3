package org.xapitck.kit.target;

import org.xapitck.kit.wire.Secrets;

/**
 * What the conversations of a run share.
 *
 * @param target the server
 * @param mark of the run
 * @param ledger the tasks of the run
 * @param secrets told every session reference, so that no output shows it
 * @param pace of the calls
 * @param stopping how long running work is given to stop before its task is left alone
 */
public record Common(
    Target target, Mark mark, Ledger ledger, Secrets secrets, Pace pace, Patience stopping) {}
