package org.xapitck.simulator.rpc;

import java.util.function.Consumer;

/** A call on its way to the API, and its reply on the way back. */
public interface Exchange {

  /** The call as it came. */
  Call call();

  /** The wire that it came on. */
  Wire wire();

  /** Has the API answer the call, and gives the reply to {@code then}, exactly once. */
  void serve(Consumer<RpcEndpoint.Reply> then);

  /** The reply that an answer makes on this wire; the API is not asked. */
  RpcEndpoint.Reply reply(Answer answer);

  /** Where every exchange passes between a wire and the API. */
  @FunctionalInterface
  interface Passage {
    /** Lets every exchange pass. */
    Passage OPEN = Exchange::serve;

    /**
     * Serves an exchange, or does otherwise.
     *
     * @param then takes the reply, at most once
     */
    void pass(Exchange exchange, Consumer<RpcEndpoint.Reply> then);
  }
}
