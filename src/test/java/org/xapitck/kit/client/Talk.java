package org.xapitck.kit.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.xapitck.kit.address.Endpoint;
import org.xapitck.kit.model.Answer;
import org.xapitck.kit.model.ApiType;
import org.xapitck.kit.model.Exchange;
import org.xapitck.kit.model.Wire;
import org.xapitck.kit.support.Waiting;
import org.xapitck.kit.wire.CallSources;
import org.xapitck.kit.wire.WireClient;

/** Short words for what nearly every test of the wires does. */
public final class Talk {
  private Talk() {}

  static WireClient client(Wire wire, URI url) {
    return client(wire, url, Waiting.LIMIT, Endpoint.DEFAULT_ANSWER_LIMIT);
  }

  static WireClient client(Wire wire, URI url, Duration callTimeout, int answerLimit) {
    Endpoint endpoint =
        new Endpoint(url, Endpoint.Trust.standard(), Waiting.LIMIT, callTimeout, answerLimit);
    return WireClients.open(wire, endpoint, CallSources.timedBy(System::nanoTime));
  }

  /** One call to a server by a client of its own. */
  public static Exchange call(
      Wire wire, ScriptedServer server, String method, Object... parameters) {
    try (WireClient client = client(wire, server.url())) {
      return client.call(method, List.of(parameters));
    }
  }

  /** What a server that answers by HTTP 200 with this body is understood to say. */
  public static Exchange answer(Wire wire, String body) {
    return answer(wire, "task.get_record", body);
  }

  public static Exchange answer(Wire wire, String method, String body) {
    try (ScriptedServer server = ScriptedServer.saying(body)) {
      return call(wire, server, method, "session");
    } catch (java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A right success with a value in the notation of the wire. */
  public static String success(Wire wire, String value) {
    return switch (wire) {
      case XMLRPC ->
          "<?xml"
              + " version=\"1.0\"?><methodResponse><params><param><value><struct><member><name>Status"
              + "</name><value>Success</value></member><member><name>Value</name><value>"
              + value
              + "</value></member></struct></value></param></params></methodResponse>";
      case JSONRPC1 -> "{\"result\":" + value + ",\"error\":null,\"id\":{id}}";
      case JSONRPC2 -> "{\"jsonrpc\":\"2.0\",\"result\":" + value + ",\"id\":{id}}";
    };
  }

  /** The value of a success, read as a type of the API. */
  public static Object read(Wire wire, ApiType type, String value) {
    Exchange exchange = answer(wire, success(wire, value));
    Answer.Success success = (Answer.Success) exchange.answer();
    try (WireClient client = client(wire, URI.create("http://127.0.0.1:1/"))) {
      return client.read(type, success.value());
    }
  }

  public static List<String> rules(Exchange exchange) {
    return exchange.violations().stream().map(Exchange.Violation::rule).toList();
  }

  /** The reason of an answer that could not be understood. */
  public static String reason(Exchange exchange) {
    return exchange.answer() instanceof Answer.Malformed malformed
        ? malformed.reason()
        : "not malformed: " + exchange.answer();
  }
}
