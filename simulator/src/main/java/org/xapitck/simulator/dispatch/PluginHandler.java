package org.xapitck.simulator.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xapitck.simulator.plan.PluginMessages;
import org.xapitck.simulator.plan.PluginMessages.Invocation;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.session.Caller;

/** {@code host.call_plugin} in both of its forms. */
record PluginHandler(PluginMessages plugin) implements TaskHandler {
  @Override
  public void handle(Caller caller, List<Object> parameters, Consumer<Answer> then) {
    plugin.callPlugin(caller, Invocation.of(parameters), then);
  }

  @Override
  public String start(
      Caller caller, String method, Optional<Answer.Failure> refusal, List<Object> parameters) {
    return plugin.start(caller, method, refusal, Invocation.of(parameters));
  }
}
