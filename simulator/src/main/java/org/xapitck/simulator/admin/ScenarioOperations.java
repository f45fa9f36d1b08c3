package org.xapitck.simulator.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.xapitck.simulator.control.BadDay;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.rpc.Value;
import org.xapitck.simulator.session.Session;

/** What goes wrong with a server on a bad day, each in one call. */
final class ScenarioOperations {
  private static final Schema SESSIONS =
      Schema.object("sessions!", Schema.whole(0, Long.MAX_VALUE).saying("how many are over"));

  private static final Schema FAULT =
      Schema.object("fault!", Schema.text().saying("DELETE /__admin/faults/{id} takes it off"));

  private ScenarioOperations() {}

  static List<Operation> of(Control control) {
    return List.of(
        scenario(
            "session-expired",
            "sessionExpired",
            "A session is over, or all of a user: their next call is refused with"
                + " SESSION_INVALID.",
            Schema.object("session", Schema.text(), "user", Schema.text()),
            SESSIONS,
            asked -> expired(control, asked.body())),
        scenario(
            "sessions-dropped",
            "sessionsDropped",
            "All sessions are over.",
            Operation.NOTHING,
            SESSIONS,
            asked -> Fields.object("sessions", new Value.Int(control.badDay().sessionsDropped()))),
        scenario(
            "toolstack-restart",
            "toolstackRestart",
            "Connections are cut, sessions are over, and a new generation of events begins.",
            Schema.object(
                "tasks", Schema.choice(names(BadDay.Tasks.values())),
                "events", Schema.choice(names(BadDay.Events.values()))),
            Operation.NOTHING,
            asked -> {
              control
                  .badDay()
                  .toolstackRestart(
                      chosen(asked.body(), "tasks", BadDay.Tasks.values()),
                      chosen(asked.body(), "events", BadDay.Events.values()));
              return Fields.object();
            }),
        scenario(
            "slave",
            "slave",
            "Every call is refused with HOST_IS_SLAVE and the address of the master; one where"
                + " nobody listens is a master that died. It may be promoted after some seconds.",
            Schema.object(
                "master!", Schema.text(), "promoted_after", Schema.number(0, PlanForm.LONGEST)),
            FAULT,
            asked ->
                Fields.object(
                    "fault",
                    control
                        .badDay()
                        .slave(
                            asked.body().text("master").orElseThrow(),
                            asked.body().number("promoted_after").map(PlanForm::duration))
                        .id())),
        scenario(
            "promotion",
            "promotion",
            "A slave becomes master: no session, no task, new events.",
            Operation.NOTHING,
            Operation.NOTHING,
            asked -> {
              control.badDay().promotion();
              return Fields.object();
            }),
        scenario(
            "rate-limit",
            "rateLimit",
            "Calls that come too often are late, and never refused.",
            Schema.object("burst!", Schema.number(1, 1e6), "per_second!", Schema.number(1e-3, 1e6)),
            FAULT,
            asked -> {
              var bucket = FaultOperations.throttle(asked.body());
              return Fields.object(
                  "fault", control.badDay().rateLimit(bucket.burst(), bucket.perSecond()).id());
            }));
  }

  static Operation scenario(
      String name,
      String id,
      String summary,
      Schema.Obj body,
      Schema answer,
      Operation.Now handler) {
    return Operation.of("POST", "/__admin/scenarios/" + name, id, summary, body, answer, handler);
  }

  private static Value expired(Control control, Fields body) throws Problem {
    Optional<String> ref = body.text("session");
    Optional<String> user = body.text("user");
    if (ref.isPresent() == user.isPresent()) {
      throw Problem.at("", "exactly one is needed of session, user");
    }
    List<String> refs =
        control.sessions().stream()
            .filter(one -> ref.map(one.ref()::equals).orElse(true))
            .filter(one -> user.map(one.account().username()::equals).orElse(true))
            .map(Session::ref)
            .toList();
    if (refs.isEmpty()) {
      throw Problem.at(
          ref.isPresent() ? "/session" : "/user", "no session: " + ref.or(() -> user).orElse(""));
    }
    refs.forEach(one -> control.badDay().sessionExpired(one));
    return Fields.object("sessions", new Value.Int(refs.size()));
  }

  /** The constants of an enum as words of JSON. */
  static List<String> names(Enum<?>[] values) {
    return Stream.of(values)
        .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  /** The constant that a member names; the first where it is absent. */
  static <E extends Enum<E>> E chosen(Fields body, String name, E[] values) {
    return values[body.text(name).map(names(values)::indexOf).orElse(0)];
  }
}
