package org.xapitck.simulator.http;

/**
 * What a server serves at one moment; immutable. Each request reads it once, so that it may be
 * swapped while the server runs.
 *
 * @param routes which wire speaks at which path
 * @param style how answers travel
 */
public record Serving(Routes routes, HttpStyle style) {}
