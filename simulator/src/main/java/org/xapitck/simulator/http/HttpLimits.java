package org.xapitck.simulator.http;

import java.time.Duration;

/**
 * How much a client may send and how long it may take.
 *
 * @param headBytes the request line and all headers together
 * @param bodyBytes the body of one call
 * @param headRead the longest silence before the first head of a connection is complete
 * @param headTotal the longest time for the first head of a connection; later ones may take forever
 */
public record HttpLimits(int headBytes, int bodyBytes, Duration headRead, Duration headTotal) {

  /** xapi's: 1 KiB, 300 KiB, 10 s and 60 s. */
  public static HttpLimits ofXapi() {
    return new HttpLimits(1024, 300 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(60));
  }
}
