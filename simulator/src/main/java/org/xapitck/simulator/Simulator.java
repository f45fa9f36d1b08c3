package org.xapitck.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.http.HttpServer;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.http.Routes;
import org.xapitck.simulator.page.CallLog;
import org.xapitck.simulator.page.StatusPage;
import org.xapitck.simulator.plan.Plan;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.stub.StubRefusal;
import org.xapitck.simulator.stub.StubTable;

/**
 * A running server. Any number of them live side by side in one JVM and share nothing.
 *
 * <pre>{@code
 * try (Simulator simulator = Simulator.start(SimulatorOptions.defaults())) {
 *   connect(simulator.uri()); // http://127.0.0.1:PORT/
 * }
 * }</pre>
 */
public final class Simulator implements AutoCloseable {
  private final HttpServer server;
  private final ServerState state;
  private final SimulatorOptions options;

  private Simulator(HttpServer server, ServerState state, SimulatorOptions options) {
    this.server = server;
    this.state = state;
    this.options = options;
  }

  /**
   * Starts a server. It answers from the moment this returns.
   *
   * @throws IOException if it cannot listen there
   * @throws StubRefusal if a stub would stand before what the simulator has itself
   */
  public static Simulator start(SimulatorOptions options) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(options.listener().host(), options.listener().port());
    if (address.isUnresolved()) {
      throw new IOException("no address of that name");
    }
    ServerState state = new ServerState(options);
    HttpStyle style = options.alteration().http(HttpStyle.ofXapi());
    CallLog calls = new CallLog(options.clock()::now, options.callLog());
    StatusPage page = new StatusPage(() -> state.state(calls, style.page()));
    HttpServer server =
        HttpServer.start(
            address,
            routes(options, state, calls, page),
            options.listener().limits(),
            style,
            options.listener().tls());
    state.start();
    return new Simulator(server, state, options);
  }

  private static Routes routes(
      SimulatorOptions options, ServerState state, CallLog calls, StatusPage page) {
    Alteration alteration = options.alteration();
    RpcEndpoint.Api api = calls.noting(alteration.api(state::answer));
    Map<String, RpcEndpoint> routes = new HashMap<>();
    routes.put("/", new RpcEndpoint(alteration.codec(new XmlRpcCodec()), api));
    if (options.release().hasJsonRpc()) {
      JsonRpcCodec json = new JsonRpcCodec(options.release().hasJsonRpc2());
      routes.put("/jsonrpc", new RpcEndpoint(alteration.codec(json), api));
    }
    return new Routes(routes, page, state.transfers());
  }

  /** Where clients reach it: XML-RPC at this address, JSON-RPC at {@code jsonrpc} below it. */
  public URI uri() {
    String host = options.listener().host();
    return URI.create(
        (options.listener().tls().isPresent() ? "https" : "http")
            + "://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + port()
            + "/");
  }

  /** The port that it listens on. */
  public int port() {
    return server.address().getPort();
  }

  /**
   * Starts a server-run task, as {@code Async.host.call_plugin} does.
   *
   * @param plan the name of one of the plans in {@link #options()}
   * @return the reference of the task
   * @throws IllegalArgumentException if there is no such plan
   */
  public String startTask(String plan) {
    Plan found =
        options
            .plans()
            .find(plan)
            .orElseThrow(() -> new IllegalArgumentException("no plan has the name " + plan));
    return startTask(plan, found);
  }

  /** Starts a server-run task of any plan and gives back its reference. */
  public String startTask(String label, Plan plan) {
    return state.startTask(label, plan);
  }

  /**
   * Moves its clock on, if that is one that stands still.
   *
   * @throws IllegalStateException if it runs in real time
   * @see ManualClock#advance
   */
  public void advance(Duration step) {
    if (!(options.clock() instanceof ManualClock clock)) {
      throw new IllegalStateException(
          "this simulator runs in real time; start it with SimulatorClock.frozen(...)");
    }
    clock.advance(step);
  }

  /** Its stubs, which may be replaced, added to and cleared while it runs. */
  public StubTable stubs() {
    return state.stubs();
  }

  /** How many calls of {@code event.from} and {@code event.next} wait for something to happen. */
  public int waitingCalls() {
    return state.waitingCalls();
  }

  /** What it was started with. */
  public SimulatorOptions options() {
    return options;
  }

  /** Waits until it is closed. */
  public void await() {
    server.await();
  }

  /** Ends it: the port is free and no thread of it is left when this returns. */
  @Override
  public void close() {
    state.close();
    server.close();
  }
}
