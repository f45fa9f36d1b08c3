package org.xapitck.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.record.Change;
import org.xapitck.simulator.rpc.Answer;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;

/** A wait that ends in the moment of a write, in the order that a busy machine may give the two. */
class TimeoutTest {
  private static final String SESSION = "OpaqueRef:session";

  /** Keeps all work, so that the test decides what runs first. */
  private static final class Postponing implements Schedule {
    final List<Runnable> now = new ArrayList<>();
    final List<Runnable> later = new ArrayList<>();

    @Override
    public Appointment every(Duration period, Runnable work) {
      return () -> {};
    }

    @Override
    public Appointment after(Duration delay, Runnable work) {
      (delay.isZero() ? now : later).add(work);
      return () -> {};
    }

    @Override
    public void close() {}
  }

  @Test
  void noCountSaysMoreThanTheEventsThatCameWithIt() {
    Postponing schedule = new Postponing();
    EventHub hub = new EventHub(schedule, () -> Instant.EPOCH, 0, Duration.ZERO);
    hub.note(change("session", SESSION));
    List<Answer> answers = new ArrayList<>();
    List<Subscription> tasks = Subscription.of(List.of("task"));
    hub.from(SESSION, tasks, new Token(1, 0), 5.0, answers::add);
    hub.note(change("task", "OpaqueRef:new"));
    schedule.later.forEach(Runnable::run);
    schedule.now.forEach(Runnable::run);
    assertThat(answers).hasSize(1);
    assertThat(JsonRpcCodec.json(((Answer.Success) answers.get(0)).value()))
        .contains("\"operation\":\"add\",\"ref\":\"OpaqueRef:new\"", "\"task\":1,");
  }

  private static Change change(String type, String ref) {
    return new Change(Change.Kind.ADD, type, ref, () -> new Value.Struct(List.of()));
  }
}
