package org.xapitck.simulator.fault.variants;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** No ownership: a call that an owner may make is made in the session that created the task. */
final class OpenTasks {
  private static final Set<String> OF_OWNERS =
      Set.of(
          "task.cancel",
          "task.destroy",
          "task.set_status",
          "task.set_progress",
          "task.set_result",
          "task.set_error_info");

  private OpenTasks() {}

  static Alteration alteration() {
    return Intercept.stateful(
        method -> OF_OWNERS.contains(method) || method.equals("task.create"),
        () -> {
          Map<String, Value> owners = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (call.method().equals("task.create") && answer instanceof Answer.Success success) {
              owners.put(Parameters.text(success.value()), call.parameters().get(0));
            }
            Value owner = owners.get(Parameters.ref(call));
            return owner != null && Intercept.isFailure(answer, "RBAC_PERMISSION_DENIED")
                ? server.answer(Parameters.with(call, 0, owner))
                : answer;
          };
        });
  }
}
