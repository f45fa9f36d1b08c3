package org.xapitck.simulator.admin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.journal.Entry;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.journal.Query;
import org.xapitck.simulator.rpc.MessagePattern;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.rpc.Wire;

/** The calls that came. */
final class CallOperations {
  /** 600 s: the longest wait of one request. */
  private static final long LONGEST_WAIT = 600;

  static final Schema WIRE = Schema.choice(Stream.of(Wire.values()).map(Wire::id).toList());

  private static final Schema WAY =
      Schema.choice(
          Stream.concat(Stream.of(Wire.values()).map(Wire::id), Stream.of(Entry.HTTP)).toList());

  private static final Object[] FILTER = {
    "message", Schema.text().saying("a name; * stands for any characters"),
    "session", Schema.text(),
    "wire", WAY,
    "outcome", Schema.text().saying("ok, the code of a refusal, or what a fault did"),
    "parameter", Schema.text().saying("a text that is one of the parameters"),
    "after", Schema.whole(0, Long.MAX_VALUE).saying("only calls with a greater number")
  };

  private static final Schema CALL =
      Schema.object(
          "number!", Schema.whole(1, Long.MAX_VALUE),
          "time!", Schema.moment(),
          "wire!", WAY,
          "method!", Schema.text(),
          "parameters!", Schema.list(Schema.anything(), 0),
          "outcome!", Schema.text().saying("empty while it is not answered"));

  private static final Schema COUNT =
      Schema.object(
          "count!", Schema.whole(0, Long.MAX_VALUE), "newest!", Schema.whole(0, Long.MAX_VALUE));

  private CallOperations() {}

  static List<Operation> of(Control control) {
    Journal journal = control.journal();
    return List.of(
        new Operation(
            "GET",
            "/__admin/calls",
            "listCalls",
            "The calls that came, oldest first; the newest limit of them. The journal keeps the"
                + " last capacity calls.",
            with("limit", Schema.whole(1, Journal.MAX_CALLS)),
            Operation.NOTHING,
            200,
            Schema.object(
                "calls!", Schema.list(CALL, 0),
                "newest!", Schema.whole(0, Long.MAX_VALUE),
                "capacity!", Schema.whole(1, Journal.MAX_CALLS)),
            Operation.Handler.now(asked -> list(journal, asked.query()))),
        new Operation(
            "GET",
            "/__admin/calls/count",
            "countCalls",
            "How many such calls came.",
            Schema.object(FILTER),
            Operation.NOTHING,
            200,
            COUNT,
            Operation.Handler.now(
                asked -> count(journal, journal.find(query(asked.query())).size()))),
        new Operation(
            "POST",
            "/__admin/calls/await",
            "awaitCalls",
            "Waits until so many such calls came, at most timeout seconds of real time.",
            Operation.NOTHING,
            with(
                "count",
                Schema.whole(1, Journal.MAX_CALLS),
                "timeout",
                Schema.number(0, LONGEST_WAIT)),
            200,
            Schema.object(
                "reached!", Schema.flag(),
                "count!", Schema.whole(0, Long.MAX_VALUE),
                "newest!", Schema.whole(0, Long.MAX_VALUE)),
            (asked, then) -> await(journal, asked, then)),
        Operation.of(
            "DELETE",
            "/__admin/calls",
            "forgetCalls",
            "Forgets all calls.",
            Operation.NOTHING,
            COUNT,
            asked -> {
              journal.clear();
              return count(journal, 0);
            }));
  }

  private static Schema.Obj with(Object... more) {
    return Schema.object(Stream.of(FILTER, more).flatMap(Stream::of).toArray());
  }

  private static Query query(Fields filter) {
    return new Query(
        filter.text("message").map(MessagePattern::of).orElse(MessagePattern.ANY),
        filter.text("session"),
        filter.text("wire"),
        filter.text("outcome"),
        filter.text("parameter"),
        filter.whole("after").orElse(0L));
  }

  static Wire wire(String id) {
    return Stream.of(Wire.values()).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static Value list(Journal journal, Fields query) {
    List<Entry> found = journal.find(query(query));
    int limit = query.whole("limit").orElse((long) Journal.MAX_CALLS).intValue();
    return Fields.object(
        "calls",
        new Value.Array(
            found.subList(Math.max(0, found.size() - limit), found.size()).stream()
                .map(CallOperations::call)
                .toList()),
        "newest",
        new Value.Int(journal.newest()),
        "capacity",
        new Value.Int(journal.capacity()));
  }

  private static Value call(Entry entry) {
    return Fields.object(
        "number",
        new Value.Int(entry.number()),
        "time",
        entry.time().toString(),
        "wire",
        entry.wire(),
        "method",
        entry.call().method(),
        "parameters",
        new Value.Array(entry.call().parameters()),
        "outcome",
        entry.outcome());
  }

  private static Value count(Journal journal, int count) {
    return Fields.object("count", new Value.Int(count), "newest", new Value.Int(journal.newest()));
  }

  /** Whichever comes first, the calls or the end of the time, gives the answer. */
  private static Runnable await(Journal journal, Operation.Asked asked, Consumer<Value> then) {
    Query query = query(asked.body());
    int count = asked.body().whole("count").orElse(1L).intValue();
    AtomicBoolean answered = new AtomicBoolean();
    Consumer<Boolean> answer =
        reached -> {
          if (answered.compareAndSet(false, true)) {
            then.accept(
                Fields.object(
                    "reached",
                    new Value.Bool(reached),
                    "count",
                    new Value.Int(journal.find(query).size()),
                    "newest",
                    new Value.Int(journal.newest())));
          }
        };
    Runnable giveUp = journal.await(query, count, () -> answer.accept(true));
    if (!answered.get()) {
      Duration timeout = PlanForm.seconds(asked.body(), "timeout", 30);
      asked
          .timer()
          .after(
              timeout,
              () -> {
                giveUp.run();
                answer.accept(false);
              });
    }
    return giveUp;
  }
}
