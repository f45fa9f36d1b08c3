package org.xapitck.simulator.fault.variants;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.xapitck.simulator.fault.alter.Intercept;
import org.xapitck.simulator.http.HttpStyle;

/** Other ways for the same answers to travel. */
final class TransportVariants {
  private TransportVariants() {}

  static void register(VariantTable table) {
    http(
        table,
        "connection-close",
        "every connection ends with its first answer",
        "connections",
        HttpStyle::closing);
    http(
        table,
        "http-1.0",
        "answers are of HTTP/1.0",
        "connections",
        style -> style.ofOldVersion().closing());
    http(table, "chunked", "bodies come in chunks", "lengths", HttpStyle::inChunks);
    http(
        table,
        "malformed-is-400",
        "a body that is no call is answered with HTTP 400",
        "malformed bodies",
        style -> style.withMalformedStatus(400));
    http(
        table,
        "says-continue",
        "a client that expects a 100-continue gets it",
        "expectations",
        style -> style.with(new HttpStyle.HeaderRule("expect", "100-continue", 100)));
    for (int millis : new int[] {2, 500}) {
      http(
          table,
          "slow-" + millis + "-ms",
          "every answer takes " + millis + " ms",
          "speed",
          style -> style.delayed(Duration.ofMillis(millis)));
    }
    http(
        table,
        "freezes-for-30-s",
        "once, after 200 answers, nothing is answered for 30 s",
        "silence",
        style -> style.through(new Freeze(200, Duration.ofSeconds(30))));
  }

  private static void http(
      VariantTable table,
      String id,
      String sentence,
      String point,
      UnaryOperator<HttpStyle> change) {
    table.variant(id, sentence, point, "wire.", Intercept.http(change));
  }
}
