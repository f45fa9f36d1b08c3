package org.xapitck.simulator.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.xapitck.simulator.clock.ControlledClock;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.rpc.Value;

/** The time of the simulator. */
final class ClockOperations {
  /** A year: a pass of the collector each 30 s makes a million on the way, which take seconds. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private static final Schema CLOCK =
      Schema.object("now!", Schema.moment(), "frozen!", Schema.flag());

  private ClockOperations() {}

  static List<Operation> of(Control control) {
    ControlledClock clock = control.clock();
    return List.of(
        Operation.get("/__admin/clock", "getClock", "Its time.", CLOCK, asked -> value(clock)),
        Operation.of(
            "PUT",
            "/__admin/clock",
            "setClock",
            "Moves a clock that stands still on to a moment, and does all that is due until then.",
            Schema.object("now!", Schema.moment()),
            CLOCK,
            asked -> {
              Instant moment = Instant.parse(asked.body().text("now").orElseThrow());
              Duration step = Duration.between(clock.now(), moment);
              if (clock.isFrozen() && step.isNegative()) {
                throw Problem.at("/now", "time cannot go back; it is " + clock.now());
              }
              if (clock.isFrozen() && step.compareTo(LONGEST) > 0) {
                throw Problem.at(
                    "/now", "at most " + LONGEST.toDays() + " days at once; it is " + clock.now());
              }
              return advance(clock, step);
            }),
        Operation.of(
            "POST",
            "/__admin/clock/freeze",
            "freezeClock",
            "Makes it stand still.",
            Operation.NOTHING,
            CLOCK,
            asked -> {
              clock.freeze();
              return value(clock);
            }),
        Operation.of(
            "POST",
            "/__admin/clock/run",
            "runClock",
            "Lets it go on from where it stands.",
            Operation.NOTHING,
            CLOCK,
            asked -> {
              try {
                clock.run();
              } catch (IllegalStateException refused) {
                throw new Problem(Problem.CONFLICT, refused.getMessage());
              }
              return value(clock);
            }),
        Operation.of(
            "POST",
            "/__admin/clock/advance",
            "advanceClock",
            "Moves on a clock that stands still, and does all that is due until then.",
            Schema.object("seconds!", Schema.number(0, LONGEST.toSeconds())),
            CLOCK,
            asked -> advance(clock, PlanForm.seconds(asked.body(), "seconds", 0))));
  }

  private static Value advance(ControlledClock clock, Duration step) throws Problem {
    if (!clock.isFrozen()) {
      throw new Problem(
          Problem.CONFLICT, "the clock runs; POST /__admin/clock/freeze makes it stand still");
    }
    clock.advance(step);
    return value(clock);
  }

  private static Value value(ControlledClock clock) {
    return Fields.object("now", clock.now().toString(), "frozen", new Value.Bool(clock.isFrozen()));
  }
}
