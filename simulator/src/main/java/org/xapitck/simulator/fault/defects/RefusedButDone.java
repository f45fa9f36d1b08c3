package org.xapitck.simulator.fault.defects;

import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;

/** A map that is written by whom it is refused to: done in the session of somebody who may. */
final class RefusedButDone {
  private static final String SET = "task.set_other_config";

  private RefusedButDone() {}

  static Alteration alteration() {
    return Intercept.stateful(
        SET::equals,
        () -> {
          AtomicReference<Value> allowed = new AtomicReference<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (answer instanceof Answer.Success) {
              allowed.set(call.parameters().get(0));
            }
            if (Intercept.isFailure(answer, "RBAC_PERMISSION_DENIED") && allowed.get() != null) {
              server.answer(Parameters.with(call, 0, allowed.get()));
            }
            return answer;
          };
        });
  }
}
