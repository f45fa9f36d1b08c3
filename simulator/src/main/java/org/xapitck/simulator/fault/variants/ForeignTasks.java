package org.xapitck.simulator.fault.variants;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Interceptor;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;

/**
 * A busy server: whenever somebody makes a task, one of somebody else's comes and an old one goes.
 */
final class ForeignTasks {
  /** 100 at a time: half of what xapi keeps. */
  private static final int LIVING = 100;

  private ForeignTasks() {}

  static Alteration alteration() {
    return Intercept.stateful("task.create"::equals, Others::new);
  }

  private static final class Others implements Interceptor {
    private final Deque<Foreign> living = new ArrayDeque<>();

    private record Foreign(String ref, Call maker) {}

    @Override
    public Answer answer(Call call, RightServer server) {
      Answer answer = server.answer(call);
      if (answer instanceof Answer.Success) {
        come(call, server);
      }
      return answer;
    }

    private synchronized void come(Call call, RightServer server) {
      do {
        String ref = server.text(call, "task.create", "a foreign task", "busy");
        living.addLast(new Foreign(ref, call));
      } while (living.size() < LIVING);
      if (living.size() > LIVING) {
        Foreign oldest = living.removeFirst();
        server.call(oldest.maker(), "task.set_status", oldest.ref(), "success");
        server.call(oldest.maker(), "task.destroy", oldest.ref());
      }
    }
  }
}
