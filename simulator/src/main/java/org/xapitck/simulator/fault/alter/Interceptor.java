package org.xapitck.simulator.fault.alter;

import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;

/** Answers a call in place of the right server, which it may ask. */
@FunctionalInterface
public interface Interceptor {
  /** What the altered server says. */
  Answer answer(Call call, RightServer server);
}
