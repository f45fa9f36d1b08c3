package org.xapitck.simulator.fault;

import java.util.Optional;
import org.xapitck.simulator.release.Release;

/**
 * One way to be different and right.
 *
 * @param id by which the command line chooses it
 * @param sentence what the server does
 * @param point the point of the server that it changes; nothing else may change the same
 * @param touches the beginning of the ids of what it comes near, as conformance reports print them
 * @param release what the server is to be, where that makes the difference
 * @param alteration what makes the server so
 */
public record Variant(
    String id,
    String sentence,
    String point,
    String touches,
    Optional<Release> release,
    Alteration alteration) {}
