package org.xapitck.simulator.rpc;

import java.util.List;

/**
 * One call as it came from the wire.
 *
 * @param method the name as sent, unchecked
 * @param parameters all parameters in order, the session among them
 */
public record Call(String method, List<Value> parameters) {}
