package org.xapitck.simulator.control;

import java.util.List;
import java.util.Optional;
import org.xapitck.simulator.clock.ControlledClock;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.fault.live.Faults;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.plan.Work;
import org.xapitck.simulator.session.Session;
import org.xapitck.simulator.stub.StubTable;
import org.xapitck.simulator.task.StagedTasks;

/**
 * Everything that can be done to a simulator while it runs. {@code /__admin/} does the same over
 * HTTP.
 */
public final class Control {
  private final Machine machine;
  private final ControlledClock clock;
  private final Journal journal;
  private final Faults faults;

  /** The control of a server. */
  public Control(Machine machine, ControlledClock clock, Journal journal, Faults faults) {
    this.machine = machine;
    this.clock = clock;
    this.journal = journal;
    this.faults = faults;
  }

  /**
   * Makes everything as it was at the start: no tasks, sessions, calls or faults, the seeds and
   * stubs of the start, a clock that goes as it did. A clock that stood still from the start stays
   * where it is, and connections are cut.
   */
  public void reset() {
    faults.clear();
    machine.reset();
    clock.restore();
    journal.clear();
  }

  /** All tasks, which can be put into any state. */
  public StagedTasks tasks() {
    return machine.get().tasks();
  }

  /** Its time. */
  public ControlledClock clock() {
    return clock;
  }

  /** The calls that came. */
  public Journal journal() {
    return journal;
  }

  /** The faults that are on. */
  public Faults faults() {
    return faults;
  }

  /** The stubs, which may change while it runs. After a reset they are others: ask again. */
  public StubTable stubs() {
    return machine.get().stubs();
  }

  /** All sessions. */
  public List<Session> sessions() {
    return machine.get().sessions().all();
  }

  /** The newest session of a user, or one that begins now; empty if there is no such user. */
  public Optional<Session> sessionOf(String user) {
    return machine.get().sessions().of(user);
  }

  /** The names of all plans. */
  public List<String> planNames() {
    return machine.get().plans().names();
  }

  /** The plan of that name. */
  public Optional<Plan> plan(String name) {
    return machine.get().plans().find(name);
  }

  /**
   * Starts a server-run task and gives back its reference.
   *
   * @param session whose it is; empty for nobody's
   */
  public String start(String session, String label, Plan plan) {
    return machine.get().runner().start(session, label, Work.of(plan));
  }

  /** The defects and variants that it has. */
  public Seeds seeds() {
    return machine.seeds();
  }

  /**
   * Switches defects and variants: these and no others from the next request on.
   *
   * @throws UnknownSeed if one of them takes another release
   */
  public void seed(Seeds seeds) throws UnknownSeed {
    machine.seed(seeds);
  }

  /** What goes wrong on a bad day, each in one call. */
  public BadDay badDay() {
    return new BadDay(machine, faults);
  }
}
