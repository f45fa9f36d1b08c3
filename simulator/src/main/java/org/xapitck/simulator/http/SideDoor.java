package org.xapitck.simulator.http;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers all requests at one path and below, beside the API: they never reach xapi's paths, and no
 * fault of those reaches them.
 */
public interface SideDoor {
  /** No such path. */
  Optional<SideDoor> NONE = Optional.empty();

  /** Whether a path, without its query, is at this door. */
  boolean owns(String path);

  /** The most bytes that the body of a request may have. */
  int bodyBytes();

  /**
   * Answers a request, now or later, holding no thread until then.
   *
   * @param timer what comes later is done by
   * @param then takes the response, exactly once, on any thread
   * @return called when the client has gone before it was answered
   */
  Runnable serve(Request request, Gate.Timer timer, Consumer<Response> then);

  /**
   * A request.
   *
   * @param target path and query as sent
   * @param header the value of a header, empty where it is absent; names in lower case
   * @param local the address that the client reached us at, as a literal
   * @param secure whether it came by https
   * @param body empty where it was longer than allowed
   */
  record Request(
      String method,
      String target,
      Function<String, String> header,
      String local,
      boolean secure,
      Optional<byte[]> body) {}

  /**
   * A response.
   *
   * @param allow the value of the header {@code allow}; empty for none
   */
  record Response(int status, String contentType, String allow, byte[] body) {}
}
