package org.xapitck.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.xapitck.simulator.clock.SimulatorClock;
import org.xapitck.simulator.dispatch.Api;
import org.xapitck.simulator.dispatch.Dispatcher;
import org.xapitck.simulator.dispatch.Logins;
import org.xapitck.simulator.dispatch.MessageTable;
import org.xapitck.simulator.fault.Alteration;
import org.xapitck.simulator.host.Host;
import org.xapitck.simulator.http.HttpServer;
import org.xapitck.simulator.http.HttpStyle;
import org.xapitck.simulator.http.Routes;
import org.xapitck.simulator.pool.Pool;
import org.xapitck.simulator.rbac.RoleMessages;
import org.xapitck.simulator.record.Ids;
import org.xapitck.simulator.release.Release;
import org.xapitck.simulator.rpc.RpcEndpoint;
import org.xapitck.simulator.rpc.jsonrpc.JsonRpcCodec;
import org.xapitck.simulator.rpc.xmlrpc.XmlRpcCodec;
import org.xapitck.simulator.session.SessionMessages;
import org.xapitck.simulator.session.Sessions;
import org.xapitck.simulator.task.OtherConfigMessages;
import org.xapitck.simulator.task.OwnTasks;
import org.xapitck.simulator.task.TaskCollector;
import org.xapitck.simulator.task.TaskMessages;
import org.xapitck.simulator.task.Tasks;

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
  private final SimulatorClock.Repetition collection;
  private final SimulatorOptions options;

  private Simulator(
      HttpServer server, SimulatorClock.Repetition collection, SimulatorOptions options) {
    this.server = server;
    this.collection = collection;
    this.options = options;
  }

  /**
   * Starts a server. It answers from the moment this returns.
   *
   * @throws IOException if it cannot listen there
   */
  public static Simulator start(SimulatorOptions options) throws IOException {
    InetSocketAddress address = new InetSocketAddress(options.host(), options.port());
    if (address.isUnresolved()) {
      throw new IOException("no address of that name");
    }
    Release release = options.release();
    SimulatorClock clock = options.clock();
    Ids ids = options.ids();
    Tasks tasks = new Tasks();
    Sessions sessions = new Sessions(options.accounts(), release.hasRoles(), ids, clock);
    Dispatcher dispatcher = dispatcher(options, tasks, sessions);
    HttpServer server =
        HttpServer.start(
            address,
            routes(options, dispatcher),
            options.limits(),
            options.alteration().http(HttpStyle.ofXapi()));
    TaskCollector collector = new TaskCollector(tasks, clock);
    SimulatorClock.Repetition collection =
        clock.every(
            TaskCollector.PERIOD,
            () -> {
              collector.collect();
              sessions.collect(session -> tasks.hasPending(session.ref()));
            });
    return new Simulator(server, collection, options);
  }

  private static Dispatcher dispatcher(SimulatorOptions options, Tasks tasks, Sessions sessions) {
    Release release = options.release();
    SimulatorClock clock = options.clock();
    Ids ids = options.ids();
    Host host = new Host(ids.ref(), ids.uuid(), options.host(), release, clock.now());
    // roles and sessions show the permissions of the table that they are part of
    AtomicReference<MessageTable> table = new AtomicReference<>();
    SessionMessages session =
        new SessionMessages(
            sessions,
            new SessionMessages.Surroundings(
                release,
                host.ref(),
                tasks::refsOfSession,
                rights -> table.get().permissionsOf(rights)));
    OwnTasks own = new OwnTasks(tasks, sessions);
    Api.Classes classes =
        new Api.Classes(
            new TaskMessages(
                tasks, own, new TaskMessages.Surroundings(release, host.ref(), ids, clock)),
            new OtherConfigMessages(tasks, own),
            session,
            new RoleMessages(
                release,
                name -> table.get().permission(name),
                rights -> table.get().permissionsOf(rights)),
            new Pool(ids.ref(), ids.uuid(), host.ref(), release),
            host,
            clock);
    table.set(Api.of(release, classes).map(options.alteration()::message));
    return new Dispatcher(
        table.get(), new Logins(session, release.loginParameters()), sessions, ids, release);
  }

  private static Routes routes(SimulatorOptions options, Dispatcher dispatcher) {
    Alteration alteration = options.alteration();
    RpcEndpoint.Api api = alteration.api((call, then) -> then.accept(dispatcher.answer(call)));
    Map<String, RpcEndpoint> routes = new HashMap<>();
    routes.put("/", new RpcEndpoint(alteration.codec(new XmlRpcCodec()), api));
    if (options.release().hasJsonRpc()) {
      JsonRpcCodec json = new JsonRpcCodec(options.release().hasJsonRpc2());
      routes.put("/jsonrpc", new RpcEndpoint(alteration.codec(json), api));
    }
    return new Routes(routes);
  }

  /** Where clients reach it: XML-RPC at this address, JSON-RPC at {@code jsonrpc} below it. */
  public URI uri() {
    String host = options.host();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
  }

  /** The port that it listens on. */
  public int port() {
    return server.address().getPort();
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
    collection.close();
    server.close();
  }
}
