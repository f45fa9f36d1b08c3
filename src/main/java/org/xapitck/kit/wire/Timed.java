package org.xapitck.kit.wire;

import java.time.Duration;

/**
 * An exchange and when it began.
 *
 * @param exchange the call and its answer
 * @param offset from the begin of its scenario to the first byte sent
 */
public record Timed(Exchange exchange, Duration offset) {}
