package org.xapitck.simulator.control;

import java.util.function.Supplier;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.event.EventHub;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.plan.PlanRunner;
import org.xapitck.simulator.plan.Plans;
import org.xapitck.simulator.session.Sessions;
import org.xapitck.simulator.stub.StubTable;
import org.xapitck.simulator.task.ServerTasks;
import org.xapitck.simulator.task.StagedTasks;

/** The server that is controlled. */
public interface Machine extends Supplier<Machine.Parts> {

  /** Its parts at this moment; others after a reset. */
  @Override
  Parts get();

  /** Makes everything as it was at the start. */
  void reset();

  /** The defects and variants that it has at this moment. */
  Seeds seeds();

  /**
   * Has these defects and variants from now on, and no others.
   *
   * @throws UnknownSeed if one of them takes another release than this server's
   */
  void seed(Seeds seeds) throws UnknownSeed;

  /** Cuts every connection of a client of the API; what they wait for never comes. */
  void dropConnections();

  /**
   * What can be got at in a server.
   *
   * @param tasks all tasks
   * @param serverTasks those that it runs
   * @param stubs the answers to what it does not have
   */
  record Parts(
      StagedTasks tasks,
      ServerTasks serverTasks,
      Sessions sessions,
      EventHub events,
      Plans plans,
      PlanRunner runner,
      StubTable stubs,
      Schedule schedule) {}
}
