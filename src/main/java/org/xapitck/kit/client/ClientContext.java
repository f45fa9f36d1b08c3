package org.xapitck.kit.client;

import org.xapitck.kit.ledger.Ledger;
import org.xapitck.kit.ledger.RunMark;
import org.xapitck.kit.redaction.Secrets;

/**
 * What the clients of a run share.
 *
 * @param target the server
 * @param mark of the run
 * @param ledger the tasks of the run
 * @param secrets told every session reference, so that no output shows it
 * @param limiter of the calls
 * @param stopLimit how long running work is given to stop before its task is left alone
 * @param patience with a server that falls silent
 */
public record ClientContext(
    Target target,
    RunMark mark,
    Ledger ledger,
    Secrets secrets,
    RateLimiter limiter,
    Polling stopLimit,
    HealthCheck.Patience patience) {}
