package org.xapitck.simulator.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How answers travel over HTTP, whatever they contain.
 *
 * @param closes whether every connection ends with its first answer
 * @param oldVersion whether answers are of HTTP/1.0 whatever the request is of
 * @param chunked whether bodies go in chunks instead of with a length
 * @param malformedStatus the status of the answer to a body that is no call
 * @param delay how long every answer waits
 * @param gate where each answer of the API has to pass
 * @param page the text that GET / gives; empty for none
 * @param headers further headers of each answer of the API
 * @param rules requests that are dealt with otherwise for what stands in their head
 */
public record HttpStyle(
    boolean closes,
    boolean oldVersion,
    boolean chunked,
    int malformedStatus,
    Duration delay,
    Gate gate,
    String page,
    Map<String, String> headers,
    List<HeaderRule> rules) {

  /**
   * What becomes of a request with some header.
   *
   * @param name of the header
   * @param part of its value, in lower case
   * @param status of the refusal; 0 where the connection is closed without a word, and -1 where
   *     nothing ever comes; 100 where the client is told to continue, and answered as usual
   */
  public record HeaderRule(String name, String part, int status) {}

  /** xapi's: kept open, the version of the request, a length, 500, at once. */
  public static HttpStyle ofXapi() {
    return new HttpStyle(
        false, false, false, 500, Duration.ZERO, Gate.OPEN, "", Map.of(), List.of());
  }

  /** The same, but ending every connection. */
  public HttpStyle closing() {
    return new HttpStyle(
        true, oldVersion, chunked, malformedStatus, delay, gate, page, headers, rules);
  }

  /** The same, but speaking HTTP/1.0. */
  public HttpStyle ofOldVersion() {
    return new HttpStyle(closes, true, chunked, malformedStatus, delay, gate, page, headers, rules);
  }

  /** The same, but in chunks. */
  public HttpStyle inChunks() {
    return new HttpStyle(
        closes, oldVersion, true, malformedStatus, delay, gate, page, headers, rules);
  }

  /** The same with another status for what is no call. */
  public HttpStyle withMalformedStatus(int status) {
    return new HttpStyle(closes, oldVersion, chunked, status, delay, gate, page, headers, rules);
  }

  /** The same, but slower. */
  public HttpStyle delayed(Duration by) {
    return new HttpStyle(
        closes, oldVersion, chunked, malformedStatus, by, gate, page, headers, rules);
  }

  /** The same, but with a gate of its own. */
  public HttpStyle through(Gate other) {
    return new HttpStyle(
        closes, oldVersion, chunked, malformedStatus, delay, other, page, headers, rules);
  }

  /** The same, but saying something of itself, to people at GET / and to programs in a header. */
  public HttpStyle saying(String text, String header, String value) {
    return new HttpStyle(
        closes,
        oldVersion,
        chunked,
        malformedStatus,
        delay,
        gate,
        text,
        Map.of(header, value),
        rules);
  }

  /** The same, but with a rule of its own for a header. */
  public HttpStyle with(HeaderRule header) {
    return new HttpStyle(
        closes, oldVersion, chunked, malformedStatus, delay, gate, page, headers, List.of(header));
  }
}
