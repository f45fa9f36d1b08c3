package org.xapitck.simulator.http;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The paths whose PUT and GET move bytes of any number instead of a call or a page. */
@FunctionalInterface
public interface StreamSite {
  /** None. */
  StreamSite NONE = request -> Optional.empty();

  /** What is done with a request; empty for a path that is none of these. */
  Optional<Reaction> open(Request request);

  /**
   * The head of a request.
   *
   * @param parameters of the query and of the cookies, which win
   * @param credentials user and password, where the head has them
   * @param encoding the transfer encoding, where it has one
   * @param length of the body, where it is told
   */
  record Request(
      String verb,
      String path,
      Map<String, String> parameters,
      Optional<Credentials> credentials,
      Optional<String> encoding,
      OptionalLong length) {}

  /** What basic authentication sends. */
  record Credentials(String user, String password) {}

  /** What comes of a request. */
  sealed interface Reaction {

    /**
     * Nothing; the connection ends.
     *
     * @param status 400, 401, 403, 404 or 500
     * @param text the realm of a 401, the exception of a 500
     */
    record Refuses(int status, String text) implements Reaction {}

    /** The body is counted and dropped; the head of the answer is sent before it comes. */
    record Receives(Map<String, String> headers, Flow flow) implements Reaction {}

    /** A body is sent, and its end is that of the connection. */
    record Sends(Map<String, String> headers, byte[] body, Flow flow) implements Reaction {}
  }

  /** Is told how a transfer goes; each transfer ends exactly once. */
  interface Flow {
    /** So many more bytes have passed. */
    void moved(long bytes);

    /** All has passed. */
    void finished();

    /** The other side went before all had passed. */
    void broken();

    /** Gives what ends the transfer early, on any thread. */
    void stopBy(Runnable cut);
  }
}
