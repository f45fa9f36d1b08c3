package org.xapitck.simulator.fault.variants;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Interceptor;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;

/** Tasks that ended are removed sooner than in xapi, before the first call that comes too late. */
final class Collection {
  private static final Set<String> FINAL = Set.of("success", "failure", "cancelled");

  private Collection() {}

  static Alteration after(Duration delay) {
    return Intercept.stateful(method -> method.startsWith("task."), () -> new Collector(delay));
  }

  private static final class Collector implements Interceptor {
    private final Duration delay;
    private final Map<String, Ended> ended = new ConcurrentHashMap<>();

    /** When a task ended, and the call that ended it. */
    private record Ended(long nanos, Call call) {}

    Collector(Duration delay) {
      this.delay = delay;
    }

    @Override
    public Answer answer(Call call, RightServer server) {
      collect(server);
      Answer answer = server.answer(call);
      if (call.method().equals("task.set_status")
          && answer instanceof Answer.Success
          && FINAL.contains(Parameters.text(call, 2))) {
        ended.put(Parameters.ref(call), new Ended(System.nanoTime(), call));
      }
      return answer;
    }

    private void collect(RightServer server) {
      long now = System.nanoTime();
      ended.forEach(
          (ref, end) -> {
            if (now - end.nanos() >= delay.toNanos() && ended.remove(ref, end)) {
              server.call(end.call(), "task.destroy", ref);
            }
          });
    }
  }
}
