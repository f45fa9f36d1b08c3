package org.xapitck.kit.model;

import java.time.Duration;

/**
 * An exchange and when it began.
 *
 * @param exchange the call and its answer
 * @param offset from the begin of its scenario to the first byte sent
 */
public record TimedExchange(Exchange exchange, Duration offset) {}
