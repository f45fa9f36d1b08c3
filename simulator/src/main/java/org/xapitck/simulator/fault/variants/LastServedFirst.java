package org.xapitck.simulator.fault.variants;

import java.time.Duration;
import java.util.Set;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.alter.Meeting;
import org.xapitck.simulator.fault.alter.Meeting.Answers;
import org.xapitck.simulator.fault.alter.Parameters;
import org.xapitck.simulator.rpc.Answer;

/** Of two clients that write to one task at once, the later one is served first. */
final class LastServedFirst {
  private static final Set<String> WRITES =
      Set.of("task.set_progress", "task.add_to_other_config", "task.destroy");

  /** 0.3 s: a client that waits for another in vain is served as ever. */
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private LastServedFirst() {}

  static Alteration alteration() {
    return Meeting.at(
        new Meeting.Place(WRITES::contains, Parameters::ref, PATIENCE),
        (first, second, server) -> {
          Answer later = server.answer(second);
          return new Answers(server.answer(first), later);
        });
  }
}
