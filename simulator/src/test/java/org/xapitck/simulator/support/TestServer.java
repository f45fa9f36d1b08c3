package org.xapitck.simulator.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.xapitck.simulator.Simulator;
import org.xapitck.simulator.SimulatorOptions;

/** A simulator on a real port with a client that knows sessions by role. */
public final class TestServer implements AutoCloseable {
  /** A reference of the right form that names nothing. */
  public static final String NO_REF = "OpaqueRef:00000000-0000-0000-0000-000000000000";

  /** HTTP/1.1, which is all that xapi speaks: without it each connection begins by asking for 2. */
  private HttpClient client = fresh();

  private final Map<String, String> sessions = new ConcurrentHashMap<>();
  private final Simulator simulator;

  private TestServer(Simulator simulator) {
    this.simulator = simulator;
  }

  public static TestServer start() {
    return start(SimulatorOptions.defaults());
  }

  public static TestServer start(SimulatorOptions options) {
    try {
      return new TestServer(Simulator.start(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpClient fresh() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /** Calls on new connections from now on, and in new sessions. */
  public void reconnect() {
    client = fresh();
    sessions.clear();
  }

  public Simulator simulator() {
    return simulator;
  }

  public int port() {
    return simulator.port();
  }

  /** Calls as a role (or root), whose session is opened when it is first needed. */
  public String as(String role, Wire wire, String method, Object... parameters) {
    Object[] all = Stream.concat(Stream.of(session(role)), Stream.of(parameters)).toArray();
    return call(wire, method, all);
  }

  /** Calls with exactly these parameters and gives the outcome as {@link Wire#outcome} does. */
  public String call(Wire wire, String method, Object... parameters) {
    HttpResponse<String> response = post(wire.path(), wire.call(method, parameters));
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return wire.outcome(response.body());
  }

  public HttpResponse<String> post(String path, String body) {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  public HttpResponse<String> post(String path, byte[] body) {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    try {
      return client.send(
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The session of a role. */
  public String session(String role) {
    return sessions.computeIfAbsent(role, this::login);
  }

  /** A fresh session of a user. */
  public String login(String user) {
    return text(call(Wire.JSONRPC2, "session.login_with_password", user, "secret", "1.0", "test"));
  }

  /** A fresh task of a role. */
  public String task(String role) {
    return text(as(role, Wire.JSONRPC2, "task.create", "label", "description"));
  }

  /** The text in an outcome that is a JSON string without escapes. */
  public static String text(String outcome) {
    if (!outcome.startsWith("\"")) {
      throw new AssertionError("a text was expected, not " + outcome);
    }
    return outcome.substring(1, outcome.length() - 1);
  }

  /** What a refused call gives. */
  public static String refusal(String code, Object... parameters) {
    return "!" + Wire.json(Stream.concat(Stream.of(code), Stream.of(parameters)).toList());
  }

  @Override
  public void close() {
    simulator.close();
  }
}
