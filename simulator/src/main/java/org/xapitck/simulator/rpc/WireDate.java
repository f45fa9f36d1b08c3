package org.xapitck.simulator.rpc;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one date form of xapi: {@code 20240101T00:00:00Z}, whole seconds, UTC. */
public final class WireDate {
  private WireDate() {}

  /** Formats a moment; fractions of a second are cut off. */
  public static String format(Instant moment) {
    // by hand: loading DateTimeFormatter costs tens of milliseconds of the first answer
    LocalDateTime t = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(18);
    digits(text, t.getYear(), 4);
    digits(text, t.getMonthValue(), 2);
    digits(text, t.getDayOfMonth(), 2);
    text.append('T');
    digits(text, t.getHour(), 2);
    text.append(':');
    digits(text, t.getMinute(), 2);
    text.append(':');
    digits(text, t.getSecond(), 2);
    return text.append('Z').toString();
  }

  private static void digits(StringBuilder text, int number, int width) {
    String plain = Integer.toString(number);
    for (int i = plain.length(); i < width; i++) {
      text.append('0');
    }
    text.append(plain);
  }
}
