package org.xapitck.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.xapitck.simulator.clock.ManualClock;
import org.xapitck.simulator.control.Control;
import org.xapitck.simulator.http.HttpServer;
import org.xapitck.simulator.plan.Plan;
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
  private final Deployment deployment;
  private final SimulatorOptions options;

  private Simulator(HttpServer server, Deployment deployment, SimulatorOptions options) {
    this.server = server;
    this.deployment = deployment;
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
    Deployment deployment = new Deployment(options);
    Control control = deployment.control();
    HttpServer server;
    try {
      server =
          HttpServer.start(
              address,
              deployment::serving,
              options.listener().door(control),
              options.listener().limits(),
              options.listener().tls());
    } catch (IOException e) {
      deployment.close();
      throw e;
    }
    deployment.start(server::dropConnections);
    return new Simulator(server, deployment, options);
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
    return control().start("", label, plan);
  }

  /**
   * Moves its clock on, if that is one that stands still.
   *
   * @throws IllegalStateException if it runs in real time
   * @see ManualClock#advance
   */
  public void advance(Duration step) {
    control().clock().advance(step);
  }

  /** Its stubs, which may be replaced, added to and cleared while it runs. */
  public StubTable stubs() {
    return control().stubs();
  }

  /** How many calls of {@code event.from} and {@code event.next} wait for something to happen. */
  public int waitingCalls() {
    return deployment.state().waitingCalls();
  }

  /** Everything that can be done to it while it runs. */
  public Control control() {
    return deployment.control();
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
    deployment.close();
    server.close();
  }
}
