package org.xapitck.kit.scenario;

import java.time.Clock;
import java.util.function.Supplier;

/**
 * What scenarios take from outside.
 *
 * @param clock the kit's time
 * @param marks gives a text that no other task has at each call, such as {@code xapi-task-tck
 *     5f3a-17}
 * @param uuids gives a random UUID at each call
 * @param across what the scenarios of the wire have in common
 */
public record Supplies(
    Clock clock, Supplier<String> marks, Supplier<String> uuids, AcrossScenarios across) {}
