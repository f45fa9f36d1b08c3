package org.xapitck.simulator.session;

import java.util.function.Supplier;

/**
 * Who calls, and with which call.
 *
 * @param session the caller's session
 * @param callRef the reference of the call itself, which is not in the database; it is made when it
 *     is asked for, since few messages do
 */
public record Caller(Session session, Supplier<String> callRef) {}
