package org.xapitck.simulator.fault.alter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.Value;

/** The server as it should be, behind an alteration; called as any client calls it. */
public final class RightServer {
  private final RpcEndpoint.Api api;

  RightServer(RpcEndpoint.Api api) {
    this.api = api;
  }

  /** What the right server says. */
  public Answer answer(Call call) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    api.call(call, answer::set);
    if (answer.get() == null) {
      throw new IllegalStateException(call.method() + " waits, and so cannot be altered");
    }
    return answer.get();
  }

  /** Calls a message in the session of another call. */
  public Answer call(Call sameSession, String method, Object... own) {
    List<Value> parameters = new ArrayList<>();
    parameters.add(sameSession.parameters().get(0));
    for (Object parameter : own) {
      parameters.add(parameter instanceof Value value ? value : Value.of((String) parameter));
    }
    return answer(new Call(method, parameters));
  }

  /** The value of a successful answer to such a call. */
  public Optional<Value> value(Call sameSession, String method, Object... own) {
    return call(sameSession, method, own) instanceof Answer.Success success
        ? Optional.of(success.value())
        : Optional.empty();
  }

  /** The text of a successful answer to such a call, empty where there is none. */
  public String text(Call sameSession, String method, Object... own) {
    return value(sameSession, method, own).map(Parameters::text).orElse("");
  }
}
