package org.xapitck.simulator;

import java.util.HashMap;
import java.util.Map;
import org.xapitck.simulator.clock.ControlledClock;
import org.xapitck.simulator.clock.Schedule;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.control.Machine;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.fault.Seeds;
import org.xapitck.simulator.fault.UnknownSeed;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.fault.live.Faults;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.http.Routes;
import org.xapitck.simulator.http.Serving;
import org.xapitck.simulator.journal.Journal;
import org.xapitck.simulator.page.CallLog;
import org.xapitck.simulator.page.StatusPage;
import org.xapitck.simulator.rpc.Exchange;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.transfer.NotedTransfers;

/**
 * The server behind the socket, which may be swapped for another while it runs: for one with other
 * seeds, or, at a reset, for a new one. What a request meets is one immutable value.
 */
final class Deployment implements Machine, AutoCloseable {
  private final SimulatorOptions options;
  private final ControlledClock clock;
  private final Journal journal;
  private final Faults faults;
  private final Schedule schedule;
  private final Exchange.Passage passage;
  private volatile Runnable dropConnections = () -> {};
  private volatile ServerState state;
  private volatile Serving serving;
  private volatile Seeds seeds;

  Deployment(SimulatorOptions options) {
    this.options = options;
    this.clock = new ControlledClock(options.clock());
    this.journal =
        new Journal(
            options.listener().control().journalCalls(),
            clock::now,
            options.hasCallLog()
                ? entry -> options.callLog().accept(CallLog.line(entry))
                : entry -> {});
    this.schedule = clock.schedule();
    this.faults = new Faults(clock, schedule);
    this.passage = journal.before(faults.before(Exchange.Passage.OPEN));
    this.seeds = Seeds.of(options.alteration());
    deploy();
  }

  private void deploy() {
    state = new ServerState(options, clock);
    serving = serving(seeds);
  }

  /** Begins the background work; from now on connections are dropped so. */
  void start(Runnable dropping) {
    dropConnections = dropping;
    state.start();
  }

  /** What each request meets. */
  Serving serving() {
    return serving;
  }

  Control control() {
    return new Control(this, clock, journal, faults);
  }

  ServerState state() {
    return state;
  }

  private Serving serving(Seeds wanted) {
    ServerState behind = state;
    Alteration alteration =
        Seeds.of(options.alteration()).isEmpty()
            ? Intercept.together(options.alteration(), wanted.alteration())
            : wanted.alteration();
    HttpStyle style = alteration.http(HttpStyle.ofXapi());
    RpcEndpoint.Api api = alteration.api(behind.facing(alteration));
    Map<String, RpcEndpoint> routes = new HashMap<>();
    routes.put("/", new RpcEndpoint(alteration.codec(new XmlRpcCodec()), api, passage));
    if (options.release().hasJsonRpc()) {
      JsonRpcCodec json = new JsonRpcCodec(options.release().hasJsonRpc2());
      routes.put("/jsonrpc", new RpcEndpoint(alteration.codec(json), api, passage));
    }
    return new Serving(
        new Routes(
            routes,
            new StatusPage(() -> behind.state(journal, style.page())),
            new NotedTransfers(behind.transfers(), journal)),
        style);
  }

  @Override
  public Parts get() {
    return state.parts();
  }

  @Override
  public Seeds seeds() {
    return seeds;
  }

  @Override
  public synchronized void seed(Seeds wanted) throws UnknownSeed {
    wanted.requireRelease(options.release());
    serving = serving(wanted);
    seeds = wanted;
  }

  @Override
  public synchronized void reset() {
    ServerState before = state;
    seeds = Seeds.of(options.alteration());
    deploy();
    state.start();
    before.close();
    dropConnections();
  }

  @Override
  public void dropConnections() {
    dropConnections.run();
  }

  @Override
  public void close() {
    schedule.close();
    state.close();
  }
}
