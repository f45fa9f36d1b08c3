package org.xapitck.kit.model;

import java.time.Duration;
import java.util.List;

/**
 * One call and everything that is known of its answer; the raw bytes are kept as they were on the
 * wire.
 *
 * @param wire the wire of the call
 * @param method the message, such as {@code task.create}
 * @param sent the request
 * @param status the HTTP status, 0 where no HTTP answer came
 * @param headers the header lines of the answer, as sent
 * @param response the body that came, cut where it went beyond the limit
 * @param took from the first byte sent to the last byte read
 * @param answer what it says
 * @param violations where the answer breaks the form of its wire and can still be understood
 */
public record Exchange(
    Wire wire,
    String method,
    Sent sent,
    int status,
    List<String> headers,
    byte[] response,
    Duration took,
    Answer answer,
    List<Violation> violations) {

  public Exchange {
    headers = List.copyOf(headers);
    violations = List.copyOf(violations);
  }

  /**
   * One violation of a wire's form.
   *
   * @param rule id of the requirement that it breaks, such as {@code wire.json2.id}
   * @param expected what the wire demands
   * @param actual what came, shortened to 200 characters
   */
  public record Violation(String rule, String expected, String actual) {}

  /** The body that was sent. */
  public byte[] request() {
    return sent.body();
  }

  /** Whether any HTTP answer came. */
  public boolean answered() {
    return status != 0;
  }
}
