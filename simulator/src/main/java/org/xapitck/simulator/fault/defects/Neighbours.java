package org.xapitck.simulator.fault.defects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.fault.alter.RightServer;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Call;

/** Harm to a task that a call is not about: the one that the same session made last beside it. */
final class Neighbours {
  /** 4 tasks: the neighbour is the youngest of them that still lives. */
  private static final int REMEMBERED = 4;

  private Neighbours() {}

  static Alteration touchedBy(String method) {
    return harmedBy(method, Neighbours::touch);
  }

  private static void touch(Call call, Touching touching) {
    touching.server().call(call, "task.set_result", touching.ref(), "written by another call");
  }

  private record Touching(RightServer server, String ref) {}

  private static Alteration harmedBy(String method, BiConsumer<Call, Touching> harm) {
    return Intercept.stateful(
        name -> name.equals(method) || name.equals("task.create"),
        () -> {
          Map<String, Deque<String>> made = new ConcurrentHashMap<>();
          return (call, server) -> {
            Answer answer = server.answer(call);
            if (!(answer instanceof Answer.Success success)) {
              return answer;
            }
            Deque<String> mine =
                made.computeIfAbsent(Parameters.text(call, 0), session -> new ArrayDeque<>());
            boolean creates = call.method().equals("task.create");
            String about = creates ? Parameters.text(success.value()) : Parameters.ref(call);
            synchronized (mine) {
              if (call.method().equals(method)) {
                living(mine, about, call, server)
                    .ifPresent(ref -> harm.accept(call, new Touching(server, ref)));
              }
              if (creates) {
                remember(mine, about);
              }
            }
            return answer;
          };
        });
  }

  private static void remember(Deque<String> mine, String ref) {
    mine.addFirst(ref);
    if (mine.size() > REMEMBERED) {
      mine.removeLast();
    }
  }

  private static Optional<String> living(
      Deque<String> mine, String about, Call call, RightServer server) {
    return mine.stream()
        .filter(ref -> !ref.equals(about))
        .filter(ref -> server.text(call, "task.get_status", ref).equals("pending"))
        .findFirst();
  }
}
